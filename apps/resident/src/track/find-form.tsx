import { parseCaseNumber, parsePickupCode } from '@yiwang/domain/case-number';
import { useState } from 'preact/hooks';
import { forgetCase, keptCases } from '../kit/kept.js';
import { described, Field } from '../kit/parts.js';
import { moment } from '../words/dates.js';
import { fill, language, words } from '../words/language.js';
import type { Access } from './case.js';

interface Wrong {
  number?: string;
  code?: string;
}

export function FindForm({ given, refusal, onFound }: { given: Access; refusal?: string; onFound: (access: Access) => void }) {
  const { find } = words();
  const [number, setNumber] = useState(given.number);
  const [code, setCode] = useState(given.code);
  const [wrong, setWrong] = useState<Wrong>({});
  const at: Wrong = { ...(refusal && { code: refusal }), ...wrong };

  const open = (event: Event): void => {
    event.preventDefault();
    // Figures of a Chinese keyboard may be of full width.
    const read = parsePickupCode(code.normalize('NFKC'));
    const isNumber = parseCaseNumber(number.normalize('NFKC')).ok;
    const next = { number: isNumber ? undefined : find.numberWrong, code: read.ok ? undefined : find.codeWrong };
    setWrong(next);
    if (isNumber && read.ok) onFound({ number: number.normalize('NFKC').trim(), code: read.pickupCode });
    else document.getElementById(isNumber ? 'code' : 'number')?.focus();
  };

  return (
    <>
      <h1>{find.title}</h1>
      <p class="lead">{find.text}</p>
      <form class="card" noValidate onSubmit={open}>
        <Field id="number" label={find.number} hint={find.numberHint} wrong={at.number}>
          <input {...described('number', at.number)} value={number} inputMode="text" autocomplete="off" maxLength={40} onInput={(event) => setNumber(event.currentTarget.value)} />
        </Field>
        <Field id="code" label={find.code} hint={find.codeHint} wrong={at.code}>
          <input {...described('code', at.code)} value={code} autocapitalize="characters" autocomplete="off" maxLength={20} onInput={(event) => setCode(event.currentTarget.value)} />
        </Field>
        <button class="main">{find.open}</button>
      </form>
      <Mine onFound={onFound} />
      <p class="centred">
        <a href="/r/">{find.report}</a>
      </p>
    </>
  );
}

function Mine({ onFound }: { onFound: (access: Access) => void }) {
  const { find } = words();
  const [list, setList] = useState(keptCases);
  if (list.length === 0) return null;
  return (
    <section class="card mine">
      <h2>{find.mine}</h2>
      <ul class="plain">
        {list.map((one) => (
          <li key={one.number}>
            <a href={`/t/${one.number}#${one.code}`} onClick={(event) => { event.preventDefault(); onFound(one); }}>
              <b>{one.text}</b>
              <span>{moment(one.at, language(), Date.now())}</span>
              <span class="number">{one.number}</span>
            </a>
            <button type="button" class="link" aria-label={fill(find.forgetOne, { number: one.number })} onClick={() => { forgetCase(one.number); setList(keptCases()); }}>
              {find.forget}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
