import type { PositionRole } from './vocabulary.js';

const OF_OFFICE: Partial<Record<string, readonly PositionRole[]>> = {
  cityCentre: ['cityCentre'],
  countyCentre: ['countyCentre'],
  townCentre: ['townCentre'],
  village: ['villageSecretary', 'serviceTeam'],
};

/** Who comes for a unit that is no such office: those who handle what it is given, and its police of the village. */
export const ROLES_OF_UNIT: readonly PositionRole[] = ['departmentHandler', 'villagePolice'];

/**
 * Who works in an office, by the kind of its unit: they hold their posts in its area, whichever unit these are written under.
 * Undefined for departments and all other kinds, whose people hold posts of the unit.
 */
export const rolesOfOffice = (kind: string | undefined): readonly PositionRole[] | undefined => OF_OFFICE[kind ?? ''];
