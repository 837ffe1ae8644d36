import { useState, type ChangeEvent } from 'react';
import { CameraOutlined, CloseOutlined, PictureOutlined, ReloadOutlined } from '@ant-design/icons';
import type { FormRule } from 'antd';
import i18next from 'i18next';
import { isLocal, type FileHome, type FileKind } from '../offline/files.js';
import { shrunk } from './pictures.js';
import { agreeToPlace, placeAgreed } from './taking.js';
import { useAttached, type Attached } from './use-attached.js';
import { VoiceRecorder, canRecord } from './voice-recorder.js';
import { useAttachmentWords } from './words.js';
import './attachments.css';

const MOST = 9;
const BOTH: readonly FileKind[] = ['picture', 'voice'];
const NONE: readonly string[] = [];

interface AttachmentFieldProps {
  id?: string;
  /** The case that they are for, where there is one already. */
  caseNumber?: string;
  /** Ids of attachments; local ones where something is still to be sent. */
  value?: readonly string[];
  onChange?(ids: string[]): void;
  kinds?: readonly FileKind[];
  most?: number;
  home?: FileHome;
  /**
   * On the spot what is taken says when, and where if whoever took it agreed: `asked` here, or `told` of an agreement that
   * is asked for beside it. Elsewhere nothing of the kind goes along.
   */
  onTheSpot?: 'asked' | 'told';
  /** See `useAttached`; without it a form that is sent by `attachmentsReady` waits for every upload. */
  waits?: boolean;
}

/** Refuses a form while something of it is not with the service yet; for forms that are sent at once. */
export const attachmentsReady = (): FormRule => ({
  validator: (_rule, ids: readonly string[] | undefined) =>
    ids?.some(isLocal) ? Promise.reject(new Error(i18next.t('notReady', { ns: 'attachments' }))) : Promise.resolve(),
});

/** Pictures and voice notes of a form, as a control of antd's `Form`: taken or chosen, made small, sent at once. */
export function AttachmentField({ id, caseNumber, value = NONE, onChange = () => undefined, kinds = BOTH, most = MOST, home = 'case', waits = false, onTheSpot }: AttachmentFieldProps) {
  const t = useAttachmentWords();
  const [problem, setProblem] = useState('');
  const [isPlaced, place] = useState(placeAgreed);
  const { items, add, again, remove } = useAttached({ value, onChange, home, waits });
  const room = most - items.length;
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>, isTaken: boolean) => {
    const chosen = [...(target.files ?? [])].slice(0, room);
    target.value = '';
    setProblem('');
    for (const file of chosen) {
      const small = await shrunk(file);
      if (small) void add('picture', small, isTaken && onTheSpot !== undefined);
      else setProblem(t('pictureUnreadable'));
    }
  };
  const withCamera = matchMedia('(pointer: coarse)').matches;
  return (
    <div id={id} tabIndex={-1} role="group" className="attachment-field" aria-label={caseNumber ? t('ofCase', { number: caseNumber }) : t('list')}>
      {items.length > 0 && (
        <ul className="attachment-items">
          {items.map((item) => {
            const n = items.filter(({ kind }) => kind === item.kind).indexOf(item) + 1;
            return <Item key={item.key} item={item} name={t(item.kind, { n })} onAgain={() => void again(item)} onRemove={() => remove(item)} />;
          })}
        </ul>
      )}
      {room > 0 && (
        <div className="attachment-ways">
          {kinds.includes('picture') && withCamera && (
            <label className="attach">
              <input type="file" accept="image/*" capture="environment" onChange={(event) => void choose(event, true)} />
              <CameraOutlined aria-hidden /><span>{t('takePicture')}</span>
            </label>
          )}
          {kinds.includes('picture') && (
            <label className="attach">
              <input type="file" accept="image/*" multiple onChange={(event) => void choose(event, false)} />
              <PictureOutlined aria-hidden /><span>{t('choosePicture')}</span>
            </label>
          )}
          {kinds.includes('voice') && canRecord() && (
            <VoiceRecorder disabled={false} onRecorded={(content) => void add('voice', content, onTheSpot !== undefined)} onProblem={setProblem} />
          )}
        </div>
      )}
      {onTheSpot === 'asked' && (
        <label className="place-too">
          <input
            type="checkbox"
            checked={isPlaced}
            onChange={({ target }) => {
              agreeToPlace(target.checked);
              place(target.checked);
            }}
          />
          <span>{t('placeToo')}</span>
        </label>
      )}
      {problem && <p className="attachment-problem" role="alert">{problem}</p>}
      <p className="quiet">{t(onTheSpot ? 'hintTaken' : 'hint')} {t('most', { n: most })}</p>
    </div>
  );
}

function Item({ item, name, onAgain, onRemove }: { item: Attached; name: string; onAgain(): void; onRemove(): void }) {
  const t = useAttachmentWords();
  const { kind, url, state, share, message } = item;
  const words = { sending: t('uploading', { percent: Math.round(share * 100) }), sent: '', waiting: t('waiting'), failed: message || t('failed') }[state];
  return (
    <li className={`attachment-item ${kind} ${state}`}>
      {kind === 'voice' ? <audio controls src={url ?? undefined} aria-label={name} /> : url !== null ? <img src={url} alt={name} /> : <span className="without">{name}</span>}
      {state === 'sending' && <progress max={1} value={share} aria-label={name} />}
      {words && <p role={state === 'failed' ? 'alert' : undefined}>{words}</p>}
      {state === 'failed' && <button type="button" className="again" aria-label={`${t('again')} ${name}`} onClick={onAgain}><ReloadOutlined aria-hidden /></button>}
      <button type="button" className="remove" aria-label={t('remove', { what: name })} onClick={onRemove}><CloseOutlined aria-hidden /></button>
    </li>
  );
}
