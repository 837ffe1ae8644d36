import { covers } from '../areas/index.js';
import type { PositionRole } from './vocabulary.js';

export interface HeldPosition {
  role: PositionRole;
  areaCode: string;
}

export interface HoldableTask {
  roles: readonly PositionRole[];
  areaCode: string;
  excludedSubjects: readonly string[];
}

/**
 * Whether somebody in this position may hold the task: addressed to the role, inside the position's area, and not
 * one of those who handled an earlier round. A task for a whole village may be held by the member of any grid in it.
 */
export function mayHold(
  position: HeldPosition,
  task: HoldableTask,
  subject: string,
): { ok: true } | { ok: false; code: 'TASK_NOT_YOURS'; details: Record<string, never> } {
  const inside =
    covers(position.areaCode, task.areaCode) ||
    (position.role === 'gridMember' && covers(task.areaCode, position.areaCode));
  return task.roles.includes(position.role) && inside && !task.excludedSubjects.includes(subject)
    ? { ok: true }
    : { ok: false, code: 'TASK_NOT_YOURS', details: {} };
}

/**
 * Whether a position lets its holder read every case of its area. Departments see what is put to them, and a client of an
 * external system what it started: being at home in a county does not open the county's cases.
 */
export const readsByArea = (role: PositionRole): boolean => role !== 'departmentHandler' && role !== 'externalSystem';
