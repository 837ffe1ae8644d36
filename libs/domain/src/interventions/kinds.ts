import type { PositionRole } from '../paths/vocabulary.js';

/** What is done about cases that do not move, on one or on many at once. */
export const INTERVENTIONS = [
  'urge',
  'order',
  'liftOrder',
  'escalate',
  'deescalate',
  'reassign',
  'extend',
  'pause',
  'resume',
  'retryStart',
  'retryNotices',
  'skipNotices',
  'sendSkipped',
  'compareRecords',
  'reset',
  'terminate',
] as const;
export type Intervention = (typeof INTERVENTIONS)[number];

/** Whose clocks move: of whoever holds the case, the resident's, and that of a supervision order. */
export type MovedClock = 'tier' | 'resolution' | 'order';

/** Who hears of it by a notice; `actors`: those whose acts are carried out again. */
export type Told = 'holder' | 'newHolder' | 'reporter' | 'actors';

export interface InterventionRules {
  /** Roles that may, from a position above whoever holds the case; `mayIntervene` asks the level. */
  who: readonly PositionRole[];
  clocks: readonly MovedClock[];
  told: readonly Told[];
  /** What takes it back; null where nothing does. */
  undoneBy: Intervention | null;
  /** One case at a time, and always with a second person, whatever the policy says. */
  isLastResort: boolean;
}

const ABOVE: readonly PositionRole[] = ['cityCentre', 'leader', 'supervisor', 'countyCentre', 'townCentre'];
/** A suspension is the county's to approve, wherever the case is. */
const COUNTY: readonly PositionRole[] = ['cityCentre', 'leader', 'supervisor', 'countyCentre'];
const REPAIRERS: readonly PositionRole[] = [...ABOVE, 'administrator'];

const says = (clocks: readonly MovedClock[], told: readonly Told[], undoneBy: Intervention | null, who = ABOVE): InterventionRules => ({
  ...{ who, clocks, told, undoneBy, isLastResort: false },
});
const lastResort = (clocks: readonly MovedClock[], told: readonly Told[]): InterventionRules => ({ ...says(clocks, told, null, COUNTY), isLastResort: true });

/**
 * Every intervention. Time once given is the resident's to know of and is not taken back; a word that was said cannot be
 * unsaid; a start, a comparison or a notice that went out happened.
 */
export const INTERVENTION_RULES: Readonly<Record<Intervention, InterventionRules>> = {
  urge: says([], ['holder'], null),
  order: says(['order'], ['holder'], 'liftOrder'),
  liftOrder: says(['order'], [], null),
  escalate: says(['tier', 'resolution'], ['holder', 'newHolder', 'reporter'], 'deescalate'),
  deescalate: says(['tier', 'resolution'], ['newHolder', 'reporter'], 'escalate'),
  reassign: says([], ['newHolder'], 'reassign'),
  extend: says(['tier', 'resolution'], ['reporter'], null),
  pause: says(['tier', 'resolution'], ['reporter'], 'resume', COUNTY),
  resume: says(['tier', 'resolution'], ['reporter'], 'pause'),
  retryStart: says([], [], null, REPAIRERS),
  retryNotices: says([], ['holder'], null, REPAIRERS),
  skipNotices: says([], [], 'sendSkipped', REPAIRERS),
  sendSkipped: says([], ['holder'], null, REPAIRERS),
  compareRecords: says([], [], null, REPAIRERS),
  reset: lastResort([], ['actors']),
  terminate: lastResort(['tier', 'resolution'], ['holder', 'reporter']),
};

/** More cases than this at once are nobody's to look at before they are touched. */
export const MOST_CASES = 2_000;

/** Whether a second person has to agree: above the number that the county's policy says, and to every last resort. */
export const needsSecond = (kind: Intervention, count: number, secondPersonAbove: number): boolean =>
  INTERVENTION_RULES[kind].isLastResort || count > secondPersonAbove;
