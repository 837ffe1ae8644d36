import { Link } from 'react-router';
import { Checkbox, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { TurnTags } from '../kit/turn-tags.js';
import { instant } from '../words/instants.js';
import { spanOf } from './asked.js';
import type { StuckCasesQuery } from './generated/graphql.js';
import { OwnerName } from './owner-name.js';
import { StuckActs } from './stuck-acts.js';
import { useStuckWords } from './words.js';

export type Standing = StuckCasesQuery['stuckCases']['items'][number];

const COLOUR: Partial<Record<Standing['reason']['kind'], string>> = { overdue: 'red', passedAround: 'volcano', unclaimed: 'orange', waitingForApproval: 'gold', held: 'blue' };

interface StuckRow {
  standing: Standing;
  now: number;
  isSelected: boolean;
  onSelect(isSelected: boolean): void;
  onActed(): void;
}

/** One case that stands: what it is, why, who has to move it, for how long. */
export function StuckRow({ standing, now, isSelected, onSelect, onActed }: StuckRow) {
  const { case: one, reason, urged, cameBack } = standing;
  const t = useStuckWords();
  const { t: shared } = useTranslation();
  const { kind, isMachine, owner, since, nextStep, nextBy, attempts, failure, also } = reason;
  const { key, ...length } = spanOf(since, now);
  const next = nextBy ? t(nextStep === 'retry' ? 'nextAt' : 'nextBy', { step: t(`next.${nextStep}`), at: instant(nextBy) }) : t('nextStep', { step: t(`next.${nextStep}`) });
  return (
    <li className={isMachine ? 'machine' : one?.card === 'red' ? 'red' : one?.card === 'yellow' ? 'yellow' : ''}>
      <div className="what">
        {one && <Checkbox checked={isSelected} aria-label={t('select', { number: one.number })} onChange={({ target }) => onSelect(target.checked)} />}
        {one && <Link to={`/cases/${one.number}`}>{one.title ?? one.text}</Link>}
        <p className="quiet">{one?.number}{one && ` · ${one.area.name}`}{one?.path && ` · ${shared(`path.${one.path}`)}`}{one && one.round > 1 && ` · ${t('round', { n: one.round })}`}</p>
      </div>
      <div className="why">
        <p><Tag color={isMachine ? 'purple' : (COLOUR[kind] ?? 'default')}>{t(`kind.${kind}`)}</Tag>{attempts ? <span className="quiet">{t('tried', { n: attempts })}</span> : null}<TurnTags urged={urged} cameBack={cameBack} /></p>
        <p className="quiet">{next}</p>
        {failure && <p className="quiet failure">{failure}</p>}
        {also.length > 0 && <p className="quiet">{t('also', { reasons: also.map((other) => t(`kind.${other}`)).join('、') })}</p>}
      </div>
      <div className="owner"><p><OwnerName owner={owner} /></p><StuckActs standing={standing} onDone={onActed} /></div>
      <p className="since"><b>{t(`span.${key}`, length)}</b><time className="quiet" dateTime={since}>{instant(since)}</time></p>
    </li>
  );
}
