/** What a unit is: the centres and villages carry cases, departments answer for domains, organisations help. */
export const UNIT_KINDS = [
  'cityCentre',
  'countyCentre',
  'townCentre',
  'village',
  'department',
  'organisation',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
