import { useEffect, useRef, useState } from 'react';
import { AudioOutlined } from '@ant-design/icons';
import { VOICE_RATE, wav } from '@yiwang/domain/media';
import { useAttachmentWords } from './words.js';

const MOST_SECONDS = 60;
const TICK_MS = 1000;

export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && !!navigator.mediaDevices && typeof OfflineAudioContext !== 'undefined';

interface Recorder {
  disabled: boolean;
  onRecorded(content: Blob): void;
  onProblem(message: string): void;
}

/** Records up to a minute and gives it as WAV: what recorders of browsers write is not taken, or not played, everywhere. */
export function VoiceRecorder({ disabled, onRecorded, onProblem }: Recorder) {
  const t = useAttachmentWords();
  const [seconds, setSeconds] = useState<number | null>(null);
  const recorder = useRef<MediaRecorder>(undefined);

  useEffect(() => {
    if (seconds === null) return;
    if (seconds >= MOST_SECONDS) return void recorder.current?.stop();
    const timer = setTimeout(() => setSeconds(seconds + 1), TICK_MS);
    return () => clearTimeout(timer);
  }, [seconds]);
  useEffect(() => () => recorder.current?.stream.getTracks().forEach((track) => track.stop()), []);

  const begin = async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const parts: Blob[] = [];
      const recording = new MediaRecorder(stream);
      recording.ondataavailable = ({ data }) => parts.push(data);
      recording.onstop = async () => {
        stream.getTracks().forEach((track) => track.stop());
        setSeconds(null);
        const content = await toWav(new Blob(parts));
        if (content) onRecorded(content);
        else onProblem(t('voiceUnreadable'));
      };
      recorder.current = recording;
      recording.start();
      setSeconds(0);
    } catch {
      onProblem(t('voiceRefused'));
    }
  };

  const isOn = seconds !== null;
  return (
    <button type="button" className={isOn ? 'attach recording' : 'attach'} disabled={disabled} aria-pressed={isOn} onClick={() => (isOn ? recorder.current?.stop() : void begin())}>
      <AudioOutlined aria-hidden />
      <span>{isOn ? t('stopVoice') : t('recordVoice')}</span>
      {isOn && <small aria-live="polite">{t('seconds', { n: seconds, most: MOST_SECONDS })}</small>}
    </button>
  );
}

/** One channel at the rate of voice notes; null where the browser cannot read its own recording. */
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
