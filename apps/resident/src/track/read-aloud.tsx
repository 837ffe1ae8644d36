import { useEffect, useState } from 'preact/hooks';
import { language, words } from '../words/language.js';

/** Reads a text with the phone's own voice; not there where the phone has none. */
export function ReadAloud({ text }: { text: string }) {
  const [isReading, setReading] = useState(false);
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  if (!('speechSynthesis' in globalThis)) return null;
  const toggle = (): void => {
    speechSynthesis.cancel();
    if (isReading) return setReading(false);
    const spoken = Object.assign(new SpeechSynthesisUtterance(text), { lang: language() === 'zh' ? 'zh-CN' : 'en-GB', rate: 0.9 });
    spoken.onend = spoken.onerror = () => setReading(false);
    setReading(true);
    speechSynthesis.speak(spoken);
  };
  const { track } = words();
  return (
    <button type="button" class="quiet" aria-pressed={isReading} onClick={toggle}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 10v4h3l5 4V6L7 10zM16 9q2 3 0 6M18.500 6.500q4 5.500 0 11" />
      </svg>
      {isReading ? track.stopReading : track.readAloud}
    </button>
  );
}
