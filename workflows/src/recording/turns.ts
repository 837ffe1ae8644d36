import { condition } from '@temporalio/workflow';

/** Whoever takes one decision at a time: the name of the one that is being recorded, or null. */
export interface TakesTurns {
  deciding: string | null;
}

/**
 * Decisions that reach a workflow together follow each other, whoever they come from: a person, a clock, another
 * workflow. Each must ask again, once it is its turn, whether it is still wanted; what went before may have ended it.
 */
export async function inTurn<T>(state: TakesTurns, name: string, work: () => Promise<T>): Promise<T> {
  while (state.deciding !== null) await condition(() => state.deciding === null);
  state.deciding = name;
  try {
    return await work();
  } finally {
    state.deciding = null;
  }
}
