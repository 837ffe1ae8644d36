import type { Actor, OpenedTask, ReassignTaskInput } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { mayDispose, mayReassign } from '@yiwang/domain/paths';
import { cancelPart, reassignTask } from '../recording/messages.js';
import { checkTaskIsOpen, checkTaskIsTheirs, firstRefusal, openingOf, type Verdict } from '../recording/tasks.rules.js';
import { mention, onDecision, partClocks, recordWork, remember, tellLifecycle } from './decide.js';
import { checkParts } from './parts.js';
import { checkRecipients } from './recipients.rules.js';
import { stopPart } from './task-decisions.js';
import { holderOf, isReturnedPart, leadTask, newTask, partTask, type Work, type WorkTask } from './work.rules.js';

/** Whoever leads the path, or stands above whoever does, disposes of what was given to others. */
function checkDisposes(work: Work, actor: Actor, reason: string): Verdict {
  const lead = leadTask(work);
  if (work.outcome !== null) return refuse('STAGE_REFUSES', { actual: work.stage });
  const leads = lead !== undefined && checkTaskIsTheirs(lead, actor, work.input.aboutWhom).ok;
  return mayDispose(work.stage, { lead, held: work.held, leads, actor }, reason);
}

const isPart = (task: WorkTask): boolean => task.kind === 'contribute' || isReturnedPart(task);

/** A part, or on the county's path the lead: only the county names who leads there, so only those above the lead do. */
function checkReassigned(work: Work, { taskId, actor, to }: ReassignTaskInput): Verdict {
  const task = work.tasks[taskId];
  if (task === undefined) return refuse('STAGE_REFUSES', { actual: work.stage });
  const within = work.input.path === 'countyCoordinated' ? work.countyCode : (leadTask(work)?.areaCode ?? work.countyCode);
  return firstRefusal(
    () => mayReassign(work.stage, task, work.input.path, actor),
    () => checkParts([to]),
    () => checkRecipients(work, within, [['to', to]]),
  );
}

/** The lead's task anew for another unit or person, with what binds it. */
function leadAnew(work: Work, task: WorkTask, to: ReassignTaskInput['to']): OpenedTask {
  const { roles, areaCode, unitCode, subjects, actingFor, title } = to;
  const { actingFor: _before, ...data } = task.data ?? {};
  return newTask(
    work,
    { tier: task.tier, roles, areaCode, ...(unitCode === undefined ? {} : { unitCode }) },
    {
      kind: 'lead',
      title,
      ...(subjects === undefined ? {} : { subjects }),
      data: { ...data, ...(actingFor === undefined ? {} : { actingFor }) },
    },
  );
}

/** 收回 and 改派: no part stays with somebody who cannot do it, and the answer does not wait for it for ever. */
export function registerReassigning(work: Work): void {
  onDecision(work, cancelPart, {
    check: ({ actor, partId, reason }) => {
      const part = work.tasks[partId];
      return firstRefusal(
        () => checkDisposes(work, actor, reason),
        () => checkTaskIsOpen(work.caseNumber, part, partId),
        () => (part !== undefined && isPart(part) ? { ok: true } : refuse('STAGE_REFUSES', { actual: work.stage })),
      );
    },
    async act({ actor, partId, reason }, at) {
      const part = work.tasks[partId] as WorkTask;
      remember(work, actor.subject);
      const standsAt = await recordWork(work, 'cancelPart', at, {
        actor,
        timeline: [{ type: 'partCancelled', text: reason, taskId: partId, internal: true }],
        changedTasks: [{ taskId: partId, state: 'cancelled', result: reason }],
      });
      if (part.kind === 'contribute') await stopPart(work, part, standsAt);
    },
  });

  onDecision(work, reassignTask, {
    check: (input) =>
      firstRefusal(
        () => checkDisposes(work, input.actor, input.reason),
        () => checkTaskIsOpen(work.caseNumber, work.tasks[input.taskId], input.taskId),
        () => checkReassigned(work, input),
      ),
    async act({ actor, taskId, to, reason }, at) {
      const task = work.tasks[taskId] as WorkTask;
      const next = task.kind === 'lead' ? leadAnew(work, task, to) : partTask(work, to, at, task.partOf ?? '', 0);
      const opened = openingOf(work.caseNumber, [next]);
      remember(work, actor.subject);
      const standsAt = await recordWork(work, 'reassignTask', at, {
        ...opened,
        actor,
        patch: task.kind === 'lead' ? { unitCode: next.unitCode ?? null } : {},
        timeline: [{ type: 'reassigned', text: reason, taskId, internal: true, data: { to: next.unitCode ?? next.areaCode } }, ...opened.timeline],
        changedTasks: [{ taskId, state: 'cancelled', result: reason }],
      });
      if (task.kind === 'lead') await tellLifecycle(work, { handlers: work.handlers, holder: holderOf(next) });
      else await mention(work, { handlers: work.handlers, entries: [...stopOf(work, taskId, standsAt), ...partClocks(work, [next], standsAt)] });
    },
  });
}

const stopOf = (work: Work, taskId: string, at: string) => [
  { kind: 'stop' as const, clock: `unit:${taskId}` as const, at, rule: work.input.policy.version },
];
