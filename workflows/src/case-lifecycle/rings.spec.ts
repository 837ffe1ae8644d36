import type { CaseLifecycleInput, LedgerEntry, OpenedTask } from '@yiwang/contracts/case-flow';
import type { ClockName, Holder } from '@yiwang/domain/clocks';
import { beginCourse, type Course, type Request } from './course.rules.js';
import { nextRing, ringsOf, type Ring } from './rings.rules.js';

const GRID: Holder = { tier: 'grid', roles: ['gridMember'], areaCode: '990121001002003' };
const START = '2026-03-02T00:00:00.000Z';
const RESOLUTION = { amount: 5, unit: 'calendarDays' as const };
const after = (hours: number): string => new Date(Date.parse(START) + hours * 3_600_000).toISOString();

const start = (clock: ClockName, hours: number): LedgerEntry => ({
  ...{ kind: 'start', at: START, rule: 1, clock, holder: GRID, path: 'villageDirect' },
  limit: { amount: hours, unit: 'hours' },
});
const stop = (clock: ClockName, hours: number): LedgerEntry => ({ kind: 'stop', clock, at: after(hours), rule: 1 });
const pause = (hours: number): LedgerEntry => ({ kind: 'pause', reason: 'waitingForResident', at: after(hours), rule: 1 });

const OPENING = [start('response', 24), start('resolution', 120), start('tier', 120)];

function course(ledger: LedgerEntry[], state: Partial<Course> = {}): Course {
  const input: CaseLifecycleInput = {
    caseNumber: '990121-20260302-000001',
    countyCode: '990121',
    areaCode: GRID.areaCode,
    kind: 'complaint',
    channel: 'hotline',
    receivedAt: START,
    policy: { version: 1, changes: { paths: { villageDirect: { resolution: RESOLUTION } } } },
  };
  const run: Course['run'] = { path: 'villageDirect', number: 1, workflowId: 'path' };
  return { ...beginCourse(input), ledger, run, ...state };
}

/** `kind clock:run:mark` or `kind task`, with the hours after receipt. */
function told(ring: Ring): [string, number] {
  const name = 'key' in ring ? `${ring.kind} ${ring.key}` : 'taskId' in ring ? `${ring.kind} ${ring.taskId}` : ring.kind;
  return [name, (Date.parse(ring.at) - Date.parse(START)) / 3_600_000];
}
const rings = (ledger: LedgerEntry[], state: Partial<Course> = {}) => ringsOf(course(ledger, state)).map(told);

const task = (taskId: string, dueAt: string): OpenedTask => ({
  ...{ taskId, kind: 'order', workflowId: 'case', tier: 'grid', roles: [], areaCode: '990121', excludedSubjects: [], round: 1 },
  dueAt,
});
const request = (taskId: string, until: string): Request => ({
  ...{ task: task(taskId, until), asked: { kind: 'referral' }, by: { kind: 'person' }, taskId: 't1', reason: '', until },
});

const FIVE_DAYS: [string, number][] = [
  ['mark response:1:red', 24],
  ['mark tier:1:half', 60],
  ['mark tier:1:yellow', 96],
  ['mark resolution:1:red', 120],
  ['mark tier:1:red', 120],
];

describe('what rings by itself', () => {
  const TABLE: [string, LedgerEntry[], Partial<Course>, [string, number][]][] = [
    ['of a fresh case: the response, the three marks of the tier, the resident’s deadline', OPENING, {}, FIVE_DAYS],
    ['the call-back where it was started, once', [...OPENING, start('callBack', 0.5)], {}, [['mark callBack:1:red', 0.5], ...FIVE_DAYS]],
    ['only the end of a part, not its half', [...OPENING, start('unit:t2', 72)], {}, [
      ...FIVE_DAYS.slice(0, 2),
      ['mark unit:t2:1:red', 72],
      ...FIVE_DAYS.slice(2),
    ]],
    ['nothing twice', OPENING, { fired: ['response:1:red', 'tier:1:half'] }, FIVE_DAYS.slice(2)],
    ['after red, the grace', OPENING, { fired: FIVE_DAYS.map(([name]) => name.replace('mark ', '')) }, [['grace tier:1:grace', 144]]],
    ['no grace without a path that could go up', OPENING, { fired: FIVE_DAYS.map(([name]) => name.replace('mark ', '')), run: null }, []],
    ['nothing but the end of a pause while the clocks stand', [...OPENING, pause(10)], {
      paused: { reason: 'waitingForResident', until: after(34), stage: 'handling' },
    }, [['resume', 34]]],
    ['nothing of a clock that stopped in time, however late that is heard of', [
      ...OPENING,
      ...[stop('response', 24), stop('resolution', 120), stop('tier', 120)],
    ], {}, []],
    ['a clock that stopped late, although no timer rang before the stop', [
      ...OPENING,
      ...[stop('response', 25), stop('resolution', 121), stop('tier', 121)],
    ], {}, [['mark response:1:red', 24], ['mark resolution:1:red', 120]]],
    ['a request that nobody decides and an order without feedback', [], {
      requests: { s1: request('s1', after(48)) },
      orders: { s2: task('s2', after(30)), s3: task('s3', after(20)) },
      fired: ['order:s3'],
    }, [['order s2', 30], ['approval s1', 48]]],
    ['the end of the rating window', [], { stage: 'evaluating', ratingClosesAt: after(168) }, [['notRated', 168]]],
    ['no rating window before the answer', [], { stage: 'handling', ratingClosesAt: after(168) }, []],
    ['nothing once it is closed', OPENING, { closedAs: 'rated' }, []],
  ];

  it.each(TABLE)('%s', (_, ledger, state, expected) => {
    expect(rings(ledger, state)).toEqual(expected);
  });

  it('is a new run’s own after a hand-over: the marks of the run before do not stand for it', () => {
    const town: Holder = { tier: 'town', roles: ['townCentre'], areaCode: '990121001' };
    const handOver: LedgerEntry = {
      ...{ kind: 'handOver', at: after(100), rule: 1, holder: town, path: 'villageTownJoint', round: 1 },
      limit: { amount: 100, unit: 'hours' },
    };
    const fired = ['response:1:red', 'tier:1:half', 'tier:1:yellow'];
    expect(rings([...OPENING, handOver], { fired })).toEqual([
      ['mark tier:2:half', 150],
      ['mark tier:2:yellow', 180],
      ['mark resolution:2:red', 200],
      ['mark tier:2:red', 200],
    ]);
  });

  it('moves with an extension, and is armed for the earliest', () => {
    const extend: LedgerEntry = { kind: 'extend', at: after(1), rule: 1, by: { amount: 24, unit: 'hours' } };
    const extended = course([...OPENING, extend], { fired: ['response:1:red'] });
    expect(ringsOf(extended).map(told)).toEqual([
      ['mark tier:1:half', 72],
      ['mark tier:1:yellow', 115.2],
      ['mark resolution:1:red', 144],
      ['mark tier:1:red', 144],
    ]);
    expect(nextRing(extended)).toMatchObject({ key: 'tier:1:half' });
    expect(nextRing(course([]))).toBeNull();
  });
});
