import { chanceText } from '@yiwang/domain/early-warning';
import { CountLink, type Counted } from './count-link.js';
import { figure, useOverviewWords } from './words.js';

interface Topic {
  category: { code: string; name: string };
  recent: Counted;
  usual: number;
  times?: number | null;
  probability: number;
}

/** Categories from which more comes than chance explains, with the numbers that say so. */
export function Rising({ topics }: { topics: readonly Topic[] }) {
  const t = useOverviewWords();
  if (topics.length === 0) return <p className="ov-quiet">{t('risingNone')}</p>;
  return (
    <ul className="ov-topics">
      {topics.map(({ category, recent, usual, times, probability }) => (
        <li key={category.code}>
          <b>{category.name}</b>
          <CountLink of={recent} label={category.name}>{t('week', { n: figure(recent.count) })}</CountLink>
          <span className="ov-quiet">{t('usual', { n: figure(usual) })}{times != null && ` · ${t('times', { n: figure(times) })}`} · {t('chance', { p: chanceText(probability) })}</span>
        </li>
      ))}
    </ul>
  );
}
