import {
  addresseesOf,
  beginCourse,
  deskTaskOf,
  entryOf,
  levelAboveHolder,
  progressOf,
  type Course,
} from './course.rules.js';

const atDesk = (course: Course): Course => {
  const entry = entryOf(course, course.areaCode);
  return { ...course, desk: entry.kind === 'desk' ? deskTaskOf(course, entry) : null };
};

const courseAt = (areaCode: string, changes: Partial<Course> = {}): Course => ({
  ...beginCourse({
    caseNumber: '990121-20260101-000001',
    countyCode: '990121',
    areaCode,
    kind: 'complaint',
    channel: 'web',
    receivedAt: '2026-01-01T00:00:00.000Z',
    policy: { version: 1, responseLimitHours: 24, resolutionLimitDays: 5, ratingWindowDays: 7, maxRounds: 3 },
  }),
  ...changes,
});

describe('where a case begins', () => {
  it.each([
    ['990121001002003', 'villagePath', '990121001002003'],
    ['990121001002', 'villagePath', '990121001002'],
    ['990121001', 'desk', '990121001'],
    ['990121', 'desk', '990121'],
    ['9901', 'desk', '990121'],
    ['880101001002', 'desk', '990121'],
    ['', 'desk', '990121'],
  ])('the area %j leads to the %s of %s', (areaCode, kind, place) => {
    expect(entryOf(courseAt(areaCode), areaCode)).toMatchObject({ kind, areaCode: place });
  });

  it('promises from receipt', () => {
    expect(progressOf(courseAt('990121001002'))).toMatchObject({
      stage: 'received',
      responseDueAt: '2026-01-02T00:00:00.000Z',
      resolutionDueAt: '2026-01-06T00:00:00.000Z',
    });
  });
});

describe('whose the open task is', () => {
  const onPath = courseAt('990121001002003', { onPath: true });
  const officials = ['villageSecretary', 'villagePolice', 'stationedCadre'];

  it.each([
    ['on the path', onPath, ['gridMember'], '990121001002003'],
    ['in round two', { ...onPath, round: 2 }, officials, '990121001002'],
    ['after a hand-up', { ...onPath, atTown: true }, ['townCentre'], '990121001'],
    ['at the county desk', atDesk(courseAt('990121')), ['countyCentre'], '990121'],
  ])('is known %s', (_, course, roles, areaCode) => {
    expect(addresseesOf(course)).toMatchObject({ roles, areaCode });
  });

  it('is nobody between two rounds', () => expect(addresseesOf(courseAt('990121001002003'))).toBeNull());
});

describe('who hears of lateness', () => {
  const village = courseAt('990121001002003');
  const town = courseAt('990121001');
  const county = courseAt('990121');

  it.each([
    ['the grid member holds it', village, 'townCentre', '990121001'],
    ['the town holds it', { ...village, atTown: true }, 'countyCentre', '990121'],
    ['it lies at the town desk', atDesk(town), 'countyCentre', '990121'],
    ['it lies at the county desk', atDesk(county), 'cityCentre', '9901'],
  ])('the level above, where %s', (_, course, role, areaCode) => {
    expect(levelAboveHolder(course)).toEqual({ roles: [role], areaCode });
  });
});
