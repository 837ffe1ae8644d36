import { goesBy, type Actor, type OpenedTask, type PartOf, type ReturnTaskInput } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { mayDelegate, mayInstruct, mayPlan, mayReturn } from '@yiwang/domain/paths';
import { checkRecipients } from './recipients.rules.js';
import { delegateTask, instruct, planParts, returnTask } from '../recording/messages.js';
import { firstRefusal, openingOf, type Verdict } from '../recording/tasks.rules.js';
import { mention, onDecision, partClocks, recordWork, remember } from './decide.js';
import { acceptanceEvents, leavingStep } from './steps.rules.js';
import { stopAcceptance, stopPart } from './task-decisions.js';
import { checkDecision, isReturnedPart, leadTask, newTask, partTask, policyFor, rulesFor, situationOf, type Work, type WorkTask } from './work.rules.js';

const MOST_PARTS = 30;

/** Every part says what is to be done and by whom. */
export function checkParts(parts: readonly PartOf[], least = 1): Verdict {
  if (parts.length < least || parts.length > MOST_PARTS) {
    return refuse('PATH_REFUSES', { field: 'parts', expected: `${least}–${MOST_PARTS}` });
  }
  const index = parts.findIndex(({ title, roles }) => title.trim() === '' || roles.length === 0);
  return index < 0
    ? { ok: true }
    : refuse('PATH_REFUSES', { field: `parts[${index}]`, expected: '事项和承办人 / what is to be done and by whom' });
}

/** Opens parts beside each other, each with its clock. */
export async function openParts(
  work: Work,
  name: string,
  at: string,
  by: { actor: Actor; type: 'planned' | 'assigned' | 'instructed' | 'minutesRecorded'; text?: string; from: string },
  parts: readonly PartOf[],
  more: Parameters<typeof recordWork>[3] | null = null,
): Promise<OpenedTask[]> {
  const tasks = parts.map((part, index) => partTask(work, part, at, by.from, index));
  const opened = openingOf(work.caseNumber, tasks);
  const standsAt = await recordWork(work, name, at, {
    ...more,
    actor: by.actor,
    openedTasks: tasks,
    timeline: [
      ...(more?.timeline ?? []),
      {
        type: by.type,
        ...(by.text === undefined ? {} : { text: by.text }),
        internal: true,
        data: { parts: parts.map(({ title }) => title) },
      },
      ...opened.timeline.map((entry) => ({ ...entry, internal: true as const })),
    ],
    notices: [...(more?.notices ?? []), ...opened.notices],
  });
  if (tasks.length > 0) {
    work.onRecord = [...new Set([...work.onRecord, 'parts' as const])];
    await mention(work, { entries: partClocks(work, tasks, standsAt) });
  }
  return tasks;
}

/** 干部领办 and 村镇联办: whoever leads gives parts to others, who work beside each other; the answer stays the lead's. */
export function registerPlanning(work: Work): void {
  onDecision(work, planParts, {
    check: (input) =>
      checkDecision(work, input, (task) =>
        firstRefusal(
          () => mayPlan(work.stage, situationOf(task)),
          () => checkParts(input.parts),
        ),
      ),
    forbids: ({ taskId, parts }) => checkRecipients(work, work.tasks[taskId]?.areaCode ?? work.countyCode, parts.map((part, i) => [`parts[${i}]`, part])),
    async act({ actor, taskId, parts }, at) {
      const lead = work.tasks[taskId];
      const isFirst = lead !== undefined && !lead.accepted && goesBy(work.input, '2026-11-owners');
      remember(work, actor.subject);
      await openParts(work, 'planParts', at, { actor, type: 'planned', from: taskId }, parts, isFirst ? takenInHand(work, taskId, actor) : null);
      if (!isFirst) return;
      work.dispatched = true;
      if (rulesFor(work).accept !== null) await stopAcceptance(work, at);
    },
  });
}

/** Whoever shares the work out has accepted it with that. */
const takenInHand = (work: Work, taskId: string, actor: Actor): Parameters<typeof recordWork>[3] => ({
  actor,
  patch: { stage: 'handling', ...(actor.subject === undefined ? {} : { handlerSubject: actor.subject }) },
  timeline: acceptanceEvents(work, taskId),
  changedTasks: [{ taskId, state: 'accepted' }],
});

/** 批示: a leader above whoever holds the case instructs; it becomes a task, of the lead where nobody else is named. */
export function registerInstructions(work: Work): void {
  onDecision(work, instruct, {
    check: ({ actor, text }) => mayInstruct(actor, { stage: work.stage, lead: leadTask(work), held: work.held }, text),
    forbids: ({ part }) => (part === undefined ? { ok: true } : checkRecipients(work, work.countyCode, [['part', part]])),
    async act({ actor, text, part }, at) {
      const lead = leadTask(work) as WorkTask;
      const { roles, areaCode, unitCode, subjects } = lead;
      const to: PartOf = part ?? { title: text, roles, areaCode, unitCode, subjects };
      await openParts(work, 'instruct', at, { actor, type: 'instructed', text, from: lead.taskId }, [to]);
    },
  });
}

/** Down again: the leader of the path gives the matter to a path below, which gets its own limit from here. */
export function registerDelegation(work: Work): void {
  onDecision(work, delegateTask, {
    check: (input) =>
      checkDecision(work, input, (task) => {
        const { path, conflictOfInterest = false } = work.input;
        return mayDelegate(work.stage, { ...situationOf(task), isReturnedPart: isReturnedPart(task) }, { path, conflictOfInterest }, input);
      }),
    // The county's word binds: what it gave to this unit goes neither back nor down.
    forbids: ({ taskId }) => (work.tasks[taskId]?.data?.binding === true ? refuse('RETURN_IS_BINDING') : { ok: true }),
    async act({ actor, taskId, path, areaCode, reason }, at) {
      remember(work, actor.subject);
      const step = leavingStep(work.tasks[taskId], 'delegated', { actor, reason, to: path });
      await recordWork(work, 'delegateTask', at, { ...step, patch: { ...step.patch, areaCode } });
      work.outcome = { outcome: 'delegated', to: path, areaCode, reason };
    },
  });
}

export const checkReturn = (work: Work, input: ReturnTaskInput): Verdict =>
  checkDecision(work, input, (task) =>
    mayReturn(work.stage, { ...situationOf(task), binding: task.data?.binding === true }, input),
  );

/** A unit that returns it to itself has said nothing about whose it is. */
export const checkProposal = (work: Work, { taskId, proposedUnitCode }: ReturnTaskInput): Verdict =>
  work.tasks[taskId]?.unitCode === proposedUnitCode.trim()
    ? refuse('PATH_REFUSES', { field: 'proposedUnitCode', expected: '退回单位以外的单位 / a unit other than the one that returns it' })
    : { ok: true };

/** 退回: what the timeline and the record keep of it. */
export const returnOf = (task: WorkTask, { actor, taskId, proposedUnitCode, legalGround, reason }: ReturnTaskInput) => ({
  actor,
  timeline: [
    {
      type: 'returned' as const,
      text: reason,
      taskId,
      internal: true as const,
      data: { proposedUnitCode, legalGround, kind: task.kind },
    },
  ],
  changedTasks: [{ taskId, state: 'returned' as const, result: reason }],
  records: [{ kind: 'return', id: taskId, data: { proposedUnitCode, legalGround, reason } }],
});

/** On a path that a town leads, a part that is returned goes back to the lead, who gives it to somebody else. */
export function registerPartReturns(work: Work): void {
  onDecision(work, returnTask, {
    check: (input) =>
      checkDecision(work, input, (task) =>
        task.kind === 'contribute' ? checkReturn(work, input) : refuse('STAGE_REFUSES', { actual: work.stage }),
      ),
    forbids: (input) => checkProposal(work, input),
    async act(input, at) {
      const task = work.tasks[input.taskId] as WorkTask;
      const standsAt = await recordWork(work, 'returnTask', at, returnOf(task, input));
      work.returns += 1;
      await stopPart(work, task, standsAt);
    },
  });
}

/** The county's task after a return: name another unit, or decide bindingly. */
export function coordinationAfter(work: Work, task: WorkTask, input: ReturnTaskInput, county: Parameters<typeof newTask>[1]): OpenedTask {
  const isBinding = work.returns + 1 >= policyFor(work).returns.bindingAfter;
  return newTask(work, county, {
    kind: isBinding ? 'arbitrate' : 'coordinate',
    data: {
      proposedUnitCode: input.proposedUnitCode,
      legalGround: input.legalGround,
      returnedBy: task.unitCode ?? '',
      returns: work.returns + 1,
      part: task.kind === 'contribute' ? (task.partOf ?? '') : '',
      title: task.title ?? '',
    },
  });
}
