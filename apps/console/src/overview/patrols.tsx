import { figure, useOverviewWords } from './words.js';
import type { OverviewPatrolsQuery } from './generated/graphql.js';

/** How many grids that were missed stand on the screen. */
const MOST = 4;

/** Today's rounds, and the grids that were missed. */
export function Patrols({ of: { planned, done, late, missed, open, denominator, grids } }: { of: OverviewPatrolsQuery['patrolCoverage'] }) {
  const t = useOverviewWords();
  if (planned === 0) return <p className="ov-quiet">{t('patrolNone')}</p>;
  const share = denominator === 0 ? null : (100 * done) / denominator;
  const without = grids.items.filter((one) => one.missed > 0).toSorted((a, b) => b.missed - a.missed);
  return (
    <div className="ov-patrol">
      <p><b>{share === null ? '—' : `${figure(share)}%`}</b> <span>{t('patrolled', { done: figure(done), due: figure(denominator) })}</span></p>
      <i className="ov-share" aria-hidden><i style={{ width: `${share ?? 0}%` }} /></i>
      <p className="ov-quiet">{[t('missed', { n: figure(missed) }), t('late', { n: figure(late) }), t('openRounds', { n: figure(open) })].join(' · ')}</p>
      {without.length > 0 && (
        <ul aria-label={t('missedGrids')}>
          {without.slice(0, MOST).map(({ gridCode, grid, planned: due, done: made, missed: not }) => <li key={gridCode}>{t('gridRow', { grid: grid?.name ?? gridCode, planned: due, done: made, missed: not })}</li>)}
        </ul>
      )}
    </div>
  );
}
