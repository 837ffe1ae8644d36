import { Button } from 'antd';
import type { StuckCountsQuery } from './generated/graphql.js';
import type { Asked } from './asked.js';
import { useStuckWords } from './words.js';

interface Counts {
  counts: StuckCountsQuery;
  asked: Asked;
  /** A value that is chosen already is taken back. */
  onAsk(name: 'kind' | 'area' | 'unit' | 'days', value: string | null): void;
}

/** How many stand by reason, place, unit and age; each number is a filter. */
export function StuckCounts({ counts: { byReason, byPlace, byUnit, byAge }, asked, onAsk }: Counts) {
  const t = useStuckWords();
  const most = Math.max(1, ...byReason.map(({ count }) => count));
  return (
    <>
      <ul className="stuck-reasons">
        {byReason.map(({ kind, count, machine }) => kind && (
          <li key={kind}>
            <button type="button" className={machine > 0 ? 'machine' : ''} aria-pressed={asked.kinds.includes(kind)} onClick={() => onAsk('kind', asked.kinds.includes(kind) ? null : kind)}>
              <span>{t(`kind.${kind}`)}</span><b>{count}</b><i style={{ width: `${(100 * count) / most}%` }} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <Group title={t('place')} rows={byPlace.map(({ area, count }) => ({ key: area?.code ?? '', label: area?.name ?? '', count }))} chosen={asked.area} onAsk={(value) => onAsk('area', value)} />
      {asked.area !== null && <Button type="link" className="stuck-up" onClick={() => onAsk('area', areaAbove(asked.area ?? ''))}>{t(areaAbove(asked.area) === null ? 'anyPlace' : 'up')}</Button>}
      <Group title={t('unit')} rows={byUnit.flatMap(({ unit, count }) => (unit ? [{ key: unit.code, label: unit.name, count }] : []))} chosen={asked.unit} onAsk={(value) => onAsk('unit', value)} />
      <Group title={t('age')} rows={byAge.map(({ fromDays, count }) => ({ key: String(fromDays), label: t(`from.${fromDays}`), count }))} chosen={asked.fromDays === null ? null : String(asked.fromDays)} onAsk={(value) => onAsk('days', value)} />
    </>
  );
}

interface Group {
  title: string;
  rows: readonly { key: string; label: string; count: number }[];
  chosen: string | null;
  onAsk(value: string | null): void;
}

const MOST_ROWS = 8;

function Group({ title, rows, chosen, onAsk }: Group) {
  if (rows.length === 0) return null;
  return (
    <section className="stuck-group" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {rows.slice(0, MOST_ROWS).map(({ key, label, count }) => (
          <li key={key}><button type="button" aria-pressed={key === chosen} onClick={() => onAsk(key === chosen ? null : key)}><span>{label}</span><b>{count}</b></button></li>
        ))}
      </ul>
    </section>
  );
}

/** 15 digits → 12 → 9 → 6; null above a county. */
const areaAbove = (code: string): string | null => (code.length > 12 ? code.slice(0, 12) : code.length > 9 ? code.slice(0, 9) : code.length > 6 ? code.slice(0, 6) : null);
