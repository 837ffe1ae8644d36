import { VOICE_RATE, wav } from '@yiwang/domain/media';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fill, words } from '../words/language.js';

const MOST_SECONDS = 60;

export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && !!navigator.mediaDevices && typeof OfflineAudioContext !== 'undefined';

/** Records up to a minute and gives it as WAV: what recorders of browsers write is not taken, or not played, everywhere. */
export function VoiceButton({ disabled, onRecorded }: { disabled: boolean; onRecorded: (content: Blob) => void }) {
  const [seconds, setSeconds] = useState<number | null>(null);
  const [refused, setRefused] = useState(false);
  const recorder = useRef<MediaRecorder>();
  const { voice } = words();

  useEffect(() => {
    if (seconds === null) return;
    if (seconds >= MOST_SECONDS) return void recorder.current?.stop();
    const timer = setTimeout(() => setSeconds(seconds + 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  useEffect(() => () => recorder.current?.stream.getTracks().forEach((track) => track.stop()), []);

  const begin = async () => {
    setRefused(false);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const parts: Blob[] = [];
      const recording = new MediaRecorder(stream);
      recording.ondataavailable = ({ data }) => parts.push(data);
      recording.onstop = () => {
        stream.getTracks().forEach((track) => track.stop());
        setSeconds(null);
        void toWav(new Blob(parts)).then((content) => content && onRecorded(content));
      };
      recorder.current = recording;
      recording.start();
      setSeconds(0);
    } catch {
      setRefused(true);
    }
  };

  const isOn = seconds !== null;
  return (
    <div class="voice">
      <button type="button" class={isOn ? 'quiet recording' : 'quiet'} disabled={disabled} onClick={() => (isOn ? recorder.current?.stop() : void begin())}>
        <Microphone />
        {isOn ? voice.stop : voice.start}
      </button>
      <span class="hint" aria-live="polite">
        {isOn ? fill(voice.recording, { n: seconds }) : fill(voice.hint, { n: MOST_SECONDS })}
      </span>
      {refused && <p class="wrong" role="alert">{voice.refused}</p>}
    </div>
  );
}

const Microphone = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4" />
  </svg>
);

async function toWav(recorded: Blob): Promise<Blob | null> {
  try {
    const room = new OfflineAudioContext(1, 1, VOICE_RATE);
    const heard = await room.decodeAudioData(await recorded.arrayBuffer());
    const mono = new OfflineAudioContext(1, Math.max(1, Math.ceil(heard.duration * VOICE_RATE)), VOICE_RATE);
    const source = new AudioBufferSourceNode(mono, { buffer: heard });
    source.connect(mono.destination);
    source.start();
    return new Blob([wav((await mono.startRendering()).getChannelData(0))], { type: 'audio/wav' });
  } catch {
    return null;
  }
}
