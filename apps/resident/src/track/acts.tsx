import { useEffect, useState } from 'preact/hooks';
import { ask, type Failure } from '../kit/graph.js';
import { described, Field, sentenceOf } from '../kit/parts.js';
import { useOnline } from '../kit/shell.js';
import { moment } from '../words/dates.js';
import { fill, language, words } from '../words/language.js';
import type { Access, TrackedCase } from './case.js';
import { beginAct, endAct, pendingAct, type Act, type PendingAct } from './pending-act.js';
import { actsOn } from './possible-acts.js';

const mutation = (name: string, said: string, key = ', idempotencyKey: $key'): string =>
  `mutation ($number: ID!, $code: String!, $text: String!${key && ', $key: String'}) {
    ${name}(input: {number: $number, pickupCode: $code, ${said}: $text${key}}) { number }
  }`;
const MUTATION: Record<Act, string> = {
  add: mutation('addToCase', 'text'),
  urge: mutation('urgeCase', 'text'),
  withdraw: mutation('withdrawCase', 'reason'),
  // Opening it again twice opens it once: the second finds it open.
  reopen: mutation('reopenCase', 'reason', ''),
};

export function Acts({ one, access, onChanged }: { one: TrackedCase; access: Access; onChanged: () => Promise<void> }) {
  const { acts } = words();
  const [lost] = useState(() => pendingAct(access.number));
  const [open, setOpen] = useState<Act | undefined>(lost?.act);
  const [done, setDone] = useState<Act>();
  const possible = actsOn(one, Date.now());
  if (lost && open === lost.act && !possible.includes(lost.act)) possible.push(lost.act);
  if (possible.length === 0 && !done) return null;
  const finish = async (act: Act): Promise<void> => {
    setOpen(undefined);
    setDone(act);
    await onChanged();
  };
  return (
    <section class="card acts">
      <h2>{acts.title}</h2>
      {done && !open && <p class="note is-good" role="status">{acts[`${done}Done`]}</p>}
      <div class="choices">
        {possible.map((act) => (
          <button key={act} type="button" data-act={act} class={open === act ? 'quiet is-on' : 'quiet'} aria-expanded={open === act} onClick={() => setOpen(open === act ? undefined : act)}>
            {acts[act]}
          </button>
        ))}
      </div>
      {open && possible.includes(open) && <ActForm key={open} act={open} access={access} onDone={() => finish(open)} onCancel={() => setOpen(undefined)} />}
    </section>
  );
}

function ActForm({ act, access, onDone, onCancel }: { act: Act; access: Access; onDone: () => Promise<void>; onCancel: () => void }) {
  const text = words();
  const [pending, setPending] = useState<PendingAct | null>(() => {
    const kept = pendingAct(access.number);
    return kept?.act === act ? kept : null;
  });
  const [said, setSaid] = useState(pending?.text ?? '');
  const [wrong, setWrong] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isOnline = useOnline();

  const fail = (failure: Failure, sent: PendingAct, wasLost: boolean): Promise<void> | void => {
    if (failure.kind === 'network') return setPending(sent);
    endAct(access.number);
    setPending(null);
    // What was lost on its way was done: it stands open again.
    if (wasLost && act === 'reopen' && failure.code === 'STAGE_REFUSES') return onDone();
    setWrong(failure.opensAt ? fill(text.acts.tooEarly, { time: moment(failure.opensAt, language(), Date.now()) }) : sentenceOf(failure));
  };

  const submit = async (): Promise<void> => {
    if (!pending && act !== 'urge' && said.trim() === '') return setWrong(text.acts.missing);
    const sent = pending ?? beginAct(access.number, act, said.trim());
    setWrong(undefined);
    setBusy(true);
    const answer = await ask(MUTATION[act], { ...access, text: sent.text, ...(act !== 'reopen' && { key: sent.key }) });
    setBusy(false);
    if (!answer.ok) return fail(answer, sent, pending !== null);
    endAct(access.number);
    return onDone();
  };

  // What was sent without an answer goes out again by itself once there is a network.
  useEffect(() => {
    if (isOnline && pending && !isBusy) void submit();
  }, [isOnline]);

  const isLocked = isBusy || pending !== null;
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <Field id="said" label={text.acts[act]} optional={act === 'urge'} hint={text.acts[`${act}Hint`]} wrong={wrong}>
        <textarea {...described('said', wrong)} rows={3} value={said} disabled={isLocked} onInput={(event) => setSaid(event.currentTarget.value)} />
      </Field>
      {pending && !isBusy && <p class="note" role="status">{text.acts.unknownOutcome}</p>}
      <div class="choices">
        <button class="main" disabled={isBusy}>{isBusy ? text.sending : pending ? text.report.sendAgain : text.send}</button>
        {!pending && <button type="button" class="quiet" onClick={onCancel}>{text.cancel}</button>}
      </div>
    </form>
  );
}
