import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { whatWasAsked } from '../actions/what-was-asked.js';
import { useActionWords } from '../actions/words.js';
import { instant } from '../words/instants.js';
import { language } from '../words/index.js';
import { choicesOf, type Choice, type Wanted } from './choices.js';
import { CountLink, type Counted } from './count-link.js';
import { useOverviewWords } from './words.js';

interface Decisions {
  counts: readonly { kind: Wanted['kind']; cases: Counted }[];
  wanted: readonly Wanted[];
  now: number;
  onChoose(wanted: Wanted, choice: Choice): void;
}

/** What waits for somebody at this level: how many of each kind, and each with its evidence and what can be done about it. */
export function Decisions({ counts, wanted, now, onChoose }: Decisions) {
  const t = useOverviewWords();
  return (
    <>
      <ul className="ov-decision-counts">
        {counts.map(({ kind, cases }) => <li key={kind} className={cases.count === 0 ? 'none' : kind}><CountLink of={cases} label={t(`decision.${kind}`)}><b>{cases.count}</b><span>{t(`decision.${kind}`)}</span></CountLink></li>)}
      </ul>
      {wanted.length === 0 ? <p className="ov-quiet"><b>{t('decisionsNone')}</b><br />{t('decisionsNoneText')}</p> : (
        <ul className="ov-decisions">{wanted.map((one) => <Row key={`${one.kind} ${one.case?.number}`} wanted={one} now={now} onChoose={onChoose} />)}</ul>
      )}
    </>
  );
}

function Row({ wanted, now, onChoose }: { wanted: Wanted; now: number; onChoose: Decisions['onChoose'] }) {
  const t = useOverviewWords();
  const { kind, case: one, task, dueAt } = wanted;
  if (!one) return null;
  return (
    <li className={kind}>
      <p className="line head"><b className={`ov-tag ${kind}`}>{t(`decision.${kind}`)}</b><span className="ov-quiet">{one.area.name}</span>{dueAt && <time className={Date.parse(dueAt) < now ? 'over' : 'ov-quiet'} dateTime={dueAt}>{t(kind === 'suspensionReview' ? 'review' : Date.parse(dueAt) < now ? 'over' : 'due', { at: instant(dueAt) })}</time>}</p>
      <Link to={`/cases/${one.number}`} className="ov-case">{one.title ?? one.text}</Link>
      <Evidence wanted={wanted} />
      <div className="ov-acts">
        {choicesOf(wanted).map((choice, index) => (
          <Button key={`${choice.key} ${choice.unit}`} size="small" type={index === 0 ? 'primary' : 'default'} aria-label={`${t(`act.${choice.key}`, { unit: choice.unit })} ${one.number}`} onClick={() => onChoose(wanted, choice)}>{t(`act.${choice.key}`, { unit: choice.unit })}</Button>
        ))}
        {task === null && (kind === 'approval' || kind === 'arbitration') && <span className="ov-quiet">{t('taken')}</span>}
      </div>
    </li>
  );
}

/** In a line or two: what is asked for, who says whose it is, or why it stands. */
function Evidence({ wanted: { kind, task, case: one } }: { wanted: Wanted }) {
  const t = useOverviewWords();
  const actions = useActionWords();
  const { t: shared } = useTranslation();
  const asked = kind === 'approval' && task ? whatWasAsked(task.data, actions) : null;
  const said = kind === 'arbitration' ? (one?.returns ?? []).map(({ unit, proposedUnit }) => t('between', { from: unit?.name ?? shared('nobody'), to: proposedUnit.name })) : [];
  const reason = one?.reason?.[language()];
  const lines = asked ? [asked] : said.length > 0 ? said : reason ? [reason] : [];
  return <div className="ov-why">{lines.slice(-2).map((line) => <p key={line} className="ov-evidence">{line}</p>)}</div>;
}
