import { FIELD_POLICY } from '../policies/index.js';
import {
  afterRating,
  areaAtTier,
  entryDesk,
  handlersOf,
  levelAbove,
  TIERS,
  tierAbove,
  verifiersOf,
  type AfterRating,
  type Path,
  type PositionRole,
  type Rating,
  type Tier,
} from './index.js';

const COUNTY = '990121';
const TOWN = '990121001';
const VILLAGE = '990121001002';
const GRID = '990121001002003';
const { paths } = FIELD_POLICY;

describe('where a case enters', () => {
  it.each<[string, 'path' | 'desk', string, Tier | undefined, PositionRole[] | undefined]>([
    [GRID, 'path', GRID, undefined, undefined],
    [VILLAGE, 'path', VILLAGE, undefined, undefined],
    [TOWN, 'desk', TOWN, 'town', ['townCentre']],
    [COUNTY, 'desk', COUNTY, 'county', ['countyCentre']],
    ['9901', 'desk', '9901', 'county', ['countyCentre']],
  ])('%s: %s', (areaCode, kind, at, tier, roles) => {
    expect(entryDesk(areaCode)).toEqual({ kind, areaCode: at, ...(tier === undefined ? {} : { tier, roles }) });
  });
});

describe('the area at which a tier holds a matter', () => {
  it.each<[Tier, string, string]>([
    ['grid', GRID, GRID],
    ['village', GRID, VILLAGE],
    ['village', TOWN, TOWN],
    ['town', GRID, TOWN],
    ['town', COUNTY, COUNTY],
    ['county', GRID, COUNTY],
    ['city', GRID, '9901'],
    ['city', COUNTY, '9901'],
  ])('%s of %s: %s', (tier, areaCode, expected) => expect(areaAtTier(tier, areaCode)).toBe(expected));
});

describe('the level above', () => {
  it.each<[Tier, Tier]>([
    ['grid', 'town'],
    ['village', 'town'],
    ['town', 'county'],
    ['county', 'city'],
    ['city', 'city'],
  ])('%s answers to the %s', (tier, above) => expect(tierAbove(tier)).toBe(above));

  it('is a centre in an area that covers the holder’s', () => {
    for (const tier of TIERS) {
      const { areaCode, roles } = levelAbove({ tier, areaCode: GRID });
      expect(GRID.startsWith(areaCode)).toBe(true);
      expect(roles).toEqual([`${tierAbove(tier)}Centre`]);
    }
  });
});

describe('who handles on a rung', () => {
  const matter = { areaCode: GRID, kind: 'complaint' as const };

  it.each<[Path, number, Tier, PositionRole[], string]>([
    ['villageDirect', 0, 'grid', ['gridMember'], GRID],
    ['villageDirect', 1, 'village', ['villageSecretary', 'villagePolice', 'stationedCadre'], VILLAGE],
    ['cadreLed', 0, 'village', ['stationedCadre', 'villageSecretary'], VILLAGE],
    ['villageTownJoint', 0, 'town', ['townCentre'], TOWN],
    ['countyCoordinated', 0, 'county', ['countyCentre'], COUNTY],
  ])('%s, %i: the %s', (path, rung, tier, roles, areaCode) => {
    expect(handlersOf(paths[path], rung, matter)).toEqual({ tier, roles, areaCode });
  });

  it.each<[Path, number]>([
    ['villageDirect', 2],
    ['cadreLed', 1],
    ['villageTownJoint', 1],
    ['countyCoordinated', 1],
  ])('%s ends below rung %i', (path, rung) => expect(handlersOf(paths[path], rung, matter)).toBeNull());

  it('is the unit on duty for a consultation, and without one the ladder', () => {
    const asked = { areaCode: GRID, kind: 'consultation' as const };
    const onDuty = { tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY, unitCode: 'civil-affairs' };
    expect(handlersOf(paths.villageDirect, 0, { ...asked, unitCode: 'civil-affairs' })).toEqual(onDuty);
    expect(handlersOf(paths.villageDirect, 1, { ...asked, unitCode: 'civil-affairs' })?.tier).toBe('village');
    expect(handlersOf(paths.villageDirect, 0, asked)?.tier).toBe('grid');
  });

  it('is the decision level for a suggestion, with nobody above it', () => {
    const suggested = { areaCode: GRID, kind: 'suggestion' as const };
    expect(handlersOf(paths.countyCoordinated, 0, suggested)).toEqual({ tier: 'county', roles: ['leader'], areaCode: COUNTY });
    expect(handlersOf(paths.countyCoordinated, 1, suggested)).toBeNull();
  });
});

describe('who verifies', () => {
  it.each<[string, string, Tier, boolean, PositionRole[], string]>([
    ['a grid member of the village where the town led', GRID, 'town', false, ['gridMember'], VILLAGE],
    ['and where the county led', VILLAGE, 'county', false, ['gridMember'], VILLAGE],
    ['the town where the village’s officials handled it', GRID, 'village', false, ['townCentre'], TOWN],
    ['the town where the grid member did', GRID, 'grid', false, ['townCentre'], TOWN],
    ['the level above for a complaint about somebody here', GRID, 'town', true, ['countyCentre'], COUNTY],
    ['the level above where no village is known', TOWN, 'town', false, ['countyCentre'], COUNTY],
  ])('%s', (_, areaCode, tier, conflict, roles, at) => {
    const holder = { tier, areaCode: areaAtTier(tier, areaCode) };
    expect(verifiersOf(areaCode, holder, conflict)).toMatchObject({ roles, areaCode: at });
  });
});

describe('after a rating', () => {
  it.each<[Rating, number, AfterRating]>([
    ['satisfied', 1, { kind: 'close', as: 'rated' }],
    ['mostlySatisfied', 3, { kind: 'close', as: 'rated' }],
    ['dissatisfied', 1, { kind: 'nextRound', round: 2 }],
    ['dissatisfied', 2, { kind: 'nextRound', round: 3 }],
    ['dissatisfied', 3, { kind: 'close', as: 'roundsExhausted' }],
    ['dissatisfied', 4, { kind: 'close', as: 'roundsExhausted' }],
  ])('%s in round %d of 3', (rating, round, outcome) => {
    expect(afterRating(rating, round, 3)).toEqual(outcome);
  });
});
