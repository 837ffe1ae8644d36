import type { ComponentChildren } from 'preact';
import type { Failure } from './graph.js';
import { words } from '../words/language.js';

/** A label, its field, a hint and what is wrong with it; the field is told of both by their ids. */
export function Field(props: { id: string; label: string; optional?: boolean; hint?: string; wrong?: string; children: ComponentChildren }) {
  const { id, label, optional, hint, wrong, children } = props;
  return (
    <div class={wrong ? 'field is-wrong' : 'field'}>
      <label for={id}>
        {label}
        {optional && <small>{words().optional}</small>}
      </label>
      {children}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** What a field says of itself to whoever cannot see it. */
export const described = (id: string, wrong?: string) => ({
  id,
  'aria-invalid': wrong ? true : undefined,
  'aria-describedby': wrong ? `${id}-wrong` : `${id}-hint`,
});

export const sentenceOf = (failure: Failure): string =>
  failure.message || (failure.kind === 'network' ? words().noNetwork : words().failed);

export const Loading = () => (
  <p class="opening" role="status">
    {words().loading}
  </p>
);

export function Broken({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  return (
    <section class="card centred">
      <p role="alert">{sentenceOf(failure)}</p>
      <button type="button" class="main" onClick={onRetry}>
        {words().retry}
      </button>
    </section>
  );
}

export const Pin = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z" />
  </svg>
);
