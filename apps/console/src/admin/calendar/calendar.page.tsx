import { useState } from 'react';
import { Alert, Button, Select } from 'antd';
import { useQuery } from 'urql';
import { today } from '../../kit/days.js';
import { AnswerStates } from '../../kit/states.js';
import { instant } from '../../words/instants.js';
import type { AdminCalendarQuery } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { CALENDAR } from './documents.js';
import { LoadYear } from './load-year.js';
import { useCalendarWords } from './words.js';
import { YearGrid } from './year-grid.js';
import type { Named } from './year-days.js';
import './calendar.css';

export type CalendarShown = AdminCalendarQuery['workingCalendar'];
const LEGEND = ['off', 'work', 'periods', 'rest'] as const;

/** 工作日历: a year as the county works it, and loading one. */
export function CalendarPage() {
  const t = useCalendarWords();
  const { county } = useScope();
  const [answer, ask] = useQuery({ query: CALENDAR, variables: { county: county.code } });
  return (
    <>
      <header className="admin-head"><h1>{t('title')}</h1></header>
      <AnswerStates answer={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ workingCalendar }) => <Year calendar={workingCalendar} onLoaded={() => ask({ requestPolicy: 'network-only' })} />}
      </AnswerStates>
    </>
  );
}

/** What the calendar names of one year. */
export const namedIn = ({ days }: CalendarShown, year: number): Named =>
  Object.fromEntries(days.filter(({ date }) => date.startsWith(`${year}-`)).map(({ date, kind }) => [date, kind]));

function Year({ calendar, onLoaded }: { calendar: CalendarShown; onLoaded(): void }) {
  const t = useCalendarWords();
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [isEditing, setEditing] = useState(false);
  const years = [...new Set([...calendar.years, thisYear, thisYear + 1])].sort((a, b) => a - b);
  const named = namedIn(calendar, year);
  const count = (kind: string) => Object.values(named).filter((one) => one === kind).length;
  const periods = calendar.periods.map(({ from, until }) => `${from}–${until}`).join('、');
  return (
    <>
      <div className="admin-tools">
        <Select aria-label={t('year')} value={year} onChange={(value) => { setYear(value); setEditing(false); }} options={years.map((value) => ({ value, label: String(value) }))} />
        <span className="quiet">{t('hours', { periods })}</span>
        {!isEditing && <Button type="primary" className="push" onClick={() => setEditing(true)}>{t('edit', { year })}</Button>}
      </div>
      {!calendar.years.includes(year) && <Alert className="kit-alert" type="warning" showIcon title={t('notLoaded', { year })} />}
      {isEditing ? (
        <LoadYear key={year} calendar={calendar} year={year} onClose={() => setEditing(false)} onLoaded={() => { setEditing(false); onLoaded(); }} />
      ) : (
        <section className="admin-card">
          <YearGrid year={year} named={named} weekdays={calendar.weekdays} />
          <p className="legend">{LEGEND.map((kind) => <span key={kind}><i className={kind} aria-hidden />{t(`legend.${kind}`)}</span>)}<span>{t('counts', { off: count('off'), work: count('work') })}</span></p>
        </section>
      )}
      <section className="admin-card" aria-labelledby="calendar-sources">
        <header><h2 id="calendar-sources">{t('sources')}</h2></header>
        <ul className="calendar-sources">
          {calendar.sources.map(({ countyCode, unitCode, version, source, loadedAt }) => (
            <li key={`${countyCode}/${unitCode}`}>
              <b>{unitCode ? t('ofUnit', { code: unitCode }) : t(countyCode ? 'ofCounty' : 'national')}</b> {source}
              <br /><span className="quiet">#{version} · {t('loadedAt', { at: instant(loadedAt) })}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
