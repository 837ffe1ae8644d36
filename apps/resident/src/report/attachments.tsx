import { useState } from 'preact/hooks';
import { fill, words } from '../words/language.js';
import { MOST_PICTURES } from './draft.js';
import { shrunk } from './pictures.js';
import type { HeldDraft } from './use-draft.js';
import { canRecord, VoiceButton } from './voice-button.js';

/** Pictures and one recording of a draft. */
export function Attachments({ held, disabled, wrong }: { held: HeldDraft; disabled: boolean; wrong?: string }) {
  const { report, voice } = words();
  const [problem, setProblem] = useState('');
  const pictures = held.draft.files.filter(({ kind }) => kind === 'image');
  const recording = held.draft.files.find(({ kind }) => kind === 'voice');

  const add = async (input: HTMLInputElement): Promise<void> => {
    const chosen = [...(input.files ?? [])].slice(0, MOST_PICTURES - pictures.length);
    input.value = '';
    setProblem('');
    for (const file of chosen) {
      const small = await shrunk(file);
      if (!small) setProblem(report.pictureUnreadable);
      else if (!(await held.addFile('image', small))) setProblem(report.pictureNotKept);
    }
  };

  return (
    <div class="field" id="files" tabIndex={-1}>
      <p class="label">
        {report.pictures}
        <small>{words().optional}</small>
      </p>
      <ul class="pictures">
        {pictures.map(({ id }, index) => (
          <li key={id}>
            {held.urls[id] && <img src={held.urls[id]} alt={fill(report.picture, { n: index + 1 })} />}
            {!disabled && (
              <button type="button" aria-label={fill(report.removePicture, { n: index + 1 })} onClick={() => held.removeFile(id)}>
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 7l10 10M17 7L7 17" /></svg>
              </button>
            )}
          </li>
        ))}
        {pictures.length < MOST_PICTURES && !disabled && (
          <li>
            <label class="add">
              <input type="file" accept="image/*" multiple onChange={(event) => void add(event.currentTarget)} />
              <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 8h3l2-3h6l2 3h3v11H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z" /></svg>
              <span>{report.addPicture}</span>
            </label>
          </li>
        )}
      </ul>
      {(wrong || problem) && <p class="wrong" role="alert">{wrong || problem}</p>}
      <p class="hint">{fill(report.picturesHint, { n: MOST_PICTURES })}</p>
      {recording ? (
        <div class="voice">
          <audio controls src={held.urls[recording.id]} aria-label={voice.recorded} />
          {!disabled && <button type="button" class="link" onClick={() => held.removeFile(recording.id)}>{voice.remove}</button>}
        </div>
      ) : (
        canRecord() && <VoiceButton disabled={disabled} onRecorded={(content) => void held.addFile('voice', content)} />
      )}
    </div>
  );
}
