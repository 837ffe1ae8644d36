import { memo } from 'react';
import { Tag } from 'antd';
import { TurnTags } from '../kit/turn-tags.js';
import { useSession } from '../session/session.js';
import { instant } from '../words/instants.js';
import { Remaining } from './remaining.js';
import { standingOf, urgencyOf } from './time-left.js';
import { useMyWorkWords } from './words.js';
import type { ListedTask } from './use-task-list.js';

interface Row {
  task: ListedTask;
  now: number;
  /** Where it stands in the list, from 0, and how many there are so far. */
  at: number;
  of: number;
  top: number;
  chosen: boolean;
  selected: boolean;
  onChoose(id: string): void;
  onSelect(id: string): void;
}

/** One task: what it is, how much of its time is left, whose it is; to be opened, and to be selected with others. */
export const TaskRow = memo(function TaskRow({ task, now, at, of, top, chosen, selected, onChoose, onSelect }: Row) {
  const t = useMyWorkWords();
  const { subject } = useSession();
  const { id, kind, openedAt, dueAt, workingMinutesLeft, closedAt, holderSubject, holder, area } = task;
  const standing = standingOf(task.case, kind);
  const urgency = standing !== null ? 'calm' : closedAt == null ? urgencyOf(Date.parse(openedAt), Date.parse(dueAt), now) : 'done';
  const title = task.title ?? task.case?.title ?? task.case?.text ?? t('noCase');
  return (
    <li className={selected ? 'selected' : ''} style={{ top }} aria-setsize={of} aria-posinset={at + 1}>
      <label className="select"><input type="checkbox" checked={selected} aria-label={t('select', { title })} onChange={() => onSelect(id)} /></label>
      <button type="button" id={`task-${id}`} className={`task-row ${urgency}`} aria-current={chosen} onClick={() => onChoose(id)}>
        <span className="line">
          <Tag color="blue" variant="filled">{t(`taskKind.${kind}`)}</Tag>
          {task.case && <span className="kind">{t(`kind.${task.case.kind}`)}</span>}
          {closedAt == null ? <Remaining {...{ openedAt, dueAt, workingMinutesLeft, now, standing }} areaCode={area.code} /> : <time className="remaining done" dateTime={closedAt}>{t('closedAt', { at: instant(closedAt) })}</time>}
        </span>
        <b>{title}</b>
        <span className="line quiet">
          <span className="area">{area.name}</span>
          {task.case && <span>{t(`channel.${task.case.channel}`)}</span>}
          <TurnTags urged={task.urged} cameBack={task.cameBack} />
          <span className="held">{holder?.name ?? t(holderSubject === null ? 'scope.UNIT' : holderSubject === subject ? 'scope.MINE' : 'holder')}</span>
        </span>
      </button>
    </li>
  );
});
