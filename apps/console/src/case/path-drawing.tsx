import { Tag } from 'antd';
import { graphql } from '../graph/generated/index.js';
import type { CasePathFragment } from '../graph/generated/graphql.js';
import { Remaining } from '../my-work/remaining.js';
import { TurnTags } from '../kit/turn-tags.js';
import { standingOf } from '../my-work/time-left.js';
import { drawPath, type DrawnNode } from './path-nodes.js';
import { whoseOf } from './who-holds.js';
import { useCaseWords } from './words.js';
import './path-drawing.css';

graphql(`
  fragment CasePath on Case {
    stage path card closedAt round paused reviewAt
    timeline { type }
    urged { times byResident lastAt } cameBack { kind at }
    tasks { id actions holderSubject kind tier roles title openedAt dueAt workingMinutesLeft holder { id name } area { code name } unit { code name } }
  }
`);

type Stood = Pick<CasePathFragment, 'paused' | 'reviewAt'>;
type OpenTask = NonNullable<CasePathFragment['tasks']>[number];

/** The case's own path: its nodes, the tasks that stand at them and in whose hands, where it is and what comes next. */
export function PathDrawing({ case: found, now }: { case: CasePathFragment; now: number }) {
  const t = useCaseWords();
  const { stage, path } = found;
  if (path == null) return <p className="quiet">{t('noPath')}</p>;
  const { nodes, beside, next } = drawPath(path, stage, found.tasks ?? [], found.timeline.map(({ type }) => type));
  const names = next.map(({ name, state }) => (state === 'perhaps' ? t('nextPerhaps', { name: t(`node.${name}`) }) : t(`node.${name}`)));
  return (
    <section className="path-drawing" aria-label={t('course')}>
      <ol>
        {nodes.map((node) => <Node key={node.name} node={node} found={found} now={now} />)}
      </ol>
      {beside.length > 0 && (
        <div className="beside"><span className="quiet">{t('beside')}</span>{beside.map((task) => <TaskAt key={task.id} task={task} found={found} now={now} named />)}</div>
      )}
      <p className="next quiet">{next.length > 0 ? <><b>{t('next')}</b> {names.join(t('nextOr'))}</> : nodes.every(({ state }) => state !== 'now') ? t('ended') : null}</p>
    </section>
  );
}

function Node({ node: { name, state, tasks }, found, now }: { node: DrawnNode<OpenTask>; found: Stood; now: number }) {
  const t = useCaseWords();
  return (
    <li className={state} aria-current={state === 'now' ? 'step' : undefined}>
      <b>{t(`node.${name}`)}</b>
      {state === 'perhaps' && <i>{t('nodeState.perhaps')}</i>}
      {tasks.map((task) => <TaskAt key={task.id} task={task} found={found} now={now} />)}
    </li>
  );
}

/** One open task: who holds it, or who may take it, and how much of its time is left. */
function TaskAt({ task, found, now, named = false }: { task: OpenTask; found: Stood; now: number; named?: boolean }) {
  const t = useCaseWords();
  const roles = task.roles.map((role) => t(`role.${role}`)).join('、');
  return (
    <div className="task-at">
      <span>
        {named && <>{t(`taskKind.${task.kind}`)} · </>}
        {task.holder ? <b>{task.holder.name}</b> : <em>{t('unclaimed')}</em>}
      </span>
      <span className="quiet">{[whoseOf(task), roles].join(' ')}</span>
      <Remaining openedAt={task.openedAt} dueAt={task.dueAt} workingMinutesLeft={task.workingMinutesLeft} areaCode={task.area.code} standing={standingOf(found, task.kind)} now={now} />
    </div>
  );
}

/** Path, round, card, side exits, urgings and what came back of a case as tags. */
export function CaseTags({ case: { stage, path, card, round, paused, urged, cameBack } }: { case: Pick<CasePathFragment, 'stage' | 'path' | 'card' | 'round' | 'paused' | 'urged' | 'cameBack'> }) {
  const t = useCaseWords();
  return (
    <>
      {path && <Tag color="geekblue">{t(`path.${path}`)}</Tag>}
      <Tag color={stage === 'closed' ? 'green' : paused || stage === 'referred' ? 'orange' : 'blue'}>{t(`stage.${stage}`)}</Tag>
      {card !== 'none' && <Tag color={card === 'red' ? 'red' : 'gold'}>{t(`card.${card}`)}</Tag>}
      {round > 1 && <Tag color="purple">{t('round', { n: round })}</Tag>}
      <TurnTags urged={urged} cameBack={cameBack} />
    </>
  );
}

