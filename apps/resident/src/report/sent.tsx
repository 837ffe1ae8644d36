import { useState } from 'preact/hooks';
import { forgetCase, type KeptCase } from '../kit/kept.js';
import { fill, words } from '../words/language.js';

export interface SentCase extends KeptCase {
  isKept: boolean;
}

/** Number and pickup code, to keep. */
export function Sent({ sent, onAnother }: { sent: SentCase; onAnother: () => void }) {
  const text = words();
  const [isKept, setKept] = useState(sent.isKept);
  const [isCopied, setCopied] = useState(false);
  const path = `/t/${sent.number}#${sent.code}`;
  const copy = async (): Promise<void> => {
    const whole = fill(text.sent.copyText, { number: sent.number, code: sent.code, link: location.origin + path });
    setCopied(await copied(whole));
  };
  return (
    <>
      <section class="card sent" aria-live="polite">
        <svg class="tick" viewBox="0 0 48 48" aria-hidden="true"><path d="M14 25l7 7 14-16" /></svg>
        <h1>{text.sent.title}</h1>
        <p class="lead">{text.sent.text}</p>
        <dl class="ticket">
          <div>
            <dt>{text.sent.number}</dt>
            <dd class="number">{sent.number}</dd>
          </div>
          <div>
            <dt>{text.sent.code}</dt>
            <dd class="code">{sent.code}</dd>
          </div>
        </dl>
        <button type="button" class="quiet" onClick={() => void copy()}>
          {isCopied ? text.copied : text.sent.copy}
        </button>
        <a class="button main" href={path}>
          {text.sent.track}
        </a>
        <p class="hint">{isKept ? text.sent.kept : text.sent.notKept}</p>
        {isKept && (
          <p class="hint">
            {text.sent.publicPhone}{' '}
            <button type="button" class="link" onClick={() => setKept(!forgetCase(sent.number))}>
              {text.sent.forget}
            </button>
          </p>
        )}
      </section>
      <button type="button" class="link wide" onClick={onAnother}>
        {text.sent.another}
      </button>
    </>
  );
}

/** Pages without TLS have no clipboard; an old way works there. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(field);
    field.select();
    const isDone = document.execCommand('copy');
    field.remove();
    return isDone;
  }
}
