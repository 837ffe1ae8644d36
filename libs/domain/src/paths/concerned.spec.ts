import { isConcerned, isPutToConcerned, isReachable, levelConcerned, type Concerned, type HeldPosition, type Recipient } from './index.js';

const COUNTY = '990121';
const TOWN = '990121001';
const VILLAGE = '990121001001';

describe('whom a complaint names by unit and role', () => {
  const about: Concerned = { areaCode: COUNTY, role: 'countyCentre', unitCode: 'county-centre' };
  it.each<[string, HeldPosition, boolean]>([
    ['somebody in that role of the unit', { role: 'countyCentre', areaCode: COUNTY, unitCode: 'county-centre' }, true],
    ['somebody in that role there whose position names no unit', { role: 'countyCentre', areaCode: COUNTY }, true],
    ['the unit’s leader', { role: 'leader', areaCode: COUNTY, unitCode: 'county-centre' }, false],
    ['the same role in another unit', { role: 'countyCentre', areaCode: COUNTY, unitCode: 'command-room' }, false],
  ])('%s', (_, position, expected) => {
    expect(isConcerned(about, 'me', [position])).toBe(expected);
  });

  it('says the level of the service where the service knows it', () => {
    expect(levelConcerned({ areaCode: COUNTY, unitCode: 'county-centre' })).toBe('department');
    expect(levelConcerned({ areaCode: COUNTY, unitCode: 'county-centre', level: 'county' })).toBe('county');
  });
});

describe('to whom a part may go', () => {
  it.each<[string, Concerned, Recipient, boolean]>([
    ['the unit', { areaCode: COUNTY, unitCode: 'housing' }, { roles: ['departmentHandler'], areaCode: COUNTY, unitCode: 'housing' }, true],
    ['another unit', { areaCode: COUNTY, unitCode: 'housing' }, { roles: ['departmentHandler'], areaCode: COUNTY, unitCode: 'roads' }, false],
    ['the person', { areaCode: VILLAGE, subject: 'x' }, { roles: ['serviceTeam'], areaCode: VILLAGE, subjects: ['x'] }, true],
    ['the role for the village, about a place in it', { areaCode: VILLAGE, role: 'villageSecretary' }, { roles: ['serviceTeam', 'villageSecretary'], areaCode: `${VILLAGE}002` }, true],
    ['another role of the village', { areaCode: VILLAGE, role: 'villageSecretary' }, { roles: ['villagePolice'], areaCode: VILLAGE }, false],
    ['anybody of the village', { areaCode: VILLAGE }, { roles: ['villagePolice'], areaCode: VILLAGE }, true],
  ])('never whom it is about: %s', (_, about, recipient, expected) => {
    expect(isPutToConcerned(about, recipient)).toBe(expected);
  });

  it.each<[string, Recipient, string, boolean]>([
    ['the village’s team', { roles: ['serviceTeam'], areaCode: VILLAGE }, VILLAGE, true],
    ['a grid of it', { roles: ['gridMember'], areaCode: `${VILLAGE}001` }, TOWN, true],
    ['its town', { roles: ['townCentre'], areaCode: TOWN }, VILLAGE, true],
    ['a department of its county', { roles: ['departmentHandler'], areaCode: COUNTY }, VILLAGE, true],
    ['another village', { roles: ['serviceTeam'], areaCode: '990121001002' }, VILLAGE, false],
    ['a village of another town', { roles: ['serviceTeam'], areaCode: '990121002001' }, TOWN, false],
    ['a secretary for a whole town, whom no village’s position covers', { roles: ['villageSecretary'], areaCode: TOWN }, TOWN, false],
  ])('somebody who may take it: %s', (_, recipient, within, expected) => {
    expect(isReachable(recipient, within)).toBe(expected);
  });
});
