import { useRef, useState } from 'react';
import { Alert, Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FileInput } from '../../kit/file-input.js';
import type { LoadCalendarInput } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { namedIn, type CalendarShown } from './calendar.page.js';
import { MovedDeadlines } from './moved-deadlines.js';
import { useCalendarWords } from './words.js';
import { daysInFile, differing, turned, type Named } from './year-days.js';
import { YearGrid } from './year-grid.js';

interface LoadYear {
  calendar: CalendarShown;
  year: number;
  onClose(): void;
  onLoaded(): void;
}

/** A year is turned day by day or read from a file, looked at in what it moves, and loaded. */
export function LoadYear({ calendar, year, onClose, onLoaded }: LoadYear) {
  const t = useCalendarWords();
  const { t: shared } = useTranslation();
  const { county } = useScope();
  const inForce = namedIn(calendar, year);
  const [draft, setDraft] = useState<Named>(inForce);
  const [source, setSource] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [file, setFile] = useState<{ name: string; isWrong: boolean; says: string } | null>(null);
  const [asked, setAsked] = useState<LoadCalendarInput | null>(null);
  const sourceField = useRef<HTMLInputElement>(null);
  const change = (next: Named) => {
    setDraft(next);
    setAsked(null);
  };
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    const found = daysInFile(await chosen.text(), year);
    if (!found) return setFile({ name: chosen.name, isWrong: true, says: t('fileWrong') });
    if (!found.years.includes(year)) return setFile({ name: chosen.name, isWrong: true, says: t('fileOtherYear', { year }) });
    setFile({ name: chosen.name, isWrong: false, says: t('fileTaken', { n: Object.keys(found.days).length }) });
    change({ ...found.days });
  };
  const preview = () => {
    setMissing(source.trim() === '');
    if (source.trim() === '') return sourceField.current?.focus();
    const whole = new Map(calendar.days.map(({ date, periods }) => [date, periods]));
    const days = Object.entries(draft).map(([date, kind]) => ({ date, kind, ...(kind === 'periods' && { periods: (whole.get(date) ?? []).map(({ from, until }) => ({ from, until })) }) }));
    setAsked({ countyCode: county.code, years: [year], days, source: source.trim() });
  };
  return (
    <>
      <section className="admin-card">
        <div className="calendar-edit">
          <p className="quiet">{t('editHint')}</p>
          <div>
            <label htmlFor="calendar-file">{t('file')}</label>
            <FileInput id="calendar-file" accept=".json,application/json" name={file?.name ?? null} onChoose={(chosen) => void read(chosen)} />
            {file && <span role="status" className={file.isWrong ? 'wrong' : 'quiet'}>{file.says}</span>}
          </div>
          <div>
            <label htmlFor="calendar-source">{t('source')}</label>
            <Input ref={sourceField as never} id="calendar-source" value={source} maxLength={500} placeholder={t('sourceHint')} status={isMissing ? 'error' : undefined} aria-invalid={isMissing} onChange={({ target }) => { setSource(target.value); setAsked(null); }} />
            {isMissing && <span className="wrong" role="alert">{shared('required')}</span>}
          </div>
          <div className="acts">
            <Button type={asked ? 'default' : 'primary'} onClick={preview}>{t('preview')}</Button>
            <Button onClick={onClose}>{t('discard')}</Button>
            <span className="quiet">{t('changed', { n: differing(draft, inForce) })}</span>
          </div>
        </div>
        <YearGrid year={year} named={draft} weekdays={calendar.weekdays} onTurn={(date) => change(turned(date, draft, inForce, calendar.weekdays))} />
      </section>
      {asked && <MovedDeadlines input={asked} onLoaded={onLoaded} />}
      {!asked && !calendar.years.includes(year) && <Alert type="info" title={t('notLoaded', { year })} />}
    </>
  );
}
