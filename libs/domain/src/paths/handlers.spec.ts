import {
  afterRating,
  entryDesk,
  mayHold,
  nextHandlers,
  type AfterRating,
  type HeldPosition,
  type PositionRole,
  type Rating,
} from './index.js';

const VILLAGE = '990121001002';
const GRID = '990121001002003';

describe('holding a task', () => {
  const toMembers = { roles: ['gridMember'] as PositionRole[], areaCode: VILLAGE, excludedSubjects: ['earlier'] };
  const inGrid = { ...toMembers, areaCode: GRID };
  const toTown = { roles: ['townCentre'] as PositionRole[], areaCode: '990121001', excludedSubjects: [] };

  it.each<[string, HeldPosition, typeof toMembers, string, boolean]>([
    ['the member of a grid in the village', { role: 'gridMember', areaCode: GRID }, toMembers, 'p', true],
    ['the member of that very grid', { role: 'gridMember', areaCode: GRID }, inGrid, 'p', true],
    ['the member of the next grid', { role: 'gridMember', areaCode: '990121001002004' }, inGrid, 'p', false],
    ['a member from the next village', { role: 'gridMember', areaCode: '990121001003001' }, toMembers, 'p', false],
    ['whoever handled it before', { role: 'gridMember', areaCode: GRID }, toMembers, 'earlier', false],
    ['another role in the village', { role: 'villageSecretary', areaCode: VILLAGE }, toMembers, 'p', false],
    ['the town centre', { role: 'townCentre', areaCode: '990121001' }, toTown, 'p', true],
    ['the next town', { role: 'townCentre', areaCode: '990121002' }, toTown, 'p', false],
    ['the town role with only a village', { role: 'townCentre', areaCode: VILLAGE }, toTown, 'p', false],
  ])('%s', (_who, position, task, subject, allowed) => {
    expect(mayHold(position, task, subject)).toEqual(
      allowed ? { ok: true } : { ok: false, code: 'TASK_NOT_YOURS', details: {} },
    );
  });
});

describe('who handles a round', () => {
  it('is the grid member, then the village officials, then the town', () => {
    expect(nextHandlers(1, GRID)).toEqual({
      kind: 'handle',
      roles: ['gridMember'],
      areaCode: GRID,
      excludedSubjects: [],
    });
    expect(nextHandlers(2, GRID, ['a', 'a'])).toEqual({
      kind: 'handle',
      roles: ['villageSecretary', 'villagePolice', 'stationedCadre'],
      areaCode: VILLAGE,
      excludedSubjects: ['a'],
    });
    expect(nextHandlers(3, GRID, ['a', 'b'])).toEqual({
      kind: 'townDesk',
      roles: ['townCentre'],
      areaCode: '990121001',
      excludedSubjects: ['a', 'b'],
    });
    expect(nextHandlers(1, VILLAGE).areaCode).toBe(VILLAGE);
  });

  it('is a desk where no village is known', () => {
    expect(nextHandlers(1, '990121001').kind).toBe('townDesk');
    expect(nextHandlers(1, '990121')).toMatchObject({ kind: 'desk', roles: ['countyCentre'], areaCode: '990121' });
  });
});

describe('where a case enters', () => {
  it.each([
    [GRID, 'villagePath', GRID],
    [VILLAGE, 'villagePath', VILLAGE],
    ['990121001', 'desk', '990121001'],
    ['990121', 'desk', '990121'],
    ['9901', 'desk', '9901'],
  ])('%s: %s at %s', (areaCode, kind, at) => {
    expect(entryDesk(areaCode)).toMatchObject({ kind, areaCode: at });
  });

  it('addresses the desk of that level', () => {
    expect(entryDesk('990121001')).toMatchObject({ roles: ['townCentre'] });
    expect(entryDesk('990121')).toMatchObject({ roles: ['countyCentre'] });
  });
});

describe('after a rating', () => {
  it.each<[Rating, number, AfterRating]>([
    ['satisfied', 1, { kind: 'close', as: 'rated' }],
    ['mostlySatisfied', 3, { kind: 'close', as: 'rated' }],
    ['dissatisfied', 1, { kind: 'nextRound', round: 2 }],
    ['dissatisfied', 2, { kind: 'nextRound', round: 3 }],
    ['dissatisfied', 3, { kind: 'close', as: 'roundsExhausted' }],
  ])('%s in round %d of 3', (rating, round, outcome) => {
    expect(afterRating(rating, round, 3)).toEqual(outcome);
  });
});
