import type { ActionCase, Values } from './act.types.js';

/** A row of a form that says what is to be done and by whom. */
export interface PartRow {
  title: string;
  to: 'unit' | 'post' | 'person';
  unitCode?: string;
  role?: string;
  areaCode?: string;
  subject?: string;
  /** In which of the person's positions: role, area and unit. */
  position?: string;
  /** How long it may take, in the unit of the path. */
  limit?: number | null;
}

export const POSITION_PARTS = '@';

/** The input of a part: a unit's people are the county's, a person is asked in the position that was chosen. */
export function partOf({ title, to, unitCode, role, areaCode, subject, position = '', limit }: PartRow, one: ActionCase): Values {
  const unit = one.requestLimits?.extension.unit ?? 'calendarDays';
  const within = limit == null ? {} : { limit: { amount: limit, unit } };
  if (to === 'unit') return { title, unitCode, areaCode: one.countyCode, ...within };
  if (to === 'post') return { title, roles: [role], areaCode, ...within };
  const [heldRole, heldArea, heldUnit] = position.split(POSITION_PARTS);
  return { title, roles: [heldRole], areaCode: heldArea, ...(heldUnit ? { unitCode: heldUnit } : {}), subjects: [subject], ...within };
}

export const partsOf = (rows: unknown, one: ActionCase): Values[] => ((rows ?? []) as PartRow[]).map((row) => partOf(row, one));

/** A row of who is summoned. */
export interface ParticipantRow {
  kind: 'unit' | 'resident' | 'company' | 'volunteer';
  name: string;
  unitCode?: string;
  areaCode?: string;
}

export const participantOf = ({ kind, name, unitCode, areaCode }: ParticipantRow, one: ActionCase): Values =>
  kind === 'unit' ? { kind, name, unitCode, areaCode: one.countyCode } : { kind, name, areaCode: areaCode ?? one.areaCode };

/** What a field of a clock says, by the county's own. */
export const momentOf = (local: unknown): string => `${String(local)}:00+08:00`;
/** A day is looked at in the morning. */
export const dayOf = (day: unknown): string => `${String(day)}T09:00:00+08:00`;

/** Texts that were left empty are not sent. */
export const given = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)));
