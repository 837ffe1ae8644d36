import { randomUUID } from 'node:crypto';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { WorkingCalendarData } from '@yiwang/contracts/case-flow';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { PATROL_WORKFLOW, type PatrolActivities, type PatrolDayInput, type PatrolDayResult } from '@yiwang/contracts/patrols';
import { bundleFromSources, EVERY_DAY, quietRuntime, startTimeSkipping } from '@yiwang/testing/time-skipping';

type Plan = Parameters<PatrolActivities['planPatrolDay']>[0];
type Slot = Parameters<PatrolActivities['closePatrolSlot']>[0];

/** Weeks of five days, with a holiday and a make-up Saturday (调休). */
const OFFICE: WorkingCalendarData = {
  version: 1,
  years: [2026],
  periods: [['09:00', '17:30']],
  weekdays: [1, 2, 3, 4, 5],
  days: { '2026-10-01': 'off', '2026-10-10': 'work' },
};

/** The activities of grids, kept in memory. */
class GridsStandIn {
  readonly planned: Plan[] = [];
  readonly closed: { slot: Slot; at: number }[] = [];
  failures = 0;
  closesAfterMs: readonly number[] = [4 * 3_600_000, 10 * 3_600_000];

  constructor(private readonly nowMs: () => Promise<number>) {}

  readonly activities: PatrolActivities = {
    planPatrolDay: async (day) => {
      if (this.failures > 0) {
        this.failures -= 1;
        throw new Error('grids is away');
      }
      this.planned.push(day);
      const begun = Date.parse(day.now);
      const slots = this.closesAfterMs.map((ms, i) => ({ slot: `slot${i + 1}`, closesAt: new Date(begun + ms).toISOString(), rounds: 3 }));
      return { slots: day.isWorkingDay ? slots : [] };
    },
    closePatrolSlot: async (slot) => {
      this.closed.push({ slot, at: await this.nowMs() });
      return { missed: 1 };
    },
  };
}

describe('a day of patrols', () => {
  let environment: TestWorkflowEnvironment;
  let grids: GridsStandIn;
  let calendar: WorkingCalendarData;
  let stop: () => Promise<void>;
  const queue = `patrols-${randomUUID()}`;

  beforeAll(async () => {
    quietRuntime();
    const [started, workflowBundle] = await Promise.all([startTimeSkipping(), bundleFromSources()]);
    environment = started;
    stop = await startWorkers(workflowBundle);
  }, 180_000);
  afterAll(async () => {
    await stop();
    await environment.teardown();
  });
  beforeEach(() => {
    grids = new GridsStandIn(() => environment.currentTimeMs());
    calendar = EVERY_DAY;
  });

  async function startWorkers(workflowBundle: WorkflowBundleWithSourceMap): Promise<() => Promise<void>> {
    const connection = environment.nativeConnection;
    const activities = {
      planPatrolDay: (day: Plan) => grids.activities.planPatrolDay(day),
      closePatrolSlot: (slot: Slot) => grids.activities.closePatrolSlot(slot),
    };
    const workers = [
      await Worker.create({ connection, taskQueue: queue, workflowBundle, activities: { workingCalendar: () => Promise.resolve(calendar) } }),
      await Worker.create({ connection, taskQueue: TASK_QUEUES.grids, activities }),
    ];
    const runs = workers.map((worker) => worker.run());
    return async () => {
      for (const worker of workers) worker.shutdown();
      await Promise.all(runs);
    };
  }

  const live = (input: PatrolDayInput): Promise<PatrolDayResult> =>
    environment.client.workflow.execute<(given: PatrolDayInput) => Promise<PatrolDayResult>>(PATROL_WORKFLOW, {
      ...{ workflowId: `patrol-day-${randomUUID()}`, taskQueue: queue, args: [input] as [PatrolDayInput] },
    });

  it('plans the day once and closes each slot when its window has closed', async () => {
    const begunMs = await environment.currentTimeMs();
    const result = await live({ countyCode: '990121' });
    expect(result).toMatchObject({ planned: 6, missed: 2 });
    expect(grids.planned).toEqual([expect.objectContaining({ countyCode: '990121', date: result.date, isWorkingDay: true, isProvisional: false })]);
    expect(grids.closed.map(({ slot }) => slot)).toEqual([
      { countyCode: '990121', date: result.date, slot: 'slot1' },
      { countyCode: '990121', date: result.date, slot: 'slot2' },
    ]);
    expect(grids.closed[0]!.at - begunMs).toBeGreaterThanOrEqual(4 * 3_600_000);
    expect(grids.closed[1]!.at - begunMs).toBeGreaterThanOrEqual(10 * 3_600_000);
  });

  it.each([
    ['a Thursday', '2026-10-15', true],
    ['a Saturday', '2026-10-17', false],
    ['a holiday', '2026-10-01', false],
    ['a Saturday that makes up for one (调休)', '2026-10-10', true],
  ])('asks the calendar of the county on %s', async (_day, date, isWorkingDay) => {
    calendar = OFFICE;
    await live({ countyCode: '990121', date });
    expect(grids.planned).toEqual([expect.objectContaining({ date, isWorkingDay, isProvisional: false })]);
    expect(grids.closed).toHaveLength(isWorkingDay ? 2 : 0);
  });

  it('says that a date beyond the calendar is decided by the week alone', async () => {
    calendar = OFFICE;
    await live({ countyCode: '990121', date: '2027-01-04' });
    expect(grids.planned[0]).toMatchObject({ isWorkingDay: true, isProvisional: true });
  });

  it('waits for grids to come back', async () => {
    grids.failures = 3;
    expect(await live({ countyCode: '990121' })).toMatchObject({ planned: 6, missed: 2 });
  });

  it('does not wait for what has closed already', async () => {
    grids.closesAfterMs = [-3_600_000];
    expect(await live({ countyCode: '990121' })).toMatchObject({ planned: 3, missed: 1 });
  });

  it('lives in the time of a simulation', async () => {
    const engineMs = await environment.currentTimeMs();
    const time = { engineEpochMs: engineMs, businessEpochMs: Date.UTC(2026, 5, 1, 16), rate: 1_440 };
    const result = await live({ countyCode: '990121', time });
    expect(result.date).toBe('2026-06-02');
    // Ten hours of business are 25 seconds of the engine.
    expect(grids.closed[1]!.at - engineMs).toBeGreaterThanOrEqual(24_000);
    expect(grids.closed[1]!.at - engineMs).toBeLessThan(120_000);
  });
});
