import { covers } from '../areas/index.js';
import type { PositionRole } from './vocabulary.js';

export interface HeldPosition {
  role: PositionRole;
  areaCode: string;
  unitCode?: string | null;
  /** Whose position it is, where it is held for somebody who is away. */
  actingForId?: string | null;
}

export interface HoldableTask {
  roles: readonly PositionRole[];
  areaCode: string;
  /** Only people of this unit. */
  unitCode?: string | null;
  /** Only these persons, in a position that it is addressed to. */
  subjects?: readonly string[] | null;
  excludedSubjects: readonly string[];
  excludedUnits?: readonly string[];
}

/**
 * Whether somebody in this position may hold the task: addressed to the role (and to the unit and the persons, where it
 * names any), inside the position's area, and neither they nor their unit shut out, as those are who handled an earlier
 * round; whoever stands in for somebody is named, and shut out, as that person is. A task for a whole village may be held by the member of any grid in it.
 */
export function mayHold(
  position: HeldPosition,
  task: HoldableTask,
  subject: string,
): { ok: true } | { ok: false; code: 'TASK_NOT_YOURS'; details: Record<string, never> } {
  const { roles, areaCode, unitCode, subjects, excludedSubjects, excludedUnits = [] } = task;
  const inside =
    covers(position.areaCode, areaCode) || (position.role === 'gridMember' && covers(areaCode, position.areaCode));
  const ofUnit = (unitCode ?? null) === null || unitCode === position.unitCode;
  const persons = [subject, ...(position.actingForId ? [position.actingForId] : [])];
  const named = (subjects ?? null) === null || persons.some((one) => subjects!.includes(one));
  const shutOut =
    persons.some((one) => excludedSubjects.includes(one)) ||
    ((position.unitCode ?? null) !== null && excludedUnits.includes(position.unitCode!));
  return roles.includes(position.role) && inside && ofUnit && named && !shutOut
    ? { ok: true }
    : { ok: false, code: 'TASK_NOT_YOURS', details: {} };
}

/**
 * Whether a position lets its holder read every case of its area. Departments see what is put to them, and a client of an
 * external system what it started: being at home in a county does not open the county's cases.
 */
export const readsByArea = (role: PositionRole): boolean => role !== 'departmentHandler' && role !== 'externalSystem';
