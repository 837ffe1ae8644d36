import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { StuckCasesQuery } from './generated/graphql.js';
import { useStuckWords } from './words.js';

type Owner = StuckCasesQuery['stuckCases']['items'][number]['reason']['owner'];

/** Who has to do something. */
export function OwnerName({ owner: { kind, person, unit, roles, area, caseNumber, part } }: { owner: Owner }) {
  const t = useStuckWords();
  const { t: shared } = useTranslation();
  if (kind === 'person') return <b>{person?.name ?? '—'}</b>;
  if (kind === 'unit') return <b>{unit?.name ?? '—'}</b>;
  if (kind === 'post') return <><b>{area?.name}</b> <span className="quiet">{(roles ?? []).map((role) => shared(`role.${role}`)).join('、')}</span></>;
  if (kind === 'case' && caseNumber) return <Link to={`/cases/${caseNumber}`}>{t('owner.case', { number: caseNumber })}</Link>;
  if (kind === 'machine') return <><b>{t('owner.machine')}</b> <span className="quiet">{part ? t(`part.${part}`) : ''}</span></>;
  return <b>{t(`owner.${kind}`)}</b>;
}
