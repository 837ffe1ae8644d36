import { SYSTEM_ACTOR, type OpenedTask } from '@yiwang/contracts/case-flow';
import type { Holder } from '@yiwang/domain/clocks';
import { recordWork, tellLifecycle } from '../path-work/decide.js';
import { holderOf, leadTask, newTask, type Work } from '../path-work/work.rules.js';
import { openingOf } from '../recording/tasks.rules.js';
import { now } from '../recording/time.js';
import { countyCentreOf } from './coordination.js';

/** Above whom a county's case stands: above a department its centre, above the centre the county's leaders, above them nobody. */
function aboveInCounty(work: Work, { kind, roles }: OpenedTask): Holder | null {
  if (roles.includes('leader')) return null;
  const centre = countyCentreOf(work);
  return kind === 'lead' ? centre : { ...centre, roles: ['leader'] };
}

/**
 * Too late, or ordered from above: whoever led loses it, and the centre names somebody else; where the centre sleeps, the
 * county's leaders do. Parts of other units go on beside it.
 */
export async function moveUpInCounty(work: Work, by: NonNullable<Work['escalation']>): Promise<void> {
  const task = leadTask(work);
  const above = task === undefined ? null : aboveInCounty(work, task);
  if (task === undefined || above === null) return;
  const at = now(work);
  const isOrdered = by.subject !== undefined;
  const next = newTask(work, above, {
    kind: task.kind === 'arbitrate' ? 'arbitrate' : 'coordinate',
    data: { ...(task.kind === 'lead' ? {} : task.data), movedUpFrom: task.unitCode ?? task.roles.join(',') },
  });
  const opened = openingOf(work.caseNumber, [next]);
  await recordWork(work, `moveUp:${task.taskId}`, at, {
    ...opened,
    actor: SYSTEM_ACTOR,
    patch: { stage: 'dispatched', tier: 'county', unitCode: null },
    timeline: [
      { type: 'movedUp', text: by.reason, taskId: task.taskId, data: { stage: 'dispatched', to: above.roles.join(','), late: !isOrdered } },
      ...opened.timeline,
    ],
    changedTasks: [{ taskId: task.taskId, state: 'handedUp' }],
  });
  await tellLifecycle(work, { handlers: work.handlers, holder: holderOf(next) });
}
