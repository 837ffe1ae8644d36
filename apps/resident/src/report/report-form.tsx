import { useEffect, useState } from 'preact/hooks';
import { described, Field, sentenceOf } from '../kit/parts.js';
import { keepCase } from '../kit/kept.js';
import type { Failure } from '../kit/graph.js';
import { useOnline } from '../kit/shell.js';
import { fill, words } from '../words/language.js';
import { Attachments } from './attachments.js';
import { countCharacters, formField, isCallable, isEmpty, MOST_CHARACTERS, type FormField } from './draft.js';
import { KindChoice } from './kind-choice.js';
import { send } from './send.js';
import type { SentCase } from './sent.js';
import { useDraft } from './use-draft.js';

type Wrong = Partial<Record<FormField, string>>;

export function ReportForm({ code, onSent }: { code: string; onSent: (sent: SentCase) => void }) {
  const text = words();
  const held = useDraft(code);
  const { draft, change } = held;
  const [wrong, setWrong] = useState<Wrong>({});
  const [busy, setBusy] = useState('');
  const isOnline = useOnline();
  const isLocked = busy !== '' || draft.pending !== null;

  const fail = (failure: Failure): void => {
    const at = failure.kind === 'network' ? 'form' : formField(failure.field);
    setWrong({ [at]: sentenceOf(failure) });
    // The field is enabled again only after the next drawing.
    requestAnimationFrame(() => document.getElementById(at)?.focus());
  };

  const submit = async (): Promise<void> => {
    if (!draft.pending && draft.text.trim() === '') {
      setWrong({ text: text.report.textMissing });
      return document.getElementById('text')?.focus();
    }
    if (!draft.pending && !isCallable(draft.phone)) {
      setWrong({ phone: text.report.phoneWrong });
      return document.getElementById('phone')?.focus();
    }
    setWrong({});
    setBusy(text.sending);
    const answer = await send({
      draft,
      qrPointCode: code,
      contentOf: held.contentOf,
      keepDraft: change,
      progress: (n, of) => setBusy(fill(text.report.uploading, { n, of })),
    });
    setBusy('');
    if (!answer.ok) return fail(answer);
    const { case: started, pickupCode } = answer.data;
    const one = { number: started.number, code: pickupCode, text: (draft.pending?.text ?? draft.text).trim().slice(0, 60), at: started.receivedAt };
    const isKept = keepCase(one);
    held.clear();
    scrollTo(0, 0);
    onSent({ ...one, isKept });
  };

  // What was sent without an answer goes out again by itself once there is a network.
  useEffect(() => {
    if (isOnline && draft.pending && !busy) void submit();
  }, [isOnline]);

  const input = (name: 'placeText' | 'name' | 'phone', limit: number) => ({
    ...described(name, wrong[name]),
    value: draft[name],
    disabled: isLocked,
    maxLength: limit,
    onInput: (event: Event & { currentTarget: HTMLInputElement }) => change({ [name]: event.currentTarget.value }),
  });
  const length = countCharacters(draft.text);

  return (
    <form class="card" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <Field id="text" label={text.report.what} hint={text.report.whatHint} wrong={wrong.text}>
        <textarea {...described('text', wrong.text)} rows={5} value={draft.text} disabled={isLocked} onInput={(event) => change({ text: event.currentTarget.value })} />
        {length > MOST_CHARACTERS * 0.8 && <p class="count">{fill(text.report.characters, { n: length, most: MOST_CHARACTERS })}</p>}
      </Field>
      <Attachments held={held} disabled={isLocked} wrong={wrong.files} />
      <Field id="placeText" label={text.report.placeText} optional wrong={wrong.placeText} hint={text.report.placeHint}>
        <input {...input('placeText', 200)} />
      </Field>
      <KindChoice value={draft.kind} disabled={isLocked} onChange={(kind) => change({ kind })} />
      <div class="pair">
        <Field id="name" label={text.report.name} optional wrong={wrong.name} hint={text.report.nameHint}>
          <input {...input('name', 60)} autocomplete="name" />
        </Field>
        <Field id="phone" label={text.report.phone} optional wrong={wrong.phone} hint={text.report.phoneHint}>
          <input {...input('phone', 40)} type="tel" inputMode="tel" autocomplete="tel" />
        </Field>
      </div>
      <p class="hint">{text.report.privacy}</p>
      {draft.pending && !busy && <p class="note" role="status">{text.report.unknownOutcome}</p>}
      {wrong.form && !draft.pending && <p class="wrong" id="form" tabIndex={-1} role="alert">{wrong.form}</p>}
      <button class="main" disabled={busy !== ''}>
        {busy || (draft.pending ? text.report.sendAgain : text.send)}
      </button>
      {!isEmpty(draft) && !isLocked && (
        <p class="kept">
          <span>{text.report.draftKept}</span>
          <button type="button" class="link" onClick={() => confirm(text.report.clearSure) && held.clear()}>
            {text.report.clear}
          </button>
        </p>
      )}
    </form>
  );
}
