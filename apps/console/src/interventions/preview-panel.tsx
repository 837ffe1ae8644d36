import { Alert } from 'antd';
import type { Intervention } from '@yiwang/domain/interventions';
import { useTranslation } from 'react-i18next';
import { listed } from '../words/lists.js';
import type { Previewed } from './use-beginning.js';
import { useInterventionWords } from './words.js';

/** So many cases are named; the rest is its number. */
const NAMED = 30;

/** What would happen: how many, which clocks, who hears of it, whether it can be taken back, and what is refused and why. */
export function PreviewPanel({ kind, previewed: { allowed, refused, needsSecond, begunBefore, secondPersonAbove, clocks, told, undoneBy, cases } }: { kind: Intervention; previewed: Previewed }) {
  const t = useInterventionWords();
  const { t: shared } = useTranslation();
  const holderOf = (holder: Previewed['cases'][number]['holder']): string =>
    holder ? `${holder.unit?.name ?? holder.area.name} ${holder.unit ? '' : listed(holder.roles.map((role) => shared(`role.${role}`)))}` : '';
  const [can, cannot] = [cases.filter((one) => one.allowed), cases.filter((one) => !one.allowed)];
  return (
    <section className="bulk-preview" aria-label={t('preview')}>
      <h3>{t(`kind.${kind}`)}</h3>
      <p><b>{t('willDo', { n: allowed })}</b>{refused > 0 && <b className="refused">{t('wontDo', { n: refused })}</b>}</p>
      <ul className="effects">
        <li>{clocks.length === 0 ? t('noClocks') : t('clocksMove', { clocks: listed(clocks.map((one) => t(`clock.${one}`))) })}</li>
        <li>{told.length === 0 ? t('tellsNobody') : t('willTell', { who: listed(told.map((one) => t(`told.${one}`))) })}</li>
        {begunBefore > 0 && <li>{t('begunBefore', { n: begunBefore })}</li>}
        <li>{undoneBy ? t('undoable', { kind: t(`kind.${undoneBy}`) }) : t('notUndoable')}</li>
      </ul>
      {needsSecond && <Alert type="info" showIcon className="kit-alert" title={t('second', { n: secondPersonAbove })} />}
      {allowed === 0 && <Alert type="warning" showIcon className="kit-alert" title={t('noneLeft')} />}
      {cannot.length > 0 && <Named title={t('refusedList')} rows={cannot.map(({ number, message }) => [number, message ?? ''])} />}
      {can.length > 0 && <Named title={t('allowedList')} rows={can.map(({ number, holder }) => [number, holderOf(holder)])} />}
    </section>
  );
}

function Named({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <>
      <h4>{title}</h4>
      <ul className="named">
        {rows.slice(0, NAMED).map(([number, says]) => <li key={number}><span>{number}</span><span className="quiet">{says}</span></li>)}
        {rows.length > NAMED && <li className="quiet">… {rows.length - NAMED}</li>}
      </ul>
    </>
  );
}
