import type { UpdateDefinition } from '@temporalio/common';
import { setHandler } from '@temporalio/workflow';
import { goesBy, type DecisionResult, type Stage, type Way } from '@yiwang/contracts/case-flow';
import { insist } from './refuse-update.js';
import { firstRefusal, type Verdict } from './tasks.rules.js';
import { now, type Timed } from './time.js';
import { inTurn, type TakesTurns } from './turns.js';

/** A workflow on which people decide. */
export interface Decides extends Timed, TakesTurns {
  stage: Stage;
  input: { since?: Way };
}

/** One decision: asked in the validator, and again when it is its turn; then done, at one instant. */
export interface Deciding<I> {
  check(input: I): Verdict;
  /**
   * Rules that came when runs had begun without them: the validator asks them of every run, its turn only of those that
   * began with them, for a turn is replayed.
   */
  forbids?(input: I): Verdict;
  /** What must have happened before it can be its turn. */
  ready?(input: I): Promise<void>;
  /** Asked instead of `check` when it is its turn, where more is known by then. */
  checkAgain?(input: I): Verdict;
  act(input: I, at: string): Promise<void>;
}

/** Registers what is done with an Update. The answer is where the case then is. */
export function onDecision<I>(
  state: Decides,
  roundOf: () => number,
  update: UpdateDefinition<DecisionResult, [I]>,
  { check, forbids = () => ({ ok: true }), ready, checkAgain = check, act }: Deciding<I>,
): void {
  const decide = async (input: I): Promise<DecisionResult> => {
    await ready?.(input);
    return inTurn(state, update.name, async () => {
      insist(checkAgain(input));
      if (goesBy(state.input, '2026-11-owners')) insist(forbids(input));
      await act(input, now(state));
      return { stage: state.stage, round: roundOf() };
    });
  };
  const options = { validator: (input: I) => insist(firstRefusal(() => check(input), () => forbids(input))) };
  // The type of a handler is worked out from its definition, which is not known yet here.
  setHandler(update, decide as never, options);
}
