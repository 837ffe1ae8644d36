import { proxyActivities } from '@temporalio/workflow';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import type { PatrolActivities, PatrolDayInput, PatrolDayResult } from '@yiwang/contracts/patrols';
import { isCovered, isWorkingDay, localDateOf } from '@yiwang/domain/calendar';
import { workingCalendar } from '../recording/record.js';
import { now, until } from '../recording/time.js';

/** On the queue of grids, which owns the rounds. Tried for as long as grids is away: a round that was missed is counted late rather than never. */
const { planPatrolDay, closePatrolSlot } = proxyActivities<PatrolActivities>({
  taskQueue: TASK_QUEUES.grids,
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * One day's patrols of a county: plans its rounds, and after each slot has them closed. The county's calendar is asked
 * on the day itself, so that a calendar that was loaded yesterday counts today.
 */
export async function patrolDay({ countyCode, time, date: given }: PatrolDayInput): Promise<PatrolDayResult> {
  const timed = { time };
  const startedAt = now(timed);
  const date = given ?? localDateOf(startedAt);
  const calendar = await workingCalendar({ countyCode });
  const { slots } = await planPatrolDay({
    countyCode,
    date,
    isWorkingDay: isWorkingDay(calendar, date),
    isProvisional: !isCovered(calendar, date),
    now: startedAt,
  });
  let missed = 0;
  for (const { slot, closesAt } of slots) {
    await until(timed, () => false, closesAt);
    missed += (await closePatrolSlot({ countyCode, date, slot })).missed;
  }
  return { date, planned: slots.reduce((sum, { rounds }) => sum + rounds, 0), missed };
}
