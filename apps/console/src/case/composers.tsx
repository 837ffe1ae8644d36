import { useRef, useState } from 'react';
import { Alert, App, Button, Input } from 'antd';
import { LockOutlined, MessageOutlined } from '@ant-design/icons';
import { useClient } from 'urql';
import { dropDraft, keepDraft, readDraft } from '../actions/drafts.js';
import { AttachmentField } from '../attachments/attachment-field.js';
import { graphql } from '../graph/generated/index.js';
import { problemOf, type Problem } from '../graph/problems.js';
import { isLocal } from '../offline/files.js';
import { useCaseWords } from './words.js';
import './composers.css';

const NOTE = graphql(`mutation Note($input: NoteCaseArguments!) { noteCase(input: $input) { number } }`);
const MOST_CHARACTERS = 4_000;

interface Composers {
  number: string;
  mayNote: boolean;
  /** Opens the form of the answer; left out where there is none to give. */
  onAnswer?: () => void;
  onChange(): void;
}

/** Two ways to write that nobody can mistake for each other: a yellow note among colleagues, a green answer to the resident. */
export function Composers({ number, mayNote, onAnswer, onChange }: Composers) {
  const t = useCaseWords();
  if (!mayNote && !onAnswer) return null;
  return (
    <div className="composers">
      {mayNote && <NoteComposer number={number} onChange={onChange} />}
      {onAnswer && (
        <div className="composer reply">
          <p><MessageOutlined aria-hidden /> <b>{t('reply.title')}</b><span>{t('reply.hint')}</span></p>
          <Button onClick={onAnswer}>{t('reply.open')}</Button>
        </div>
      )}
    </div>
  );
}

function NoteComposer({ number, onChange }: Pick<Composers, 'number' | 'onChange'>) {
  const t = useCaseWords();
  const { message } = App.useApp();
  const client = useClient();
  const [text, setText] = useState(() => String(readDraft(number, 'note').text ?? ''));
  const [attachmentIds, attach] = useState<string[]>([]);
  const [sent, setSent] = useState(0);
  /** Of this note, however often it has to be sent. */
  const key = useRef(crypto.randomUUID());
  const [isOpen, open] = useState(text !== '');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const write = (value: string) => {
    setText(value);
    keepDraft(number, 'note', { text: value });
  };
  const send = async () => {
    setBusy(true);
    const { error } = await client.mutation(NOTE, { input: { number, text, attachmentIds, idempotencyKey: key.current } }).toPromise();
    setBusy(false);
    setProblem(error ? problemOf(error) : null);
    if (error) return;
    setText('');
    attach([]);
    key.current = crypto.randomUUID();
    setSent(sent + 1);
    open(false);
    dropDraft(number, 'note');
    void message.success(t('note.kept'));
    onChange();
  };
  return (
    <form
      className="composer note"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p><LockOutlined aria-hidden /> <b>{t('note.title')}</b><span>{t('note.hint')}</span></p>
      <Input.TextArea aria-label={t('note.title')} placeholder={t('note.placeholder')} autoSize={{ minRows: 1, maxRows: 8 }} maxLength={MOST_CHARACTERS} value={text} onFocus={() => open(true)} onChange={({ target }) => write(target.value)} />
      {isOpen && <AttachmentField key={sent} caseNumber={number} value={attachmentIds} onChange={attach} />}
      {problem && <Alert type="warning" showIcon title={problem.message || t('noNetwork')} />}
      {isOpen && <Button htmlType="submit" loading={isBusy} disabled={text.trim() === '' || attachmentIds.some(isLocal)}>{t('note.send')}</Button>}
    </form>
  );
}
