import { isAbove } from './above.js';
import { isFineEnough, no, stageRefuses, stillOpen, YES, type Decided, type TaskSituation } from './decisions.js';
import type { CaseKind, Path, PositionRole, Stage, TaskKind, Tier } from './vocabulary.js';

/** Whoever speaks, in the position in which they do. */
export interface Speaking {
  role?: PositionRole;
  areaCode?: string;
}

/** Who holds a case: the tier, the positions and the area that its leading task is addressed to. */
export interface HolderOfCase {
  tier: Tier;
  roles: readonly PositionRole[];
  areaCode: string;
}

/** Paths to which the leader of a path may give a matter down (交办). */
export const PATHS_BELOW = {
  villageDirect: [],
  cadreLed: [],
  villageTownJoint: ['villageDirect', 'cadreLed'],
  countyCoordinated: ['villageDirect', 'cadreLed', 'villageTownJoint'],
} as const satisfies Record<Path, readonly Path[]>;

/** Above a path's last rung (`up`) is the city, or a suggestion is with the decision level: on by an approved referral alone. */
export const goesUpByReferral = (up: Path | 'city', kind: CaseKind): boolean => up === 'city' || kind === 'suggestion';

const onlyOn = (kinds: readonly TaskKind[]) => (stage: Stage, task: TaskSituation): Decided =>
  stillOpen(stage, task) ?? (kinds.includes(task.kind) ? YES : stageRefuses(stage));

/** Whether somebody may give parts to others: whoever leads a path; the answer stays theirs. */
export const mayPlan = onlyOn(['lead']);

/** Whether somebody may name who leads and who assists: the county, when it coordinates or decides on a return. */
export const mayAssign = onlyOn(['coordinate', 'arbitrate']);

/** Whether somebody may summon, keep minutes and mediate: whoever will answer. */
export const mayConvene = onlyOn(['handle', 'lead']);

/** Whether the city may answer a referral, or give it back: on its own desk's task. */
export const mayAnswerReferral = onlyOn(['cityDesk']);

interface Below {
  path: Path;
  areaCode: string;
  reason: string;
}

/** Whether a matter may be given down: by whoever leads it, never where somebody below is complained about. */
export function mayDelegate(
  stage: Stage,
  task: TaskSituation & { isReturnedPart: boolean },
  from: { path: Path; conflictOfInterest: boolean },
  to: Below,
): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  if ((task.kind !== 'lead' && task.kind !== 'coordinate') || task.isReturnedPart) return stageRefuses(stage);
  if (from.conflictOfInterest) return no('PATH_REFUSES', { field: 'path', expected: '回避事项不下交 / never below, for the conflict of interest' });
  const below: readonly Path[] = PATHS_BELOW[from.path];
  if (!below.includes(to.path)) return no('PATH_REFUSES', { field: 'path', expected: below.join(', ') });
  if (!to.areaCode.startsWith(task.areaCode)) {
    return no('AREA_OUTSIDE_JURISDICTION', { field: 'areaCode', value: to.areaCode, expected: `${task.areaCode}…` });
  }
  if (!isFineEnough(to.path, to.areaCode)) return no('AREA_UNKNOWN', { field: 'areaCode', value: to.areaCode });
  return to.reason.trim() === '' ? no('TEXT_REQUIRED', { field: 'reason' }) : YES;
}

/** Of the task that leads a path, and of whoever wants to dispose of what it gave to others. */
export interface Disposing {
  lead: HolderOfCase | undefined;
  held: 'suspended' | 'referred' | null;
  /** Whether the leading task is theirs. */
  leads: boolean;
  actor: Speaking;
}

/** Whether somebody may take back or give elsewhere what was given to others: whoever leads, or stands above who does. */
export function mayDispose(stage: Stage, { lead, held, leads, actor }: Disposing, reason: string): Decided {
  if (lead === undefined) return stageRefuses(stage);
  if (held !== null) return no('CASE_HELD', { actual: held });
  if (!leads && !isAbove(actor, lead)) return no('NOT_FROM_ABOVE');
  return reason.trim() === '' ? no('TEXT_REQUIRED', { field: 'reason' }) : YES;
}

/** Whether a task may be given to another: a part; on the county's path the lead too, by those above, who named it. */
export function mayReassign(stage: Stage, task: HolderOfCase & { kind: TaskKind }, path: Path, actor: Speaking): Decided {
  if (task.kind === 'contribute') return YES;
  if (task.kind !== 'lead' || path !== 'countyCoordinated') return stageRefuses(stage);
  return isAbove(actor, task) ? YES : no('NOT_FROM_ABOVE');
}
