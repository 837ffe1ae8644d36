import type { CarriedCourse, CaseLifecycleInput, WorkingCalendarData } from '@yiwang/contracts/case-flow';
import { addLimit } from '@yiwang/domain/clocks';
import type { TimeMap } from '@yiwang/domain/time';
import { ofArea, theirs, WorkflowTrial } from '@yiwang/testing/time-skipping';

/** 2026 around the days when Spring Festival is off and the Saturdays before and after are worked (调休). */
const OFFICE: WorkingCalendarData = {
  version: 3,
  years: [2026],
  periods: [
    ['09:00', '12:00'],
    ['13:30', '17:30'],
  ],
  weekdays: [1, 2, 3, 4, 5],
  days: {
    '2026-02-14': 'work',
    ...Object.fromEntries([16, 17, 18, 19, 20, 23].map((day) => [`2026-02-${day}`, 'off' as const])),
    '2026-02-28': 'work',
  },
};
const shanghai = (local: string): string => new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString();

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
  trial.recorder.calendar = OFFICE;
}, 300_000);
afterAll(() => trial?.end());

/** A case received at a fixed local time, wherever the engine's clock stands. */
async function receivedAt(local: string, given: Partial<CaseLifecycleInput> = {}) {
  const engineEpochMs = Date.parse(await trial.now());
  const time: TimeMap = { engineEpochMs, businessEpochMs: Date.parse(shanghai(local)), rate: 1 };
  const { workflowId: caseNumber } = await trial.start({ time, receivedAt: shanghai(local), ...given });
  return { caseNumber, task: await trial.openTask(caseNumber) };
}
/** The engine takes some milliseconds from the receipt to the first step. */
const minuteOf = (instant: string | undefined): string | undefined => instant?.slice(0, 16);
const dueOf = (caseNumber: string) => trial.recorder.caseRow(caseNumber).resolutionDueAt;

describe('a case that is opened again', () => {
  it('runs in the calendar in force, also where it was loaded while the case was closed, and hears of the next one', async () => {
    const { caseNumber, task } = await receivedAt('2026-03-02 10:00', { caseClass: 'major', policy: { version: 2, changes: { paths: { villageTownJoint: { verifyClasses: [] } } } } });
    await trial.answer(caseNumber);
    await trial.rate(caseNumber, 'satisfied');
    const life = trial.client.getHandle(caseNumber);
    const { course } = (await life.result()) as { course: CarriedCourse['course'] };
    const input = course.input as CaseLifecycleInput;
    const loaded = (version: number, off: string[]) => ({ ...OFFICE, version, days: { ...OFFICE.days, ...Object.fromEntries(off.map((day) => [day, 'off' as const])) } });
    trial.recorder.calendar = loaded(4, ['2026-03-09']);
    const reopen = { reason: '回访发现未解决', subject: 'c', role: 'countyCentre' as const };
    await trial.start({ ...input, caseNumber, carried: { course, reopen } });
    await trial.openTask(caseNumber, { after: task.taskId });
    const due = dueOf(caseNumber);
    const limit = { amount: 15, unit: 'workingDays' as const };
    const from = trial.recorder.ledgerOf(caseNumber).findLast(({ kind }) => kind === 'handOver')?.at ?? '';
    expect(due).toBe(addLimit(limit, from, trial.recorder.calendar).at);
    expect(due).not.toBe(addLimit(limit, from, OFFICE).at);
    trial.recorder.calendar = loaded(5, ['2026-03-09', '2026-03-10']);
    await trial.client.getHandle(caseNumber).signal('calendarLoaded', { version: 5 });
    await trial.seen(() => dueOf(caseNumber) !== due);
    expect(dueOf(caseNumber)).toBe(addLimit(limit, from, trial.recorder.calendar).at);
    trial.recorder.calendar = OFFICE;
  });
});

describe('limits in working time', () => {
  it('end ten working days on at close of business, over the holiday and the Saturday that is worked', async () => {
    const { caseNumber } = await receivedAt('2026-02-12 10:00', { caseClass: 'major' });
    // 13, Saturday 14; then 24 to 27, Saturday 28, 2 to 4 March.
    expect(dueOf(caseNumber)).toBe(shanghai('2026-03-04 17:30'));
    expect(trial.recorder.caseRow(caseNumber).provisional).toBe(false);
  });

  it('let the town accept within four working hours, over the noon break', async () => {
    const { caseNumber, task } = await receivedAt('2026-03-02 11:00', { caseClass: 'major' });
    const acceptance = () => trial.recorder.clocksOf(caseNumber)['unit:acceptance'];
    expect(minuteOf(acceptance()?.dueAt)).toBe(minuteOf(shanghai('2026-03-02 16:30')));
    await trial.pass('6 hours');
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('partOverdue'));
    expect(trial.recorder.marksOf(caseNumber)).toContainEqual(
      expect.objectContaining({ mark: 'partOverdue', clock: 'unit:acceptance', tier: 'town' }),
    );
    expect(task.kind).toBe('lead');
  });

  it('do not count the acceptance late once it was accepted', async () => {
    const { caseNumber, task } = await receivedAt('2026-03-02 11:00', { caseClass: 'major' });
    await trial.decide(task.workflowId, 'acceptTask', { taskId: task.taskId, actor: theirs(task) });
    await trial.pass('6 hours');
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('partOverdue');
  });

  it('put the marks of the tier into working time', async () => {
    const { caseNumber } = await receivedAt('2026-03-06 09:00', { caseClass: 'difficult' });
    const { tier } = trial.recorder.clocksOf(caseNumber);
    expect(tier?.dueAt).toBe(shanghai('2026-03-27 17:30'));
    expect(new Date(Date.parse(tier?.marks.half ?? '') + 8 * 3_600_000).getUTCDay()).not.toBe(0);
    expect([tier?.marks.half, tier?.marks.yellow].every((at) => at !== undefined && at < (tier?.dueAt ?? ''))).toBe(true);
  });

  it('let the desk of a town take four working hours, and the case goes by the clock', async () => {
    const { caseNumber, task } = await receivedAt('2026-03-06 15:30', { areaCode: '990121001' });
    expect(minuteOf(task.dueAt)).toBe(minuteOf(shanghai('2026-03-09 11:00')));
    expect(dueOf(caseNumber)).toBe(shanghai('2026-03-11 15:30'));
  });

  it('run by the clock on the village path: five days over a holiday are five days', async () => {
    const { caseNumber } = await receivedAt('2026-02-15 20:00');
    expect(dueOf(caseNumber)).toBe(shanghai('2026-02-20 20:00'));
  });

  it('are extended in working days to a close of business', async () => {
    const { caseNumber, task } = await receivedAt('2026-03-02 11:00', { caseClass: 'major' });
    const before = dueOf(caseNumber) ?? '';
    await trial.request(task, { kind: 'extension', by: { amount: 1, unit: 'workingDays' } });
    expect(dueOf(caseNumber)).toBe(addLimit({ amount: 1, unit: 'workingDays' }, before, OFFICE).at);
    expect(dueOf(caseNumber)).toBe(shanghai('2026-03-17 17:30'));
  });
});

describe('a year that is loaded', () => {
  it('settles a provisional deadline; where it moves, the resident and the holder’s task are told', async () => {
    const { caseNumber } = await receivedAt('2026-12-25 10:00', { caseClass: 'major' });
    const before = dueOf(caseNumber);
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ provisional: true });
    expect(before).toBe(shanghai('2027-01-08 17:30'));

    trial.recorder.calendar = { ...OFFICE, version: 4, years: [2026, 2027], days: { ...OFFICE.days, '2027-01-01': 'off' } };
    await trial.client.getHandle(caseNumber).signal('calendarLoaded', { version: 4 });
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('deadlineRecomputed'));
    const dueAt = shanghai('2027-01-11 17:30');
    expect(trial.recorder.caseRow(caseNumber)).toMatchObject({ resolutionDueAt: dueAt, provisional: false });
    expect(trial.recorder.stepsOf(caseNumber).at(-1)).toMatchObject({ leadDueAt: dueAt });
    expect(trial.recorder.noticesOf(caseNumber).at(-1)).toMatchObject({
      type: 'deadlineMoved',
      to: { kind: 'reporter' },
      data: { dueAt },
    });
  });

  it('leaves alone what it does not move, and what it has heard before', async () => {
    const moved = { ...trial.recorder.calendar, version: 5 };
    const { caseNumber } = await receivedAt('2026-03-02 11:00', { caseClass: 'major' });
    const before = dueOf(caseNumber);
    trial.recorder.calendar = moved;
    const signal = (version: number) => trial.client.getHandle(caseNumber).signal('calendarLoaded', { version });
    await signal(5);
    await signal(5);
    await trial.decide(caseNumber, 'superviseCase', { actor: ofArea('countyCentre', '990121'), act: 'urge', reason: '请抓紧' });
    const steps = trial.recorder.stepsOf(caseNumber).filter(({ stepId }) => stepId.includes('calendar:'));
    expect(steps.map(({ timeline, notices }) => [timeline, notices])).toEqual([[[], []]]);
    expect(dueOf(caseNumber)).toBe(before);
  });
});
