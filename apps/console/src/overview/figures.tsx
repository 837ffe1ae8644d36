import { useState } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useActSaid } from '../kit/use-act.js';
import { instant } from '../words/instants.js';
import { RECOUNT } from './documents.js';
import { FigureCases, type Behind } from './figure-cases.js';
import type { OverviewFiguresQuery, OverviewFiguresQueryVariables } from './generated/graphql.js';
import { Trend } from './trend.js';
import { SHOWN } from './trend-months.js';
import { figure, monthName, useOverviewWords } from './words.js';

export type CountOfMonth = NonNullable<OverviewFiguresQuery['now']>;

interface Figures {
  count: CountOfMonth | null;
  scope: OverviewFiguresQueryVariables['scope'];
  county: string;
  /** Of the month that would be counted. */
  month: string;
  now: string;
  onCounted(): void;
}

/** On time and satisfied, each with its numerator and denominator, which open their cases. */
export function Figures({ count, scope, county, month, now, onCounted }: Figures) {
  const t = useOverviewWords();
  const act = useActSaid();
  const [behind, show] = useState<Behind | null>(null);
  const [busy, setBusy] = useState(false);
  const recount = async () => {
    setBusy(true);
    if (await act(RECOUNT, { input: { countyCode: county, month } }, t('recounted'))) onCounted();
    setBusy(false);
  };
  const again = <Button size="small" loading={busy} onClick={() => void recount()}>{t('recount')}</Button>;
  if (!count) return <p className="ov-quiet ov-recount">{t('notCounted')} {again}</p>;
  return (
    <>
      <dl className="ov-figures">
        {SHOWN.flatMap((measure) => count.figures.find((one) => one.measure === measure) ?? []).map(({ measure, text, numerator, denominator }) => (
          <div key={measure}>
            <dt>{t(`measure.${measure}`)}</dt>
            <dd>
              <b>{text}</b>
              <span className="ov-fraction">
                <button type="button" disabled={numerator === 0} aria-label={`${t(`measure.${measure}`)} ${t('partShort.numerator', { n: figure(numerator) })}`} onClick={() => show({ count: count.id, measure, part: 'numerator' })}>{figure(numerator)}</button>
                <i aria-hidden>÷</i>
                <button type="button" disabled={denominator === 0} aria-label={`${t(`measure.${measure}`)} ${t('partShort.denominator', { n: figure(denominator) })}`} onClick={() => show({ count: count.id, measure, part: 'denominator' })}>{figure(denominator)}</button>
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <Trend {...{ county, scope, month, now }} counted={count.id} onShow={show} />
      <p className="ov-quiet ov-recount">{t('ofMonth', { month: monthName(count.month, now), at: instant(count.asOf) })}{!count.isComplete && ` · ${t('partial')}`} {again}</p>
      {behind && <FigureCases behind={behind} scope={scope} onClose={() => show(null)} />}
    </>
  );
}

/** Towns by their composite score. */
export function Ranking({ count }: { count: CountOfMonth | null }) {
  const t = useOverviewWords();
  const rows = count?.ranking ?? [];
  if (rows.length === 0) return <p className="ov-quiet">{t('unranked')}</p>;
  return (
    <ol className="ov-ranking">
      {rows.map(({ rank, scoreText, messages, scope }) => (
        <li key={scope.code} className={rank === null ? 'out' : ''}>
          <em aria-label={rank == null ? t('unranked') : t('place', { n: rank })}>{rank ?? '—'}</em>
          <Link to={`/overview?area=${scope.code}`}>{scope.area?.name ?? scope.code}</Link>
          <span className="ov-quiet">{t('messages', { n: figure(messages) })}</span>
          <b>{scoreText}</b>
        </li>
      ))}
    </ol>
  );
}
