import type { ProjectionReport } from '@yiwang/contracts/projection';
import { readProjectionOptions } from './options.js';
import { describeReport } from './report.js';

describe('the command for the projection', () => {
  it.each<[string[], object]>([
    [['check'], { rebuild: false, cases: 'all', json: false }],
    [['rebuild', '--open', '--json'], { rebuild: true, cases: 'open', json: true }],
    [['check', '990121-20260101-000001'], { cases: ['990121-20260101-000001'] }],
    [['--help'], { help: true }],
  ])('reads %j', (args, wanted) => expect(readProjectionOptions(args)).toMatchObject(wanted));

  it.each<[string[], string]>([
    [[], 'Say "check" or "rebuild"'],
    [['mend'], 'not "mend"'],
    [['check', 'x; drop'], 'no case number'],
    [['check', '--all', '--open'], 'not several'],
    [['check', '--nothing'], 'lists what there is'],
  ])('refuses %j', (args, message) => expect(() => readProjectionOptions(args)).toThrow(message));

  it('says every difference by case and field, and how many there are', () => {
    const difference = { caseNumber: 'n-1', field: 'course.stage', expected: 'handling', actual: 'closed' };
    const report: ProjectionReport = {
      ...{ checked: 2, steps: 9, differences: [difference], mended: [], unreadable: [], partly: [], tookMs: 1_234 },
      forgotten: [{ caseNumber: 'n-2', problem: 'nobodys' }, { caseNumber: 'n-2', problem: 'unstaffed', task: 'n-2-t1: departmentHandler 990121 meteorology' }],
    };
    expect(describeReport(report)).toEqual([
      'WRONG   n-1  course.stage: the workflows say "handling", PostgreSQL "closed"',
      'LOST    n-2 is open, and nobody has anything to do for it',
      'LOST    n-2 has a task for which nobody is in a position (n-2-t1: departmentHandler 990121 meteorology)',
      '2 cases with 9 steps compared in 1.2 s: 1 differences in 1 cases, 0 mended in 0, 1 cases that nobody sees to, 0 that could not be asked',
    ]);
  });
});
