import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { TaskRow } from './task-row.js';
import { useRowsInView } from './use-rows-in-view.js';
import { useMyWorkWords } from './words.js';
import type { TaskList as Listed } from './use-task-list.js';

/** Of a row in `my-work.css`. */
const ROW_PX = 116;
/** So many rows before the end the next page is asked for. */
const AHEAD = 20;

interface List {
  list: Listed;
  now: number;
  chosen: string | null;
  selected: ReadonlySet<string>;
  onChoose(id: string): void;
  onSelect(id: string): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 6, PageUp: -6 };

/** The rows that are in view of a list of any length. Arrow keys open the next task, x selects one. */
export function TaskList({ list: { items, hasMore, more, see }, now, chosen, selected, onChoose, onSelect }: List) {
  const t = useMyWorkWords();
  const box = useRef<HTMLDivElement>(null);
  const toFocus = useRef<string | null>(null);
  const { from, to, reach } = useRowsInView(box, items.length, ROW_PX);
  useEffect(() => see(from), [see, from]);
  useEffect(() => {
    if (hasMore && to >= items.length - AHEAD) more();
  }, [hasMore, to, items.length, more]);
  useEffect(() => {
    const row = toFocus.current === null ? null : document.getElementById(`task-${toFocus.current}`);
    if (row === null) return;
    toFocus.current = null;
    row.focus({ preventScroll: true });
  });

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const focused = items.findIndex(({ id }) => document.activeElement?.id === `task-${id}`);
      const at = focused < 0 ? items.findIndex(({ id }) => id === chosen) : focused;
      if (event.key === 'x' && focused >= 0) {
        event.preventDefault();
        return onSelect(items[focused]?.id ?? '');
      }
      const step = event.key === 'Home' ? -items.length : event.key === 'End' ? items.length : STEPS[event.key];
      if (step === undefined || items.length === 0) return;
      event.preventDefault();
      const next = Math.min(items.length - 1, Math.max(0, at + step));
      toFocus.current = items[next]?.id ?? null;
      reach(next);
      onChoose(items[next]?.id ?? '');
    },
    [items, chosen, reach, onChoose, onSelect],
  );
  return (
    <div className="rows" ref={box}>
      <ul aria-label={t('list')} style={{ height: items.length * ROW_PX }} onKeyDown={onKeyDown}>
        {items.slice(from, to).map((task, index) => (
          <TaskRow
            key={task.id}
            {...{ task, now, at: from + index, of: hasMore ? -1 : items.length, top: (from + index) * ROW_PX, onChoose, onSelect }}
            chosen={task.id === chosen}
            selected={selected.has(task.id)}
          />
        ))}
      </ul>
    </div>
  );
}
