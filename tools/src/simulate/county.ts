import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkingCalendar } from '@yiwang/domain/calendar';
import { mayHold, type HoldableTask, type HeldPosition, type PositionRole } from '@yiwang/domain/paths';
import { CHECKOUT } from '../infrastructure/folders.js';

export interface Position extends HeldPosition {
  role: PositionRole;
}
export interface Person {
  id: string;
  username: string;
  name: string;
  positions: Position[];
}

/** The demonstration county as far as a simulation needs it. */
export interface County {
  code: string;
  areas: { code: string; name: string }[];
  units: { code: string; name: string; kind: string; areaCode: string }[];
  people: Person[];
  qrPoints: { code: string; areaCode: string }[];
}

const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(CHECKOUT, 'deploy', ...path), 'utf8')) as T;

export function readCounty(): County {
  const county = read<Omit<County, 'code'>>('demo', 'county.json');
  return { ...county, code: county.areas.find(({ code }) => code.length === 6)?.code ?? '' };
}

/** When offices work: the calendar that the system ships. */
export const officeCalendar = (): WorkingCalendar => ({
  ...read<Omit<WorkingCalendar, 'version'>>('calendar', 'cn-2025-2026.json'),
  version: 1,
});

/** Areas of a level: 6 county, 9 town, 12 village, 15 grid. */
export const areasOf = ({ areas }: County, digits: number): string[] =>
  areas.flatMap(({ code }) => (code.length === digits ? [code] : []));

/** People who hold one of these roles for the area or above it. */
export const holdersOf = ({ people }: County, role: PositionRole, areaCode: string): Person[] =>
  people.filter(({ positions }) => positions.some((held) => held.role === role && areaCode.startsWith(held.areaCode)));

/** Who may take a task, as far as it can be told from outside. */
export const takersOf = ({ people }: County, task: HoldableTask): Person[] =>
  people.filter(({ id, positions }) => positions.some((position) => mayHold(position, task, id).ok));

/** Departments with handlers of their own: to others nothing can be assigned. */
export function staffedUnits({ units, people }: County): string[] {
  const staffed = new Set(
    people.flatMap(({ positions }) => positions.flatMap(({ role, unitCode }) => (role === 'departmentHandler' ? [unitCode] : []))),
  );
  return units.flatMap(({ code, kind }) => (kind === 'department' && staffed.has(code) ? [code] : []));
}
