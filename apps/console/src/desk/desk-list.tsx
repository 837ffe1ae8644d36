import type { KeyboardEvent } from 'react';
import { Button, Skeleton, Tag } from 'antd';
import { formProblem } from '../kit/problem.js';
import { Failed, Nothing } from '../kit/states.js';
import { TurnTags } from '../kit/turn-tags.js';
import { Remaining } from '../my-work/remaining.js';
import { standingOf, urgencyOf } from '../my-work/time-left.js';
import type { TaskList } from '../my-work/use-task-list.js';
import { useDeskWords } from './words.js';

interface List {
  list: TaskList;
  now: number;
  chosen: string | null;
  onChoose(id: string): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** The desk's tasks, due first, in each of the list's states. Arrows move through it, Enter opens. */
export function DeskList({ list: { items, hasMore, isThere, error, more, refresh }, now, chosen, onChoose }: List) {
  const t = useDeskWords();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = items.findIndex(({ id }) => document.activeElement?.id === `desk-${id}`);
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    document.getElementById(`desk-${next?.id}`)?.focus();
  };
  if (!isThere) return error ? <Failed problem={formProblem(error)} onRetry={refresh} /> : <Skeleton active className="skeleton" paragraph={{ rows: 8 }} />;
  if (items.length === 0) return <Nothing title={t('none')}>{t('noneHint')}</Nothing>;
  return (
    <div className="desk-rows">
      <ul onKeyDown={onKeyDown} aria-label={t('incoming')}>
        {items.map(({ id, kind, title, openedAt, dueAt, workingMinutesLeft, area, urged, cameBack, case: one }) => (
          <li key={id}>
            <button type="button" id={`desk-${id}`} className={standingOf(one, kind) !== null ? 'calm' : urgencyOf(Date.parse(openedAt), Date.parse(dueAt), now)} aria-current={id === chosen} onClick={() => onChoose(id)}>
              <span className="line">
                <Tag color={kind === 'arbitrate' ? 'volcano' : 'blue'} variant="filled">{t(`taskKind.${kind}`)}</Tag>
                {one && <span className="quiet">{t(`kind.${one.kind}`)}</span>}
                <Remaining {...{ openedAt, dueAt, workingMinutesLeft }} standing={standingOf(one, kind)} areaCode={area.code} now={now} />
              </span>
              <b>{title ?? one?.title ?? one?.text ?? t('noCase')}</b>
              <span className="line quiet"><span>{area.name}</span>{one && <span>{t(`channel.${one.channel}`)}</span>}<TurnTags urged={urged} cameBack={cameBack} /></span>
            </button>
          </li>
        ))}
      </ul>
      {hasMore && <Button block type="text" onClick={more}>{t('more')}</Button>}
    </div>
  );
}
