import { isConcerned, mayHold, POSITION_ROLES, type Concerned, type HeldPosition, type HoldableTask } from './index.js';

const COUNTY = '990121';
const VILLAGE = '990121001001';
const GRID = '990121001001001';

describe('holding a task', () => {
  const handler: HeldPosition = { role: 'departmentHandler', areaCode: COUNTY, unitCode: 'water' };
  const part: HoldableTask = { roles: ['departmentHandler'], areaCode: GRID, excludedSubjects: [] };

  it.each<[string, HeldPosition, Partial<HoldableTask>, boolean]>([
    ['addressed to the role in the area', handler, {}, true],
    ['addressed to another role', { ...handler, role: 'townCentre' }, {}, false],
    ['in another area', { ...handler, areaCode: '990122' }, {}, false],
    ['of one’s own unit', handler, { unitCode: 'water' }, true],
    ['of another unit', handler, { unitCode: 'roads' }, false],
    ['of a unit, for somebody without one', { ...handler, unitCode: null }, { unitCode: 'roads' }, false],
    ['that names this person', handler, { subjects: ['me', 'you'] }, true],
    ['that names others', handler, { subjects: ['you'] }, false],
    ['that names nobody', handler, { subjects: null }, true],
    ['after handling an earlier round', handler, { excludedSubjects: ['me'] }, false],
    ['that names whom they stand in for', { ...handler, actingForId: 'you' }, { subjects: ['you'] }, true],
    ['from which whom they stand in for is shut out', { ...handler, actingForId: 'you' }, { excludedSubjects: ['you'] }, false],
    ['whose unit is shut out', handler, { excludedUnits: ['water'] }, false],
    ['from which another unit is shut out', handler, { excludedUnits: ['roads'] }, true],
  ])('%s', (_, position, over, expected) => {
    expect(mayHold(position, { ...part, ...over }, 'me').ok).toBe(expected);
  });

  it('for a whole village is for the members of its grids', () => {
    const task: HoldableTask = { roles: ['gridMember'], areaCode: VILLAGE, excludedSubjects: [] };
    expect(mayHold({ role: 'gridMember', areaCode: GRID }, task, 'me').ok).toBe(true);
    expect(mayHold({ role: 'gridMember', areaCode: '990121001002001' }, task, 'me').ok).toBe(false);
  });
});

describe('a complaint about somebody', () => {
  const secretary: HeldPosition = { role: 'villageSecretary', areaCode: VILLAGE };

  it.each<[string, Concerned, string, HeldPosition[], boolean]>([
    ['concerns the person named', { areaCode: VILLAGE, subject: 'me' }, 'me', [], true],
    ['does not concern another person', { areaCode: VILLAGE, subject: 'you' }, 'me', [secretary], false],
    ['concerns everybody of the unit', { areaCode: COUNTY, unitCode: 'water' }, 'me', [{ ...secretary, unitCode: 'water' }], true],
    ['does not concern other units', { areaCode: COUNTY, unitCode: 'water' }, 'me', [{ ...secretary, unitCode: 'roads' }], false],
    ['concerns the role in that area', { areaCode: VILLAGE, role: 'villageSecretary' }, 'me', [secretary], true],
    ['does not concern the role elsewhere', { areaCode: '990121001002', role: 'villageSecretary' }, 'me', [secretary], false],
    ['does not concern other roles there', { areaCode: VILLAGE, role: 'stationedCadre' }, 'me', [secretary], false],
    ['concerns all who hold office for an area named alone', { areaCode: VILLAGE }, 'me', [secretary], true],
    ['does not concern those above or below that area', { areaCode: VILLAGE }, 'me', [{ ...secretary, areaCode: GRID }], false],
  ])('%s', (_, about, subject, positions, expected) => {
    expect(isConcerned(about, subject, positions)).toBe(expected);
  });

  it('concerns nobody without an account', () => {
    for (const role of POSITION_ROLES) expect(isConcerned({ areaCode: VILLAGE, role }, null, [])).toBe(false);
  });
});
