import type { TaskMutation } from './task-acts.types.js';

/**
 * What somebody does who is refused: `another` person takes it; look again (`refetch`) and repeat; try `later`; leave
 * this one act out (`skip`); do the work `instead` of passing it on; or it is `over`.
 */
export type AfterRefusal = 'another' | 'refetch' | 'later' | 'skip' | 'instead' | 'over';

const BY_CODE: Record<string, AfterRefusal> = {
  VERSION_CONFLICT: 'refetch',
  TASK_NOT_YOURS: 'another',
  VERIFIER_HANDLED: 'another',
  APPROVAL_OWN_REQUEST: 'another',
  TASK_ALREADY_HELD: 'over',
  TASK_CLOSED: 'over',
  TASK_NOT_FOUND: 'over',
  CASE_CLOSED: 'over',
  CASE_NOT_FOUND: 'another',
  CASE_HELD: 'later',
  PARTS_STILL_OPEN: 'later',
};

/** Passing a matter on, which some paths and rounds refuse. */
const PASSING_ON: readonly TaskMutation[] = ['handUp', 'returnTask', 'delegateTask'];
const ANSWERS: readonly TaskMutation[] = ['completeTask', 'assignUnits', 'verifyTask', 'dispatchCase'];

export function afterRefusal(mutation: TaskMutation, code: string): AfterRefusal {
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  if (PASSING_ON.includes(mutation)) return 'instead';
  // The form is not complete yet, or the case is elsewhere for the moment.
  return ANSWERS.includes(mutation) ? 'later' : 'skip';
}
