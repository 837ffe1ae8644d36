import { useState } from 'preact/hooks';
import { described, Field } from '../kit/parts.js';
import { fill, words } from '../words/language.js';

export function UnknownCode({ code }: { code: string }) {
  const { unknownCode } = words();
  return (
    <>
      <h1>{unknownCode.title}</h1>
      <p class="lead">{fill(unknownCode.text, { code })}</p>
      <CodeForm />
      <Elsewhere />
    </>
  );
}

export function NoCode() {
  const { noCode, find } = words();
  return (
    <>
      <h1>{noCode.title}</h1>
      <p class="lead">{noCode.text}</p>
      <CodeForm />
      <p class="centred">
        <a href="/t/">{find.title}</a>
      </p>
      <Elsewhere />
    </>
  );
}

function CodeForm() {
  const { noCode } = words();
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const open = (event: Event) => {
    event.preventDefault();
    const given = code.trim();
    if (given) location.assign(`/r/${encodeURIComponent(given)}`);
    else setMissing(true);
  };
  const wrong = isMissing && !code.trim() ? noCode.missing : undefined;
  return (
    <form class="card" onSubmit={open} noValidate>
      <Field id="code" label={noCode.label} hint={noCode.hint} wrong={wrong}>
        <input {...described('code', wrong)} value={code} autocapitalize="characters" autocomplete="off" maxLength={64} onInput={(event) => setCode(event.currentTarget.value)} />
      </Field>
      <button class="main">{noCode.open}</button>
    </form>
  );
}

function Elsewhere() {
  const { unknownCode, hotline } = words();
  return (
    <section class="card">
      <h2>{unknownCode.elsewhere}</h2>
      <ul class="plain">
        <li>{unknownCode.elsewhereHotline}</li>
        <li>{unknownCode.elsewherePeople}</li>
        <li>{unknownCode.urgent}</li>
      </ul>
      <a class="button quiet" href="tel:12345">
        {hotline}
      </a>
    </section>
  );
}
