import { Tag } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../graph/generated/index.js';
import { instant } from '../words/instants.js';
import { useCaseWords } from './words.js';

const GROUP = graphql(`
  query SameEvent($number: ID!) { cases(filter: { mergedInto: $number }, first: 50) { number title text receivedAt stage } }
`);

/** The cases of the same event: the one that is handled for all, and those that are answered with it. */
export function SameEvent({ number, mergedInto }: { number: string; mergedInto?: string | null }) {
  const t = useCaseWords();
  const leading = mergedInto ?? number;
  const [{ data }] = useQuery({ query: GROUP, variables: { number: leading } });
  const others = (data?.cases ?? []).filter((one) => one.number !== number);
  if (mergedInto == null && others.length === 0) return null;
  return (
    <section className="same-event card">
      <h2>{t('sameEvent')}</h2>
      <p className="quiet">{mergedInto == null ? t('groupOf') : t('joinedTo', { number: mergedInto })}</p>
      <ul>
        {mergedInto != null && <li><Link to={`/cases/${mergedInto}`}>{mergedInto}</Link> <Tag color="geekblue">{t('leading')}</Tag></li>}
        {others.map((one) => (
          <li key={one.number}>
            <Link to={`/cases/${one.number}`}>{one.title ?? one.text}</Link>
            <p className="quiet">{one.number} · {instant(one.receivedAt)} · {t(`stage.${one.stage}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
