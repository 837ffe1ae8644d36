import { setHandler } from '@temporalio/workflow';
import { SYSTEM_ACTOR, type Actor, type LedgerEntry, type Path } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { goesUpByReferral, handlersOf, mayAccept, mayAnswer, mayContribute, mayHandUp } from '@yiwang/domain/paths';
import { acceptTask, completeTask, handUpTask, pathProgress, pathTold } from '../recording/messages.js';
import { now } from '../recording/time.js';
import { inTurn } from '../recording/turns.js';
import { mention, onDecision, recordWork, remember, tellLifecycle } from './decide.js';
import { acceptStep, completeStep, contributedStep, leavingStep, rungStep } from './steps.rules.js';
import { openVerification } from './verification.js';
import {
  checkDecision,
  holderOf,
  missingBeforeAnswer,
  needsVerification,
  newTask,
  partsToCome,
  rulesFor,
  situationOf,
  type Work,
  type WorkTask,
} from './work.rules.js';

/** What every path has: a task is accepted, answered, handed up; and the lifecycle holds it, or lets it go up. */
export function registerTaskDecisions(work: Work): void {
  setHandler(pathProgress, () => ({ stage: work.stage, round: work.input.round }));
  setHandler(pathTold, async ({ held, dueAt, escalate, reportTo }) => {
    const isLetGo = held === null && work.held !== null;
    if (held !== undefined) work.held = held;
    if (dueAt !== undefined) work.dueAt = dueAt;
    if (escalate !== undefined) work.escalation = escalate;
    if (reportTo !== undefined) work.reportTo = reportTo;
    if (isLetGo) await inTurn(work, 'letGo', () => showStage(work));
  });

  onDecision(work, acceptTask, {
    check: (input) => checkDecision(work, input, (task) => mayAccept(work.stage, situationOf(task))),
    async act({ taskId, actor }, at) {
      const task = work.tasks[taskId] as WorkTask;
      remember(work, actor.subject);
      const standsAt = await recordWork(work, 'acceptTask', at, acceptStep(work, task, actor));
      if (task.kind !== 'contribute') work.dispatched = true;
      if (task.kind === 'lead' && rulesFor(work).accept !== null) await stopAcceptance(work, standsAt);
    },
  });

  onDecision(work, completeTask, {
    check: (input) =>
      checkDecision(work, input, (task) =>
        task.kind === 'contribute'
          ? mayContribute(work.stage, situationOf(task), input.answer)
          : mayAnswer(work.stage, situationOf(task), {
              ...input,
              lastRound: work.input.lastRound,
              openParts: partsToCome(work),
              missing: missingBeforeAnswer(work),
            }),
      ),
    async act(input, at) {
      const task = work.tasks[input.taskId] as WorkTask;
      const subject = input.actor.subject ?? '';
      if (task.kind === 'contribute') {
        const standsAt = await recordWork(work, 'completeTask', at, contributedStep(input));
        remember(work, input.actor.subject);
        await stopPart(work, task, standsAt);
        return;
      }
      remember(work, input.actor.subject);
      if (needsVerification(work)) {
        await openVerification(work, task, input, at);
        return;
      }
      const standsAt = await recordWork(work, 'completeTask', at, completeStep(work, task, input, at));
      work.outcome = { outcome: 'answered', answeredAt: standsAt, handlerSubject: subject, answer: input.answer };
    },
  });

  onDecision(work, handUpTask, {
    check: (input) =>
      checkDecision(work, input, (task) => {
        if (goesUpByReferral(rulesFor(work).up, work.input.kind)) {
          const expected = '转市级须申请批准（requestApproval: referral）/ ask for a referral instead';
          return refuse('PATH_REFUSES', { field: 'handUp', expected });
        }
        return mayHandUp(work.stage, situationOf(task), input.reason);
      }),
    async act({ taskId, actor, reason }, at) {
      remember(work, actor.subject);
      await moveUp(work, work.tasks[taskId] as WorkTask, { actor, reason }, 'handUpTask', at);
    },
  });
}

/** Up the path's ladder, or off the path where it ends. Above the county it goes only by an approved referral. */
export async function moveUp(
  work: Work,
  task: WorkTask | undefined,
  by: { actor: Actor; reason: string; ordered?: boolean },
  name: string,
  at: string,
): Promise<void> {
  const rules = rulesFor(work);
  const { areaCode, kind, unitCode } = work.input;
  const above = task?.kind === 'handle' ? handlersOf(rules, work.rung + 1, { areaCode, kind, unitCode }) : null;
  if (task !== undefined && above !== null) {
    const next = newTask(work, above, { kind: 'handle' });
    await recordWork(work, name, at, rungStep(work, task, next, by));
    Object.assign(work, { rung: work.rung + 1, dispatched: true });
    await tellLifecycle(work, { handlers: work.handlers, holder: holderOf(next) });
    return;
  }
  const isLate = by.actor.kind === 'system';
  const to: Path | 'city' = rules.up;
  await recordWork(work, name, at, leavingStep(task, isLate ? 'movedUp' : 'handedUp', { ...by, to }));
  work.outcome = { outcome: 'movedUp', to, reason: by.reason, late: isLate && by.ordered !== true };
}

export const acceptanceEnds = (work: Work, at: string): LedgerEntry => ({
  kind: 'stop',
  clock: 'unit:acceptance',
  at,
  rule: work.input.policy.version,
});

export const stopAcceptance = (work: Work, at: string): Promise<void> => mention(work, { entries: [acceptanceEnds(work, at)] });

export const stopPart = (work: Work, { taskId }: WorkTask, at: string): Promise<void> =>
  mention(work, {
    handlers: work.handlers,
    entries: [{ kind: 'stop', clock: `unit:${taskId}`, at, rule: work.input.policy.version }],
  });

/** Taken up again after a suspension or from the city: the case is where the path had it. */
async function showStage(work: Work): Promise<void> {
  if (work.outcome !== null) return;
  const at = now(work);
  await recordWork(work, `letGo:${at}`, at, { actor: SYSTEM_ACTOR, patch: { stage: work.stage }, timeline: [] });
}
