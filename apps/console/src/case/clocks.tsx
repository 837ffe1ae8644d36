import { useMemo } from 'react';
import type { LedgerEntry } from '@yiwang/domain/clocks';
import { graphql } from '../graph/generated/index.js';
import type { CaseClocksFragment } from '../graph/generated/graphql.js';
import { useCountyCalendar } from '../kit/county-calendar.js';
import { dayMinutesOf, timeLeft, workingTimeLeft } from '../my-work/time-left.js';
import { instant } from '../words/instants.js';
import { language } from '../words/index.js';
import { readClocks, type ShownClock } from './clock-readings.js';
import { useCaseWords } from './words.js';
import './clocks.css';

graphql(`
  fragment CaseClocks on Case {
    countyCode resolutionDueAt deadlineExplained provisional paused reviewAt
    ledger { seq kind at entry }
    marks { key mark clock at area: areaCode tier roles }
  }
`);

const ORDER = ['resolution', 'response', 'callBack', 'tier'];

/**
 * Each clock of a case with its sentence. They are read from the ledger by the rules that the services use; the resident's
 * deadline is said as the service says it, which knows with which calendar it was reckoned.
 */
export function Clocks({ case: found, now }: { case: CaseClocksFragment; now: number }) {
  const t = useCaseWords();
  const calendar = useCountyCalendar(found.countyCode);
  const ledger = useMemo(() => (found.ledger ?? []).map(({ entry }) => JSON.parse(entry) as LedgerEntry), [found.ledger]);
  const shown = calendar && ledger.length > 0 ? readClocks(ledger, calendar, now, language()) : [];
  const cases = shown.filter(({ reading }) => ORDER.includes(reading.clock)).sort((a, b) => ORDER.indexOf(a.reading.clock) - ORDER.indexOf(b.reading.clock));
  return (
    <section className="clocks card">
      <h2>{t('clocks')}</h2>
      {found.paused && <p className="paused">{t(`paused.${found.paused}`)}{found.reviewAt && ` · ${t('reviewOn', { at: instant(found.reviewAt) })}`}</p>}
      {cases.map((clock) => (
        <Clock
          key={clock.reading.clock}
          clock={clock}
          dayMinutes={calendar ? dayMinutesOf(calendar.periods) : undefined}
          sentence={clock.reading.clock === 'resolution' ? (found.deadlineExplained ?? clock.sentence) : clock.sentence}
        />
      ))}
      {cases.length === 0 && <p className="quiet">{found.deadlineExplained ?? t('noClocks')}</p>}
      {(found.marks ?? []).length > 0 && (
        <>
          <h3>{t('marks')}</h3>
          <ul className="marks">
            {(found.marks ?? []).map(({ key, mark, clock, at, roles }) => (
              <li key={key} className={mark === 'half' ? '' : mark === 'yellow' ? 'yellow' : 'red'}>
                <b>{t(`mark.${mark}`)}</b>
                <span className="quiet">{t('markOf', { who: roles.map((role) => t(`role.${role}`)).join('、'), clock: t(`clock.${clock.split(':')[0]}`) })}</span>
                <time dateTime={at} className="quiet">{instant(at)}</time>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Clock({ clock: { reading, leftMs, countsWorkingTime, gone }, sentence, dayMinutes }: { clock: ShownClock; sentence: string; dayMinutes?: number }) {
  const t = useCaseWords();
  const { late, key, values } = countsWorkingTime ? workingTimeLeft(leftMs, dayMinutes) : timeLeft(leftMs);
  const span = t(`${countsWorkingTime ? 'workingSpan' : 'span'}.${key}`, values);
  const colour = leftMs < 0 ? 'red' : gone >= 0.8 ? 'yellow' : 'calm';
  const said = reading.state === 'stopped' ? t(leftMs < 0 ? 'clockState.late' : 'clockState.inTime', { span }) : t(late ? 'late' : 'left', { span });
  return (
    <div className={`clock ${reading.state}`}>
      <p className="line">
        <b>{t(`clock.${reading.clock}`)}</b>
        {reading.state === 'paused' && <span className="quiet">{t('clockState.paused')}</span>}
        <span className={`remaining ${reading.state === 'stopped' && leftMs >= 0 ? 'calm' : colour}`}>{said}</span>
      </p>
      <div className={`gone ${colour}`} aria-hidden><i style={{ width: `${Math.round(gone * 100)}%` }} /></div>
      <p className="quiet">{sentence}</p>
    </div>
  );
}
