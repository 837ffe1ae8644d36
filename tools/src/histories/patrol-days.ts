import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { PATROL_WORKFLOW, type PatrolActivities, type PatrolDayInput } from '@yiwang/contracts/patrols';
import { bundleFromSources, EVERY_DAY, type WorkflowTrial } from '@yiwang/testing/time-skipping';

/** The days that are recorded: one with two slots, and one on which nobody patrols. */
const DAYS: Record<string, { input: PatrolDayInput; hours: readonly number[] }> = {
  'patrol-two-slots': { input: { countyCode: '990121' }, hours: [4, 10] },
  'patrol-day-off': { input: { countyCode: '990121', date: '2026-10-01' }, hours: [] },
};

/** Lives each day on a server whose time jumps; answers the workflows by `course.workflow`, as their files are named. */
export async function livePatrolDays(trial: WorkflowTrial): Promise<Record<string, string>> {
  const connection = trial.environment.nativeConnection;
  const queue = `patrols-${randomUUID()}`;
  let hours: readonly number[] = [];
  const activities: PatrolActivities = {
    planPatrolDay: async ({ now }) => ({
      slots: hours.map((hour, i) => {
        return { slot: `slot${i + 1}`, closesAt: new Date(Date.parse(now) + hour * 3_600_000).toISOString(), rounds: 3 };
      }),
    }),
    closePatrolSlot: () => Promise.resolve({ missed: 1 }),
  };
  const workers = [
    await Worker.create({
      ...{ connection, identity: 'trial', taskQueue: queue, workflowBundle: await bundleFromSources() },
      activities: { workingCalendar: () => Promise.resolve(EVERY_DAY) },
    }),
    await Worker.create({ connection, identity: 'trial', taskQueue: TASK_QUEUES.grids, activities }),
  ];
  const runs = workers.map((worker) => worker.run());
  const lived: Record<string, string> = {};
  for (const [course, day] of Object.entries(DAYS)) {
    hours = day.hours;
    const workflowId = `patrol-day-990121-${course}`;
    const handle = await trial.client.start(PATROL_WORKFLOW, { workflowId, taskQueue: queue, args: [day.input] });
    await trial.pass('12 hours');
    await handle.result();
    lived[`${course}.${PATROL_WORKFLOW}`] = workflowId;
  }
  for (const worker of workers) worker.shutdown();
  await Promise.all(runs);
  return lived;
}
