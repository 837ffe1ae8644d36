import type { DayQuery, DayRoundsQuery } from './generated/graphql.js';

export type DayTask = DayQuery['myTasks'][number];
export type DayCase = NonNullable<DayTask['case']>;
export type Round = DayRoundsQuery['myPatrols'][number];

/** The day as it was last read, for a phone without network. Names and numbers in it are the masked ones. */
export interface KeptDay {
  /** The subject whose day it is. */
  id: string;
  /** When it was read, in ms. */
  at: number;
  tasks: readonly DayTask[];
  rounds: readonly Round[];
}
