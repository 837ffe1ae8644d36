import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../kit/graph.js';
import { keep, kept, newKey } from '../kit/kept.js';
import { sentenceOf } from '../kit/parts.js';
import { day } from '../words/dates.js';
import { fill, language, words, wordOf } from '../words/language.js';

const FIELDS = 'id title stage since sameHere category { name } area { name }';
const NEAR = `query ($code: ID!) { publicMatters(code: $code) { ${FIELDS} } }`;
const SAME = `mutation ($input: SayTheSameArguments!) { sayTheSame(input: $input) { ${FIELDS} } }`;

interface Matter {
  id: string;
  title: string;
  stage: string;
  since: string;
  sameHere: number;
  category: { name: string } | null;
  area: { name: string };
}

/** As many as leave the form in sight. */
const AT_ONCE = 2;

/** What stands in this phone for whoever uses it: saying the same twice from one phone counts once. */
function deviceKey(): string {
  const known = kept('device', '') || newKey();
  keep('device', known);
  return known;
}

const saidHere = (): string[] => kept<string[]>('same', []);

/**
 * Common matters near a code, above the form: whoever has the same need not write it again. What comes late stands below
 * instead, where it does not push away what somebody is writing.
 */
export function Nearby({ code, children }: { code: string; children: ComponentChildren }) {
  const [matters, setMatters] = useState<Matter[]>([]);
  const [isBelow, setBelow] = useState(false);
  useEffect(() => {
    // Whatever keeps them away is no reason not to report.
    void ask<{ publicMatters: Matter[] }>(NEAR, { code }).then((answer) => {
      if (!answer.ok) return;
      const text = document.querySelector<HTMLTextAreaElement>('#text');
      setBelow(document.activeElement === text || !!text?.value);
      setMatters(answer.data.publicMatters);
    });
  }, [code, language()]);
  const list = matters.length > 0 && <List matters={matters} onSaid={(said) => setMatters(matters.map((one) => (one.id === said.id ? said : one)))} />;
  return (
    <>
      {!isBelow && list}
      {children}
      {isBelow && list}
    </>
  );
}

function List({ matters, onSaid }: { matters: Matter[]; onSaid: (matter: Matter) => void }) {
  const { nearby } = words();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? matters : matters.slice(0, AT_ONCE);
  return (
    <section class="card nearby" aria-labelledby="nearby">
      <h2 id="nearby">{nearby.title}</h2>
      <p class="hint">{nearby.hint}</p>
      <ul class="plain">
        {shown.map((matter) => (
          <OneMatter key={matter.id} matter={matter} onSaid={onSaid} />
        ))}
      </ul>
      {shown.length < matters.length && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {fill(nearby.more, { n: matters.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function OneMatter({ matter, onSaid }: { matter: Matter; onSaid: (matter: Matter) => void }) {
  const { nearby, stage } = words();
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  const [isSaid, setSaid] = useState(() => saidHere().includes(matter.id));
  const { title, category, area, sameHere, since } = matter;
  const about = [category?.name, area.name, wordOf(stage, matter.stage, matter.stage), fill(nearby.since, { date: day(since, language(), Date.now()) })];

  const say = async (): Promise<void> => {
    setBusy(true);
    setWrong('');
    const answer = await ask<{ sayTheSame: Matter }>(SAME, { input: { id: matter.id, idempotencyKey: deviceKey() } });
    setBusy(false);
    if (!answer.ok) return setWrong(sentenceOf(answer));
    keep('same', [matter.id, ...saidHere().filter((id) => id !== matter.id)].slice(0, 100));
    setSaid(true);
    onSaid(answer.data.sayTheSame);
  };

  return (
    <li>
      <div>
        <p class="matter">{title}</p>
        <p class="hint">{about.filter(Boolean).join(' · ')}</p>
        {wrong && <p class="wrong" role="alert">{wrong}</p>}
      </div>
      <div class="same">
        <button type="button" class={isSaid ? 'quiet is-on' : 'quiet'} aria-pressed={isSaid} disabled={isBusy || isSaid} onClick={() => void say()}>
          {isSaid ? nearby.said : nearby.same}
        </button>
        {sameHere > 0 && <p class="hint" role="status">{fill(nearby.count, { n: sameHere })}</p>}
      </div>
    </li>
  );
}
