import type { TaskKind } from '../paths/vocabulary.js';
import type { TaskFacts } from './facts.types.js';

/** Whoever decides first, then who looks on site, then whoever answers; requests and feedback run beside the work. */
const ORDER: readonly TaskKind[] = ['arbitrate', 'coordinate', 'cityDesk', 'desk', 'verify', 'lead', 'handle', 'contribute', 'order', 'approve'];

/**
 * The one open task for which a case waits: the part that is due first where whoever leads has accepted and waits for
 * parts, else by kind, then by deadline. Undefined where no task is open.
 */
export function taskInTheWay(open: readonly TaskFacts[]): TaskFacts | undefined {
  const inOrder = open.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.dueAt < b.dueAt ? -1 : 1));
  const [first] = inOrder;
  if (first?.kind !== 'lead' || first.state !== 'accepted') return first;
  return inOrder.find(({ kind }) => kind === 'contribute') ?? first;
}
