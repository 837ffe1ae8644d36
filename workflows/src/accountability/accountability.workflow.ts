import { allHandlersFinished, condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import {
  ACCOUNTABILITY_UPDATES,
  type AccountabilityActivities,
  type AccountabilityInput,
  type AccountabilityProgress,
  type DecideRectificationInput,
  type SubmitRectificationInput,
} from '@yiwang/contracts/accountability';
import { SYSTEM_ACTOR } from '@yiwang/contracts/case-flow';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { mayDecideRectification, maySubmitRectification } from '@yiwang/domain/figures';
import { insist } from '../recording/refuse-update.js';
import { firstRefusal } from '../recording/tasks.rules.js';
import { now, until } from '../recording/time.js';
import { inTurn } from '../recording/turns.js';
import { beginRectification, limitOf, needsText, progressOf, stepOf, type Rectification, type StepContent } from './rectification.rules.js';

const submitRectification = defineUpdate<AccountabilityProgress, [SubmitRectificationInput]>(ACCOUNTABILITY_UPDATES.submitRectification);
const decideRectification = defineUpdate<AccountabilityProgress, [DecideRectificationInput]>(ACCOUNTABILITY_UPDATES.decideRectification);

/** In evaluations, whose tables these are. Tried for ever: what was decided must reach PostgreSQL, and it never refuses. */
const { recordAccountability } = proxyActivities<AccountabilityActivities>({
  taskQueue: TASK_QUEUES.evaluations,
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * 通报 or 约谈, the rectification and its acceptance. Two keys: who answers for the figures puts it right, the level above
 * accepts or returns it. A deadline that passes is told and ends nothing.
 */
export async function accountability(input: AccountabilityInput): Promise<AccountabilityProgress> {
  const course = beginRectification(input);
  registerDecisions(course);
  await inTurn(course, 'noticed', () => enter(course, 'rectifying', { event: 'noticed', actor: SYSTEM_ACTOR, text: '' }));
  while (course.state !== 'accepted') {
    const { changes, dueAt } = course;
    const isChanged = (): boolean => course.changes !== changes;
    if (dueAt === null || course.isTold) await condition(isChanged);
    else if (!(await until(course, isChanged, dueAt))) await inTurn(course, 'overdue', () => tellOverdue(course, changes));
  }
  await condition(allHandlersFinished);
  return progressOf(course);
}

function registerDecisions(course: Rectification): void {
  const { answerable, accepts } = course.input;
  const maySubmit = ({ actor, text }: SubmitRectificationInput) =>
    firstRefusal(() => maySubmitRectification(course.state, answerable, actor), () => needsText('text', text));
  const mayDecide = ({ actor, reason }: DecideRectificationInput) =>
    firstRefusal(() => mayDecideRectification(course.state, accepts, actor, course.submitters), () => needsText('reason', reason));

  setHandler(
    submitRectification,
    (given) =>
      inTurn(course, 'submitRectification', async () => {
        insist(maySubmit(given));
        if (given.actor.subject !== undefined) course.submitters.push(given.actor.subject);
        course.attempts += 1;
        await enter(course, 'submitted', { event: 'submitted', actor: given.actor, text: given.text, operation: 'submitRectification' });
        return progressOf(course);
      }),
    { validator: (given) => insist(maySubmit(given)) },
  );
  setHandler(
    decideRectification,
    (given) =>
      inTurn(course, 'decideRectification', async () => {
        insist(mayDecide(given));
        const { actor, accepted, reason: text } = given;
        const event = accepted ? 'accepted' : 'returned';
        await enter(course, accepted ? 'accepted' : 'rectifying', { event, actor, text, operation: 'decideRectification' });
        return progressOf(course);
      }),
    { validator: (given) => insist(mayDecide(given)) },
  );
}

/** The next state with its deadline, recorded before anything else may be decided. */
async function enter(course: Rectification, state: Rectification['state'], content: StepContent): Promise<void> {
  const at = now(course);
  const limit = await limitOf(course, state, at);
  await recordAccountability(stepOf(course, at, { ...limit, state }, content));
  Object.assign(course, { ...limit, state, isTold: false, changes: course.changes + 1 });
}

/** Somebody may have decided while this waited for its turn. */
async function tellOverdue(course: Rectification, changes: number): Promise<void> {
  if (course.changes !== changes) return;
  const event = course.state === 'submitted' ? 'acceptanceOverdue' : 'rectificationOverdue';
  const { state, dueAt, provisional } = course;
  await recordAccountability(stepOf(course, now(course), { state, dueAt, provisional }, { event, actor: SYSTEM_ACTOR, text: '' }));
  Object.assign(course, { isTold: true, changes: course.changes + 1 });
}
