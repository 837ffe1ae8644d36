import type { Limit } from '../clocks/ledger.types.js';
import { CASE_CLASSES } from '../paths/vocabulary.js';
import type { PathRules, PolicyRules } from './types.js';

const of = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit });
const SERIOUS = ['major', 'difficult', 'crossCounty'] as const;

/** 现场直办: the grid member is asked first; then whoever of the village can (Ninghai: 5 days by the calendar). */
const VILLAGE_DIRECT: PathRules = {
  accept: null,
  resolution: of(5, 'calendarDays'),
  part: of(3, 'calendarDays'),
  extension: { most: of(5, 'calendarDays'), automaticUpTo: of(1, 'calendarDays') },
  grace: of(24, 'hours'),
  ladder: [
    { tier: 'grid', roles: ['gridMember'] },
    { tier: 'village', roles: ['villageSecretary', 'villagePolice', 'stationedCadre'] },
  ],
  up: 'villageTownJoint',
  verifyClasses: [],
  nextRound: 'samePath',
};

/** 干部领办: 5 days from the hand-over to the cadre. */
const CADRE_LED: PathRules = {
  accept: null,
  resolution: of(5, 'calendarDays'),
  part: of(3, 'calendarDays'),
  extension: { most: of(5, 'calendarDays'), automaticUpTo: of(1, 'calendarDays') },
  grace: of(1, 'workingDays'),
  ladder: [{ tier: 'village', roles: ['stationedCadre', 'villageSecretary'] }],
  up: 'villageTownJoint',
  verifyClasses: SERIOUS,
  nextRound: 'up',
};

/** 村镇联办: the town centre leads. */
const VILLAGE_TOWN_JOINT: PathRules = {
  accept: of(4, 'workingHours'),
  resolution: of(10, 'workingDays'),
  part: of(5, 'workingDays'),
  extension: { most: of(10, 'workingDays'), automaticUpTo: of(1, 'workingDays') },
  grace: of(1, 'workingDays'),
  ladder: [{ tier: 'town', roles: ['townCentre'] }],
  up: 'countyCoordinated',
  verifyClasses: SERIOUS,
  nextRound: 'up',
};

/** 县级统筹: the county centre names who leads; beyond it is only the referral to the city. */
const COUNTY_COORDINATED: PathRules = {
  accept: of(1, 'workingDays'),
  resolution: of(15, 'workingDays'),
  part: of(10, 'workingDays'),
  extension: { most: of(10, 'workingDays'), automaticUpTo: of(1, 'workingDays') },
  grace: of(1, 'workingDays'),
  ladder: [{ tier: 'county', roles: ['countyCentre'] }],
  up: 'city',
  verifyClasses: CASE_CLASSES.filter((one) => one !== 'simple'),
  nextRound: 'samePath',
};

/**
 * What the field practises where a county has decided nothing: the first national policy. Running cases carry only what
 * their policy changes of it, so it is frozen in meaning: a changed value here would change limits that residents have
 * been told. Other defaults are a new base beside this one, which `CarriedPolicy` then has to name; the test that pins
 * this content says so to whoever edits it.
 */
export const FIELD_POLICY: PolicyRules = frozen({
  response: of(24, 'hours'),
  // 30 minutes is Baiyin's practice; a county switches it on by naming channels (QR and phone there).
  callBack: { limit: of(30, 'minutes'), channels: [] },
  desk: { town: of(4, 'workingHours'), county: of(1, 'workingDays') },
  paths: {
    villageDirect: VILLAGE_DIRECT,
    cadreLed: CADRE_LED,
    villageTownJoint: VILLAGE_TOWN_JOINT,
    countyCoordinated: COUNTY_COORDINATED,
  },
  marks: { half: 0.5, yellow: 0.8 },
  orderFeedback: of(1, 'workingDays'),
  pause: { mostForResident: of(5, 'calendarDays'), automaticUpTo: of(1, 'calendarDays') },
  suspension: { mostDays: 90 },
  approvals: { patience: of(1, 'workingDays'), fixed: { suspension: 'county', referral: 'county' } },
  returns: { bindingAfter: 2 },
  rating: { windowDays: 7 },
  rounds: { most: 3 },
  // As long as somebody may still sue over it: three years (民法典 188).
  retention: { personalYears: 3 },
  interventions: { secondPersonAbove: 20 },
  routing: {
    byClass: {
      simple: 'villageDirect',
      general: 'cadreLed',
      major: 'villageTownJoint',
      difficult: 'countyCoordinated',
      crossCounty: 'countyCoordinated',
    },
    byCategory: {},
  },
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}
