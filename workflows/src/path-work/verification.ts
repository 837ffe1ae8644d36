import type { CompleteTaskInput, VerifyTaskInput } from '@yiwang/contracts/case-flow';
import { refuse } from '@yiwang/contracts/errors';
import { mayVerify, verifiersOf } from '@yiwang/domain/paths';
import { verifyTask } from '../recording/messages.js';
import { openingOf } from '../recording/tasks.rules.js';
import { mention, onDecision, partClocks, recordWork, tellLifecycle } from './decide.js';
import { acceptanceEvents, answeredPatch, toReporter } from './steps.rules.js';
import { checkDecision, holderOf, newTask, partDueAt, situationOf, type Work, type WorkTask } from './work.rules.js';

const RULE = (work: Work): number => work.input.policy.version;

/** The lead has answered; somebody who had no hand in it looks first. The clocks of the case stand from the answer. */
export async function openVerification(work: Work, lead: WorkTask, input: CompleteTaskInput, at: string): Promise<void> {
  const { areaCode, conflictOfInterest = false, excludedSubjects, handlersBefore } = work.input;
  const verify = newTask(work, verifiersOf(areaCode, lead, conflictOfInterest), {
    kind: 'verify',
    partOf: lead.taskId,
    dueAt: partDueAt(work, undefined, at),
    excludedSubjects: [...new Set([...excludedSubjects, ...handlersBefore, ...work.handlers])],
  });
  const opened = openingOf(work.caseNumber, [verify]);
  const standsAt = await recordWork(work, 'completeTask', at, {
    ...opened,
    actor: input.actor,
    patch: { stage: 'verifying', ...(input.actor.subject === undefined ? {} : { handlerSubject: input.actor.subject }) },
    timeline: [
      ...(lead.accepted ? [] : acceptanceEvents(work, lead.taskId)),
      {
        type: 'contributed',
        text: input.answer,
        taskId: lead.taskId,
        internal: true,
        data: { stage: 'verifying', attachmentIds: input.attachmentIds },
      },
      ...opened.timeline,
    ],
    changedTasks: [{ taskId: lead.taskId, state: 'completed', result: input.answer }],
  });
  const text = input.explanation === undefined ? input.answer : `${input.answer}\n\n${input.explanation}`;
  work.pendingAnswer = { text, at: standsAt, subject: input.actor.subject ?? '', actor: input.actor };
  work.answeredBy = lead;
  await tellLifecycle(work, {
    handlers: work.handlers,
    entries: [
      { kind: 'stop', clock: 'tier', at: standsAt, rule: RULE(work) },
      { kind: 'stop', clock: 'resolution', at: standsAt, rule: RULE(work) },
      // The answer must not lie with whoever is to look: theirs is a clock of its own.
      ...partClocks(work, [verify], standsAt),
      // Answered at once, it was accepted with the same act.
      ...(lead.accepted ? [] : [{ kind: 'stop' as const, clock: 'unit:acceptance' as const, at: standsAt, rule: RULE(work) }]),
    ],
  });
}

/** Two keys: a hand in it is its own refusal, before the question whose task it is. */
const hasHandled = (work: Work, { taskId, actor }: VerifyTaskInput): boolean => {
  const task = work.tasks[taskId];
  return task?.kind === 'verify' && actor.subject !== undefined && task.excludedSubjects.includes(actor.subject);
};

/** 核查: passed, the resident is answered; failed, the lead has it again and the clocks go on as if never stopped. */
export function registerVerification(work: Work): void {
  onDecision(work, verifyTask, {
    check: (input) =>
      hasHandled(work, input)
        ? refuse('VERIFIER_HANDLED')
        : checkDecision(work, input, (task) =>
        mayVerify(work.stage, situationOf(task), {
          subject: input.actor.subject ?? null,
          handlerSubjects: work.handlers,
          findings: input.findings,
        }),
      ),
    async act(input, at) {
      const answer = work.pendingAnswer;
      const lead = work.answeredBy;
      if (answer === null || lead === null) return;
      const { actor, taskId, findings, attachmentIds, passed } = input;
      const round = work.input.round;
      const verdict = { kind: 'verification', id: taskId, data: { passed, findings, attachmentIds } };
      const looked = (stopAt: string) => ({ kind: 'stop' as const, clock: `unit:${taskId}` as const, at: stopAt, rule: RULE(work) });
      if (passed) {
        const standsAt = await recordWork(work, 'verifyTask', at, {
          actor,
          patch: answeredPatch(work, answer.at, answer.subject),
          timeline: [
            { type: 'verified', text: findings, taskId, internal: true, data: { attachmentIds } },
            {
              type: 'answered',
              text: answer.text,
              taskId: lead.taskId,
              // Whoever looked has not answered.
              ...(answer.actor === undefined ? {} : { actor: answer.actor }),
              data: { stage: 'evaluating', round },
            },
          ],
          changedTasks: [{ taskId, state: 'completed', result: findings }],
          records: [verdict],
          notices: [toReporter(work, 'caseAnswered')],
        });
        await mention(work, { entries: [looked(standsAt)] });
        work.outcome = {
          outcome: 'answered',
          answeredAt: answer.at,
          handlerSubject: answer.subject,
          answer: answer.text,
        };
        return;
      }
      const { kind, title, subjects, data } = lead;
      const again = newTask(work, holderOf(lead), {
        kind,
        ...(title === undefined ? {} : { title }),
        ...(subjects === undefined ? {} : { subjects }),
        dueAt: work.dueAt,
        data: { ...data, verificationFailed: true },
      });
      const opened = openingOf(work.caseNumber, [again]);
      const standsAt = await recordWork(work, 'verifyTask', at, {
        ...opened,
        actor,
        patch: { stage: 'handling' },
        timeline: [
          { type: 'verificationFailed', text: findings, taskId, internal: true, data: { stage: 'handling', attachmentIds } },
          ...opened.timeline,
        ],
        changedTasks: [{ taskId, state: 'completed', result: findings }],
        records: [verdict],
      });
      Object.assign(work, { pendingAnswer: null, answeredBy: null });
      await tellLifecycle(work, {
        entries: [
          looked(standsAt),
          { kind: 'reopen', clock: 'tier', at: standsAt, rule: RULE(work) },
          { kind: 'reopen', clock: 'resolution', at: standsAt, rule: RULE(work) },
        ],
      });
    },
  });
}
