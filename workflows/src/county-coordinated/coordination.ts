import type { AssignUnitsInput, OpenedTask, PartOf } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { areaAtTier, CENTRE_OF, mayAssign } from '@yiwang/domain/paths';
import { assignUnits, returnTask } from '../recording/messages.js';
import { firstRefusal, openingOf, type Verdict } from '../recording/tasks.rules.js';
import { onDecision, partClocks, recordWork, remember, tellLifecycle } from '../path-work/decide.js';
import { acceptanceEvents } from '../path-work/steps.rules.js';
import { checkParts, checkProposal, checkReturn, coordinationAfter, returnOf } from '../path-work/parts.js';
import { checkRecipients } from '../path-work/recipients.rules.js';
import { acceptanceEnds, stopAcceptance, stopPart } from '../path-work/task-decisions.js';
import { checkDecision, holderOf, isReturnedPart, leadTask, newTask, partTask, situationOf, type Work, type WorkTask } from '../path-work/work.rules.js';

/** The county centre; where the complaint is about somebody there, its leader. */
export const countyCentreOf = (work: Work) => ({
  tier: 'county' as const,
  roles: work.input.coordinatedBy ?? [...CENTRE_OF.county],
  areaCode: areaAtTier('county', work.input.areaCode),
});

/** Who leads: a task of its own for one unit or person, which alone answers. */
function leadOf(work: Work, lead: PartOf, binding: boolean, task: WorkTask): OpenedTask {
  const { roles, areaCode, unitCode, subjects, actingFor, title } = lead;
  return newTask(
    work,
    { tier: 'county', roles, areaCode, ...(unitCode === undefined ? {} : { unitCode }) },
    {
      kind: 'lead',
      title,
      ...(subjects === undefined ? {} : { subjects }),
      data: {
        binding,
        coordinatedBy: task.taskId,
        ...(actingFor === undefined ? {} : { actingFor }),
        ...(work.input.mode === undefined ? {} : { mode: work.input.mode }),
      },
    },
  );
}

/** Also a task that was a part: the county names another unit for it, the lead stays. */
function assignedTasks(work: Work, input: AssignUnitsInput, task: WorkTask, at: string): OpenedTask[] {
  const { lead, assisting, binding = false } = input;
  const isBinding = binding || task.kind === 'arbitrate';
  const part = typeof task.data?.part === 'string' && task.data.part !== '' ? task.data.part : null;
  if (part !== null) {
    const tasks = [lead, ...assisting].map((one, index) => partTask(work, one, at, part, index));
    return tasks.map((one) => (isBinding ? { ...one, data: { ...one.data, binding: true } } : one));
  }
  const leading = leadOf(work, lead, isBinding, task);
  return [leading, ...assisting.map((one, index) => partTask(work, one, at, leading.taskId, index + 1))];
}

/** Whoever leads does not assist too, and nobody has a part in what is about them. */
function checkAssigned(work: Work, { taskId, lead, assisting }: AssignUnitsInput): Verdict {
  const task = work.tasks[taskId];
  const fields = [['lead', lead] as const, ...assisting.map((one, i) => [`assisting[${i}]`, one] as const)];
  const isPart = task !== undefined && isReturnedPart(task);
  const leading = isPart ? leadTask(work)?.unitCode : lead.unitCode;
  const others = isPart ? fields : fields.slice(1);
  const again = others.find(([, { unitCode }]) => unitCode !== undefined && unitCode === leading);
  return again === undefined
    ? checkRecipients(work, work.countyCode, fields)
    : refuse('PATH_REFUSES', { field: `${again[0]}.unitCode`, expected: '主办单位不同时协办 / a unit that does not lead' });
}

/** Who leads now and what their parts have in time; the first assignment is the county's acceptance. In one word. */
async function tellAssigned(work: Work, leading: OpenedTask | null, entries: ReturnType<typeof partClocks>, at: string): Promise<void> {
  const { handlers } = work;
  if (leading === null) return tellLifecycle(work, { handlers, entries });
  const holder = holderOf(leading);
  if (work.input.since !== undefined) return tellLifecycle(work, { handlers, holder, entries: [...entries, acceptanceEnds(work, at)] });
  await tellLifecycle(work, { handlers, holder, entries });
  await stopAcceptance(work, at);
}

/**
 * The county centre names the leading (主办) and the assisting (协办) units, each part with its own sub-limit; a unit
 * returns with the unit that it proposes and the legal ground; after the second return the county's word is binding.
 */
export function registerCoordination(work: Work): void {
  onDecision(work, assignUnits, {
    check: (input) =>
      checkDecision(work, input, (task) =>
        firstRefusal(
          () => mayAssign(work.stage, situationOf(task)),
          () => checkParts([input.lead, ...input.assisting]),
        ),
      ),
    forbids: (input) => checkAssigned(work, input),
    async act(input, at) {
      const { actor, taskId, reason } = input;
      const task = work.tasks[taskId] as WorkTask;
      const tasks = assignedTasks(work, input, task, at);
      const [leading] = tasks;
      const isFirst = leading?.kind === 'lead';
      const opened = openingOf(work.caseNumber, tasks);
      const standsAt = await recordWork(work, 'assignUnits', at, {
        ...opened,
        actor,
        patch: isFirst ? { stage: 'handling', tier: 'county', unitCode: leading.unitCode ?? null } : {},
        timeline: [
          ...(isFirst && !work.dispatched ? acceptanceEvents(work, taskId) : []),
          {
            type: task.kind === 'arbitrate' ? 'arbitrated' : 'assigned',
            ...(reason === undefined ? {} : { text: reason }),
            taskId,
            internal: true,
            data: { units: tasks.map(({ unitCode, areaCode }) => unitCode ?? areaCode) },
          },
          ...opened.timeline,
        ],
        changedTasks: [{ taskId, state: 'completed', ...(reason === undefined ? {} : { result: reason }) }],
      });
      remember(work, actor.subject);
      const parts = tasks.filter(({ kind }) => kind === 'contribute');
      if (parts.length > 0) work.onRecord = [...new Set([...work.onRecord, 'parts' as const])];
      if (isFirst) work.dispatched = true;
      await tellAssigned(work, isFirst ? leading : null, partClocks(work, parts, standsAt), standsAt);
    },
  });

  onDecision(work, returnTask, {
    check: (input) => checkReturn(work, input),
    forbids: (input) => checkProposal(work, input),
    async act(input, at) {
      const task = work.tasks[input.taskId] as WorkTask;
      const next = coordinationAfter(work, task, input, countyCentreOf(work));
      const opened = openingOf(work.caseNumber, [next]);
      const step = returnOf(task, input);
      const standsAt = await recordWork(work, 'returnTask', at, {
        ...opened,
        ...step,
        patch: task.kind === 'lead' ? { stage: 'dispatched' } : {},
        timeline: [...step.timeline, ...opened.timeline],
      });
      work.returns += 1;
      if (task.kind === 'contribute') await stopPart(work, task, standsAt);
      else await tellLifecycle(work, { holder: holderOf(next) });
    },
  });
}
