import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { DecisionResult, LifecycleProgress, UpdateInputs, UpdateName } from '@yiwang/contracts/case-flow';

const decision = <N extends UpdateName>(name: N) => defineUpdate<DecisionResult, [UpdateInputs[N]], N>(name);

export const acceptTask = decision('acceptTask');
export const completeTask = decision('completeTask');
export const handUpTask = decision('handUpTask');
export const dispatchCase = decision('dispatchCase');
export const rateCase = decision('rateCase');
export const withdrawCase = decision('withdrawCase');

/** Where the lifecycle knows the case to be; while a path runs, the finer stage is the path's own and in PostgreSQL. */
export const progress = defineQuery<LifecycleProgress>('progress');

/** The path's own stage and round. */
export const pathProgress = defineQuery<DecisionResult>('pathProgress');

/** From the path to its lifecycle: the town holds the case now, and this person has had a hand in it. */
export const handedUp = defineSignal<[{ handlerSubject: string }]>('handedUp');
