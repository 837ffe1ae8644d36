export const ROUND_STATES = ['planned', 'done', 'missed', 'late'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export const ROUND_PLACES = ['inside', 'near', 'outside', 'unknown'] as const;
export type RoundPlace = (typeof ROUND_PLACES)[number];

export interface RoundRow {
  gridCode: string;
  day: string;
  slot: string;
  countyCode: string;
  opensAt: Date;
  closesAt: Date;
  state: RoundState;
  checkedInAt: Date | null;
  completedAt: Date | null;
  subject: string | null;
  latitude: number | null;
  longitude: number | null;
  accuracyM: number | null;
  place: RoundPlace | null;
  distanceM: number | null;
  note: string | null;
}

export const ROUND_COLUMNS = `grid_code as "gridCode", day::text as day, slot, county_code as "countyCode",
  opens_at as "opensAt", closes_at as "closesAt", state, checked_in_at as "checkedInAt",
  completed_at as "completedAt", subject, latitude, longitude, accuracy_m as "accuracyM", place,
  distance_m as "distanceM", note`;

/** One round among all: what belongs to it refers to it by this. */
export const roundKey = ({ gridCode, day, slot }: Pick<RoundRow, 'gridCode' | 'day' | 'slot'>): string =>
  `patrol/${gridCode}/${day}/${slot}`;
