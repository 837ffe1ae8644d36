import type { TimeMap } from '@yiwang/domain/time';

/** The workflow that one Temporal Schedule per county starts each day. */
export const PATROL_WORKFLOW = 'patrolDay';

/** One schedule a county, by which the engine's list of schedules names it. */
export const patrolScheduleId = (countyCode: string): string => `patrols-${countyCode}`;

/** The engine adds the instant for which it was scheduled. */
export const patrolWorkflowId = (countyCode: string): string => `patrol-day-${countyCode}`;

export interface PatrolDayInput {
  countyCode: string;
  /** `YYYY-MM-DD`; the day on which it is started, where left out. */
  date?: string;
  /** In simulations only. */
  time?: TimeMap;
}

export interface PatrolSlotPlan {
  /** The slot's name in the county's setting, such as `morning`. */
  slot: string;
  /** ISO 8601, UTC: rounds that are not done then are missed. */
  closesAt: string;
  rounds: number;
}

export interface PatrolDayPlan {
  /** In the order in which they close; empty where nobody patrols that day. */
  slots: PatrolSlotPlan[];
}

export interface PatrolDayResult {
  date: string;
  planned: number;
  missed: number;
}

export interface PatrolSlot {
  countyCode: string;
  date: string;
  slot: string;
}

/** What grids does for the workflow, on its own task queue. Each may be called again and does its work once. */
export interface PatrolActivities {
  /** Writes down the day's rounds as the county's setting says; a day planned before is answered as it was planned. */
  planPatrolDay(day: {
    countyCode: string;
    date: string;
    isWorkingDay: boolean;
    /** The calendar does not cover the date, so that the week alone has decided. */
    isProvisional: boolean;
    /** ISO 8601, UTC: slots that have closed by then are not planned any more. */
    now: string;
  }): Promise<PatrolDayPlan>;
  /** Counts the rounds of a slot that were not done and tells their villages. */
  closePatrolSlot(slot: PatrolSlot): Promise<{ missed: number }>;
}
