import { useState } from 'react';
import { Button, Input } from 'antd';
import { dropDraft, keepDraft, readDraft } from '../actions/drafts.js';
import { AttachmentField } from '../attachments/attachment-field.js';
import { Refusal } from './call-sheet.js';
import type { DayCase } from './day.types.js';
import { filesOf, wordsOfTaken } from './taken-words.js';
import { useSending } from './use-sending.js';
import { useDayWords } from './words.js';

const MOST_CHARACTERS = 4_000;
/** Room for when and where the pictures were taken. */
const MOST_WRITTEN = MOST_CHARACTERS - 200;

interface Note {
  found: DayCase;
  /** The task that it is written on: what is sent of it keeps its order. */
  target: string;
  title: string;
  onClose(): void;
  onDone(): Promise<void>;
}

/** What is seen on the spot: pictures, a voice note, words; for those who work on the case. A draft of it outlives a closed browser. */
export function NoteForm({ found: { number }, target, title, onClose, onDone }: Note) {
  const t = useDayWords();
  const { busy, problem, sendAct } = useSending(onDone);
  const [draft, setDraft] = useState(() => readDraft(number, 'spot') as { text?: string; attachmentIds?: string[] });
  const { text = '', attachmentIds = [] } = draft;
  const change = (by: typeof draft) =>
    setDraft((before) => {
      const next = { ...before, ...by };
      keepDraft(number, 'spot', next);
      return next;
    });
  const send = async () => {
    const taken = wordsOfTaken(await filesOf(attachmentIds), t);
    const words = [text.trim() || t('note.title'), taken].filter(Boolean).join('\n');
    const isSent = await sendAct({ kind: 'noteCase', title, target, input: { number, text: words, attachmentIds } });
    if (!isSent) return;
    dropDraft(number, 'spot');
    onClose();
  };
  return (
    <form
      className="day-form for-staff"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{t('note.title')}<span>{t('note.hint')}</span></h2>
      <AttachmentField caseNumber={number} value={attachmentIds} onChange={(ids) => change({ attachmentIds: ids })} waits onTheSpot="asked" />
      <Input.TextArea aria-label={t('note.text')} placeholder={t('note.text')} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={MOST_WRITTEN} value={text} onChange={({ target: { value } }) => change({ text: value })} />
      {problem && <Refusal problem={problem} />}
      <footer>
        <Button size="large" type="primary" htmlType="submit" loading={busy !== null} disabled={text.trim() === '' && attachmentIds.length === 0}>{t('note.send')}</Button>
        <Button size="large" onClick={onClose}>{t('cancel')}</Button>
      </footer>
    </form>
  );
}
