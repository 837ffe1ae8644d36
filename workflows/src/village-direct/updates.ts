import { getExternalWorkflowHandle, setHandler, workflowInfo } from '@temporalio/workflow';
import type { DecisionResult, UpdateName } from '@yiwang/contracts/case-flow';
import { acceptTask, completeTask, handedUp, handUpTask, pathProgress } from '../recording/messages.js';
import { now, record } from '../recording/record.js';
import { insist } from '../recording/refuse-update.js';
import { checkAccept, checkComplete, checkHandUp, townTaskOf, type Round } from './round.rules.js';
import { acceptStep, completeStep, handUpStep } from './steps.rules.js';

/**
 * What people decide on this path. The validators refuse; a handler closes the door behind itself before its first
 * await (`deciding`), records, and only then changes the round and answers.
 */
export function registerDecisions(round: Round): void {
  const where = (): DecisionResult => ({ stage: round.stage, round: round.input.round });
  setHandler(pathProgress, where);

  const decide = async (name: UpdateName, work: () => Promise<void>): Promise<DecisionResult> => {
    round.deciding = name;
    try {
      await work();
    } finally {
      round.deciding = null;
    }
    return where();
  };

  setHandler(
    acceptTask,
    (input) =>
      decide('acceptTask', async () => {
        await record(round, 'acceptTask', now(), acceptStep(round, input));
        Object.assign(round, { stage: 'handling', taskAccepted: true, dispatched: true });
      }),
    { validator: (input) => insist(checkAccept(round, input)) },
  );

  setHandler(
    completeTask,
    (input) =>
      decide('completeTask', async () => {
        const answeredAt = now();
        await record(round, 'completeTask', answeredAt, completeStep(round, input, answeredAt));
        round.stage = 'evaluating';
        round.answer = { handlerSubject: input.actor.subject ?? '', answeredAt };
      }),
    { validator: (input) => insist(checkComplete(round, input)) },
  );

  setHandler(
    handUpTask,
    (input) =>
      decide('handUpTask', async () => {
        if (round.task === null) return;
        const townTask = townTaskOf(round, round.task);
        await record(round, 'handUpTask', now(), handUpStep(round, input, townTask));
        Object.assign(round, { stage: 'dispatched', task: townTask, taskAccepted: false, dispatched: true });
        round.tasksOpened += 1;
        await tellLifecycle(input.actor.subject ?? '');
      }),
    { validator: (input) => insist(checkHandUp(round, input)) },
  );
}

/** The lifecycle must know whom to tell when a clock rings; a round that was started by itself has no lifecycle. */
async function tellLifecycle(handlerSubject: string): Promise<void> {
  const { parent } = workflowInfo();
  if (parent) await getExternalWorkflowHandle(parent.workflowId).signal(handedUp, { handlerSubject });
}
