import { Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { language } from '../words/index.js';
import { addressOf } from './address-of.js';
import type { OverviewWarningsQuery } from './generated/graphql.js';
import { figure, useOverviewWords } from './words.js';

type Page = OverviewWarningsQuery['earlyWarnings'];
type Warning = Page['items'][number];
export type WarningKind = Warning['kind'];

interface Warnings {
  page: Page;
  kind: WarningKind | null;
  onKind(kind: WarningKind | null): void;
  onMore?(): void;
}

/** What will go wrong, each with its arithmetic and the cases that were looked at. */
export function Warnings({ page: { items, counts, cursor }, kind, onKind, onMore }: Warnings) {
  const t = useOverviewWords();
  return (
    <>
      <Segmented
        className="ov-kinds"
        aria-label={t('warnings')}
        value={kind ?? 'all'}
        onChange={(value) => onKind(value === 'all' ? null : (value as WarningKind))}
        options={[{ value: 'all', label: t('anyKind') }, ...counts.map((one) => ({ value: one.kind, label: `${t(`warning.${one.kind}`)} ${figure(one.count)}` }))]}
      />
      {items.length === 0 ? <p className="ov-quiet">{t('warningsNone')}</p> : (
        <ul className="ov-warnings">
          {items.map((warning) => (
            <li key={warning.id}>
              <p className="line"><b className={`ov-tag ${warning.kind}`}>{t(`warning.${warning.kind}`)}</b><WhoseWarning warning={warning} /></p>
              <p className="ov-arithmetic">{warning[language()]}</p>
              {warning.cases && <Link to={addressOf(warning.cases.where)}>{t('cases', { n: figure(warning.cases.count) })}</Link>}
            </li>
          ))}
        </ul>
      )}
      {cursor && onMore && <Button type="link" size="small" onClick={onMore}>{t('more')}</Button>}
    </>
  );
}

/** Whose work it is; where it is one case, that. */
function WhoseWarning({ warning: { unit, area, case: one, between } }: { warning: Warning }) {
  if (one) return <><Link to={`/cases/${one.number}`} className="ov-case">{one.title ?? one.text}</Link><span className="ov-quiet">{between.length > 0 ? between.map(({ name }) => name).join(' ⇄ ') : one.area.name}</span></>;
  return <b>{unit?.name ?? area?.name}</b>;
}
