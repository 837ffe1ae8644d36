import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import {
  SIGNALS,
  type CaseStep,
  type Coming,
  type DecisionResult,
  type GroupAnswered,
  type LifecycleProgress,
  type PathMoved,
  type PathResult,
  type PathTold,
  type UpdateInputs,
  type UpdateName,
} from '@yiwang/contracts/case-flow';
import { QUERIES } from '@yiwang/contracts/engine';

const decision = <N extends UpdateName>(name: N) => defineUpdate<DecisionResult, [UpdateInputs[N]], N>(name);

// To the lifecycle.
export const dispatchCase = decision('dispatchCase');
export const rateCase = decision('rateCase');
export const withdrawCase = decision('withdrawCase');
export const urgeCase = decision('urgeCase');
export const requestApproval = decision('requestApproval');
export const decideApproval = decision('decideApproval');
export const resumeCase = decision('resumeCase');
export const superviseCase = decision('superviseCase');
export const interveneCase = decision('interveneCase');
export const answerOrder = decision('answerOrder');
export const answerReferral = decision('answerReferral');
export const reclassifyCase = decision('reclassifyCase');
export const mergeCase = decision('mergeCase');
export const separateCase = decision('separateCase');
export const groupMember = decision('groupMember');

// To the running path.
export const acceptTask = decision('acceptTask');
export const completeTask = decision('completeTask');
export const handUpTask = decision('handUpTask');
export const delegateTask = decision('delegateTask');
export const planParts = decision('planParts');
export const cancelPart = decision('cancelPart');
export const reassignTask = decision('reassignTask');
export const assignUnits = decision('assignUnits');
export const returnTask = decision('returnTask');
export const summon = decision('summon');
export const recordMinutes = decision('recordMinutes');
export const recordMediation = decision('recordMediation');
export const instruct = decision('instruct');
export const verifyTask = decision('verifyTask');

/** Where the lifecycle knows the case to be; while a path runs, the finer stage is the path's own and in PostgreSQL. */
export const progress = defineQuery<LifecycleProgress>(QUERIES.progress);
/** What happens by itself as things stand, the next first. */
export const coming = defineQuery<Coming[]>(QUERIES.coming);
/** The path's own stage and round. */
export const pathProgress = defineQuery<DecisionResult>(QUERIES.pathProgress);
/** What this run has recorded. */
export const recordedSteps = defineQuery<CaseStep[]>(QUERIES.recordedSteps);

/** From the path to its lifecycle: who holds the case now, who had a hand in it, what its clocks do. */
export const pathMoved = defineSignal<[PathMoved]>(SIGNALS.pathMoved);
/** From the path to a lifecycle that has continued as new and can no longer await it. */
export const pathEnded = defineSignal<[PathResult & { run: number }]>(SIGNALS.pathEnded);
/** From the lifecycle to its path: it is held, its deadline moved, or it goes up. */
export const pathTold = defineSignal<[PathTold]>(SIGNALS.pathTold);
/** A year was loaded: deadlines are recomputed. */
export const calendarLoaded = defineSignal<[{ version: number }]>(SIGNALS.calendarLoaded);
/** The resident added something. */
export const residentAdded = defineSignal(SIGNALS.residentAdded);
/** The leading case of a group was answered, or its members go their own ways. */
export const groupAnswered = defineSignal<[GroupAnswered]>(SIGNALS.groupAnswered);
