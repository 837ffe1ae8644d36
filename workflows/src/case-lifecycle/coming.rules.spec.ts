import type { CaseLifecycleInput, LedgerEntry } from '@yiwang/contracts/case-flow';
import type { ClockName, Holder } from '@yiwang/domain/clocks';
import { comingOf } from './coming.rules.js';
import { beginCourse, type Course } from './course.rules.js';

const GRID: Holder = { tier: 'grid', roles: ['gridMember'], areaCode: '990121001002003' };
const START = '2026-03-02T00:00:00.000Z';
const after = (hours: number): string => new Date(Date.parse(START) + hours * 3_600_000).toISOString();
const start = (clock: ClockName, hours: number): LedgerEntry => ({
  ...{ kind: 'start', at: START, rule: 1, clock, holder: GRID, path: 'villageDirect' },
  limit: { amount: hours, unit: 'hours' },
});

function coming(state: Partial<Course>): [string, number][] {
  const input: CaseLifecycleInput = {
    ...{ caseNumber: '990121-20260302-000001', countyCode: '990121', areaCode: GRID.areaCode, kind: 'complaint', channel: 'hotline' },
    ...{ receivedAt: START, policy: { version: 1, changes: {} } },
  };
  const run: Course['run'] = { path: 'villageDirect', number: 1, workflowId: 'path' };
  const course = { ...beginCourse(input), ledger: [start('response', 24), start('resolution', 120), start('tier', 120)], run, ...state };
  return comingOf(course).map(({ kind, at }) => [kind, (Date.parse(at) - Date.parse(START)) / 3_600_000]);
}

describe('what happens if nobody does anything', () => {
  it('is told to its end: reminders, cards, the deadlines, and that the task then moves up', () => {
    expect(coming({})).toEqual([
      ['responseOverdue', 24],
      ['half', 60],
      ['yellowCard', 96],
      ['resolutionOverdue', 120],
      ['redCard', 120],
      ['movesUp', 144],
    ]);
  });

  it('says once that it moves up, where the red card has been given', () => {
    const fired = ['response:1:red', 'tier:1:half', 'tier:1:yellow', 'resolution:1:red', 'tier:1:red'];
    expect(coming({ fired })).toEqual([['movesUp', 144]]);
  });

  it('is the end of a pause while the clocks stand, and an unrated close after the answer', () => {
    const pause: LedgerEntry = { kind: 'pause', reason: 'waitingForResident', at: after(10), rule: 1 };
    const ledger = [start('response', 24), start('resolution', 120), start('tier', 120), pause];
    expect(coming({ ledger, paused: { reason: 'waitingForResident', until: after(34), stage: 'handling' } })).toEqual([['resumes', 34]]);
    expect(coming({ ledger: [], stage: 'evaluating', ratingClosesAt: after(168) })).toEqual([['closesUnrated', 168]]);
  });
});
