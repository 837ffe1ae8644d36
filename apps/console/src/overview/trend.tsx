import { useCallback, useMemo } from 'react';
import { monthsLater } from '@yiwang/domain/figures';
import { useQuery } from 'urql';
import type { Colour } from '../kit/chart.js';
import { Chart } from '../kit/drawn.js';
import { TREND } from './documents.js';
import type { Behind } from './figure-cases.js';
import type { OverviewFiguresQueryVariables } from './generated/graphql.js';
import { trendLines } from './trend-lines.js';
import { nearestMeasure, SHOWN, trendOf, type ShownMeasure, type TrendMonth } from './trend-months.js';
import { figure, monthName, useOverviewWords } from './words.js';

interface Trend {
  county: string;
  scope: OverviewFiguresQueryVariables['scope'];
  /** The last one. */
  month: string;
  now: string;
  /** Another count than before: all are asked for anew. */
  counted: string;
  onShow(behind: Behind): void;
}

/** How the figures went over half a year, as far as months were counted; nothing where there is no course to show. */
export function Trend({ county, scope, month, now, counted, onShow }: Trend) {
  const t = useOverviewWords();
  const names = useMemo(() => [-5, -4, -3, -2, -1, 0].map((by) => monthsLater(month, by)), [month]);
  const [m1 = '', m2 = '', m3 = '', m4 = '', m5 = '', m6 = ''] = names;
  const context = useMemo(() => ({ counted }), [counted]);
  const [{ data }] = useQuery({ query: TREND, variables: { county, scope, m1, m2, m3, m4, m5, m6 }, context });
  const months = useMemo(() => (data ? trendOf(names, [data.m1, data.m2, data.m3, data.m4, data.m5, data.m6]) : []), [data, names]);
  const said = useCallback((one: TrendMonth, measure: ShownMeasure) => {
    const found = one.figures[measure];
    const [name, what] = [monthName(one.month, now), t(`measure.${measure}`)];
    return found ? t('trendRow', { month: name, measure: what, share: found.text, n: figure(found.denominator) }) : `${name} ${what} ${t('uncounted')}`;
  }, [t, now]);
  const option = useCallback(
    (colour: Colour) => trendLines(months, { month: (one) => monthName(one.month, now, 'short'), all: (one) => SHOWN.map((measure) => said(one, measure)).join('<br>') }, colour),
    [months, said, now],
  );
  const show = (one: TrendMonth | undefined, measure: ShownMeasure | undefined) => one?.count && measure && onShow({ count: one.count, measure, part: 'denominator' });
  if (months.length === 0) return null;
  return (
    <div className="ov-trend">
      <Chart className="ov-trend-lines" along="x" label={t('trend')} option={option} onPick={({ index, value }) => { const one = months[index]; show(one, one && nearestMeasure(one, value)); }} />
      <ul className="ov-legend" aria-hidden>{SHOWN.map((measure) => <li key={measure} className={measure}>{t(`measure.${measure}`)}</li>)}</ul>
      <details>
        <summary>{t('trendNumbers')}</summary>
        <table>
          <thead><tr><th scope="col">{t('month')}</th>{SHOWN.map((measure) => <th key={measure} scope="col">{t(`measure.${measure}`)}</th>)}</tr></thead>
          <tbody>
            {months.map((one) => (
              <tr key={one.month}>
                <th scope="row">{monthName(one.month, now)}</th>
                {SHOWN.map((measure) => (
                  <td key={measure}>{one.count && one.figures[measure] ? <button type="button" disabled={one.figures[measure].denominator === 0} aria-label={said(one, measure)} onClick={() => show(one, measure)}>{one.figures[measure].text}</button> : '—'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
