import { useState } from 'preact/hooks';
import { ask, type Answer } from '../kit/graph.js';
import { keep, kept, newKey } from '../kit/kept.js';
import { described, Field, sentenceOf } from '../kit/parts.js';
import { words } from '../words/language.js';
import type { Access } from './case.js';

export const RATINGS = ['satisfied', 'mostlySatisfied', 'dissatisfied'] as const;
export type Rating = (typeof RATINGS)[number];

const RATE = 'mutation ($input: RateCaseInput!) { rateCase(input: $input) { state message } }';

export interface Rated {
  state: string;
  message: string;
}

/** Rates by number and pickup code. The key belongs to one content and is kept, so that a repeat counts once. */
export function RateForm({ access, onRated }: { access: Access; onRated: () => Promise<void> }) {
  const rate = async (rating: Rating, comment: string): Promise<Answer<Rated>> => {
    const name = `rating.${access.number}.${rating}.${comment}`;
    const idempotencyKey = kept(name, '') || newKey();
    keep(name, idempotencyKey);
    const input = { caseNumber: access.number, pickupCode: access.code, rating, comment, idempotencyKey };
    const answer = await ask<{ rateCase: Rated }>(RATE, { input });
    if (!answer.ok) return answer;
    keep(name, null);
    return { ok: true, data: answer.data.rateCase };
  };
  return <RatingChoice rate={rate} onRated={onRated} />;
}

export function RatingChoice({ rate, onRated }: { rate: (rating: Rating, comment: string) => Promise<Answer<Rated>>; onRated: () => Promise<void> }) {
  const text = words();
  const [rating, setRating] = useState<Rating>();
  const [comment, setComment] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [thanks, setThanks] = useState('');

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!rating) return setWrong(text.rate.choose);
    setBusy(true);
    setWrong(undefined);
    const answer = await rate(rating, comment.trim());
    setBusy(false);
    if (!answer.ok) return setWrong(sentenceOf(answer));
    setThanks(answer.data.state === 'pending' ? text.rate.pending : answer.data.message);
    await onRated();
  };

  if (thanks) return <p class="note is-good" role="status">{thanks}</p>;
  return (
    <form class="card rate" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{text.rate.title}</h2>
      <p class="hint">{text.rate.hint}</p>
      <div class="faces" role="radiogroup" aria-label={text.rate.title}>
        {RATINGS.map((one) => (
          <label key={one} class={rating === one ? 'is-chosen' : ''}>
            <input type="radio" name="rating" checked={rating === one} onChange={() => setRating(one)} />
            <Face rating={one} />
            <span>{text.rate[one]}</span>
          </label>
        ))}
      </div>
      <Field id="comment" optional label={rating === 'dissatisfied' ? text.rate.commentDissatisfied : text.rate.comment} wrong={wrong}>
        <textarea {...described('comment', wrong)} rows={2} maxLength={1000} value={comment} onInput={(event) => setComment(event.currentTarget.value)} />
      </Field>
      <button class="main" disabled={isBusy}>{isBusy ? text.sending : text.rate.send}</button>
    </form>
  );
}

const MOUTH: Record<Rating, string> = { satisfied: 'M8 14q4 4.5 8 0', mostlySatisfied: 'M8.5 15.5h7', dissatisfied: 'M8 16.5q4-4.5 8 0' };

const Face = ({ rating }: { rating: Rating }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={`M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9.5v.5M15 9.5v.5${MOUTH[rating]}`} />
  </svg>
);
