import { ScheduleAlreadyRunning, ScheduleNotFoundError, ScheduleOverlapPolicy, type Client, type ScheduleSpec } from '@temporalio/client';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import { PATROL_WORKFLOW, patrolScheduleId, patrolWorkflowId, type PatrolDayInput } from '@yiwang/contracts/patrols';
import { engineAt, type TimeMap } from '@yiwang/domain/time';
import type { BusinessClock } from '@yiwang/platform/time';
import type { DataSource } from 'typeorm';

interface Row {
  countyCode: string;
  enabled: boolean;
  version: number;
}

const DAY_MS = 86_400_000;
/** Five past midnight in the counties, so that a day's rounds stand before anybody sets out. */
const START = { hour: 0, minute: 5 };
const START_UTC_MS = (START.minute - 8 * 60) * 60_000;
/** What was wished is looked at again, in case the engine lost it. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** Keeps one schedule a county in the engine, as the county's setting says. */
export class PatrolSchedules {
  private readonly kept = new Map<string, { version: number; at: number }>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly clock: BusinessClock,
  ) {}

  /** Brings to the engine what has changed; answers how many schedules that were. */
  async keep(): Promise<number> {
    const rows = await this.dataSource.query<Row[]>(
      `select county_code as "countyCode", enabled, version from patrol_setting order by county_code`,
    );
    const due = rows.filter(({ countyCode, version }) => {
      const known = this.kept.get(countyCode);
      return known?.version !== version || Date.now() - known.at > LOOK_AGAIN_MS;
    });
    for (const row of due) {
      await (row.enabled ? this.put(row.countyCode) : this.remove(row.countyCode));
      await this.dataSource.query(`update patrol_setting set scheduled_version = $2 where county_code = $1 and scheduled_version <> $2`, [
        row.countyCode,
        row.version,
      ]);
      this.kept.set(row.countyCode, { version: row.version, at: Date.now() });
    }
    return 0;
  }

  private async put(countyCode: string): Promise<void> {
    const time = this.clock.mapped;
    const input: PatrolDayInput = { countyCode, ...(time === undefined ? {} : { time }) };
    const parts = {
      spec: specOf(time),
      action: {
        ...{ type: 'startWorkflow', workflowType: PATROL_WORKFLOW, workflowId: patrolWorkflowId(countyCode) } as const,
        taskQueue: TASK_QUEUES.cases,
        args: [input],
      },
      // A day that waits for grids to come back must not stop the next one.
      policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow: '12 hours' } as const,
    };
    const scheduleId = patrolScheduleId(countyCode);
    try {
      // A county that begins at noon has its afternoon's rounds the same day.
      await this.client.schedule.create({ scheduleId, ...parts, state: { triggerImmediately: true } });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      await this.client.schedule.getHandle(scheduleId).update((previous) => ({ ...previous, ...parts }));
    }
  }

  private async remove(countyCode: string): Promise<void> {
    try {
      await this.client.schedule.getHandle(patrolScheduleId(countyCode)).delete();
    } catch (error) {
      if (!(error instanceof ScheduleNotFoundError)) throw error;
    }
  }
}

/** Every day; in a simulation as often as its days pass. Which days have patrols is asked on the day itself. */
export function specOf(time: TimeMap | undefined): ScheduleSpec {
  if (time === undefined) return { calendars: [START], timezone: 'Asia/Shanghai' };
  const every = Math.max(1_000, Math.round(DAY_MS / time.rate / 1_000) * 1_000);
  const first = engineAt(time, Math.ceil(time.businessEpochMs / DAY_MS) * DAY_MS + START_UTC_MS);
  return { intervals: [{ every, offset: ((first % every) + every) % every }] };
}
