import { sayDay } from '../../kit/days.js';
import { useCalendarWords } from './words.js';
import { datesOf, kindOf, weekdayOf, type Named } from './year-days.js';

interface YearGrid {
  year: number;
  named: Named;
  weekdays: readonly number[];
  /** Days can be turned where it is given. */
  onTurn?(date: string): void;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** A year as twelve months: what is otherwise than its weekday carries a mark, so that no colour has to be told apart. */
export function YearGrid({ year, named, weekdays, onTurn }: YearGrid) {
  const t = useCalendarWords();
  return (
    <div className={onTurn ? 'year editing' : 'year'} role="group" aria-label={t('months', { year })}>
      {MONTHS.map((month) => (
        <section key={month} className="month" aria-label={t('month', { n: month })}>
          <h3>{t('month', { n: month })}</h3>
          <div className="days">
            {WEEK.map((weekday) => <b key={weekday} aria-hidden>{t(`weekdays.${weekday}`)}</b>)}
            {datesOf(year, month).map((date, index) => {
              const kind = kindOf(date, named, weekdays);
              const mark = kind === 'off' || kind === 'work' || kind === 'periods' ? t(`mark.${kind}`) : null;
              const style = index === 0 ? { gridColumnStart: weekdayOf(date) } : undefined;
              const inner = <>{index + 1}{mark && <em aria-hidden>{mark}</em>}</>;
              const title = `${sayDay(date)} ${t(`day.${kind}`)}`;
              return onTurn
                ? <button key={date} type="button" style={style} className={kind} aria-label={title} title={title} onClick={() => onTurn(date)}>{inner}</button>
                : <span key={date} style={style} className={kind} title={title}>{inner}</span>;
            })}
          </div>
        </section>
      ))}
    </div>
  );
}
