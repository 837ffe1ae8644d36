import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../graph/generated/index.js';
import type { BeOnCaseMutation } from '../graph/generated/graphql.js';
import { useCaseWords } from './words.js';

const BE_ON_CASE = graphql(`mutation BeOnCase($number: ID!) { beOnCase(number: $number) { id name } }`);

/** So often the service is told that somebody is still here; it forgets them soon after. */
const STILL_HERE_MS = 20_000;
const MOST_SHOWN = 4;

type Others = BeOnCaseMutation['beOnCase'];

/** Who else has this case open now, and to them that the reader has it, while they look at the page. */
export function Presence({ number }: { number: string }) {
  const t = useCaseWords();
  const client = useClient();
  const [others, setOthers] = useState<Others>([]);
  useEffect(() => {
    let isOpen = true;
    const tell = async () => {
      if (document.hidden) return;
      const { data } = await client.mutation(BE_ON_CASE, { number }).toPromise();
      if (isOpen && data) setOthers(data.beOnCase);
    };
    void tell();
    const timer = setInterval(() => void tell(), STILL_HERE_MS);
    const look = () => void tell();
    document.addEventListener('visibilitychange', look);
    return () => {
      isOpen = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client, number]);
  if (others.length === 0) return null;
  return (
    <div className="presence" role="status" title={t('seenHint')}>
      <ul aria-hidden>{others.slice(0, MOST_SHOWN).map(({ id, name }) => <li key={id}>{name.slice(0, 1)}</li>)}</ul>
      {t('seen', { names: others.map(({ name }) => name).join('、') })}
    </div>
  );
}
