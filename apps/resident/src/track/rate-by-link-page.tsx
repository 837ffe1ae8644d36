import { ask, type Answer } from '../kit/graph.js';
import { words } from '../words/language.js';
import { RatingChoice, type Rated, type Rating } from './rate-form.js';

const RATE = 'mutation ($input: RateByLinkInput!) { rateByLink(input: $input) { state message } }';

/** `/t/rate#<token>`: the one-time link of a message. */
export function RateByLinkPage() {
  const { rate } = words();
  const token = decodeURIComponent(location.hash.slice(1));
  const byLink = async (rating: Rating, comment: string): Promise<Answer<Rated>> => {
    const answer = await ask<{ rateByLink: Rated }>(RATE, { input: { token, rating, comment } });
    return answer.ok ? { ok: true, data: answer.data.rateByLink } : answer;
  };
  return (
    <>
      <h1>{rate.linkTitle}</h1>
      {token ? <RatingChoice rate={byLink} onRated={async () => undefined} /> : <p class="note" role="alert">{rate.linkBroken}</p>}
    </>
  );
}
