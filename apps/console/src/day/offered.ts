import { actionsOn } from '@yiwang/domain/paths';
import type { WaitingAct } from '../offline/act-queue.js';
import type { ActKind } from '../offline/sending.js';
import type { DayTask } from './day.types.js';

/** What can be done from the day, in the order of the work; the rest stands with the task on the page of own work. */
export const DAY_ACTS = ['claim', 'accept', 'recordContact', 'answer', 'contribute', 'verify', 'handUp'] as const;
export type DayAct = (typeof DAY_ACTS)[number];

/** Acts after which a task is out of its holder's hands. */
const LAST: readonly ActKind[] = ['answer', 'contribute', 'verify', 'handUp'];

type Waiting = Pick<WaitingAct<ActKind>, 'kind' | 'target'>;

/**
 * What the service offers on a task, less what is decided and waits to be sent. Where the claim itself waits, what would
 * follow it is asked of the rules that the service asks; it judges each act anew when it arrives.
 */
export function offeredOn(task: DayTask, waiting: readonly Waiting[]): DayAct[] {
  const kinds = waiting.filter(({ target }) => target === task.id).map(({ kind }) => kind);
  if (kinds.some((kind) => LAST.includes(kind))) return [];
  const offered: readonly string[] = kinds.includes('claim') ? afterClaim(task) : task.actions;
  return DAY_ACTS.filter((act) => offered.includes(act) && !(act === 'accept' && kinds.includes('accept')));
}

function afterClaim({ kind, state, areaCode, case: found }: DayTask): readonly string[] {
  if (!found || kind === 'townDesk') return [];
  const { stage, path, masked } = found;
  const unknown = { holder: null, paused: null, isReferred: false, isMerged: false, goesUpByReferral: false, hasMeeting: false };
  return actionsOn({ ...unknown, stage, path: path ?? null, conflictOfInterest: masked }, { kind, state, areaCode, tier: 'grid', roles: [] }, 'mine');
}
