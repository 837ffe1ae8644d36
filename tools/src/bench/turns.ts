import { setTimeout as pause } from 'node:timers/promises';
import { Refused } from './graph-client.js';

/** What people decide on a village case, in this order. */
export const DECISIONS = ['accept', 'complete', 'rate'] as const;
export type Decision = (typeof DECISIONS)[number];

interface Waiting<C> {
  one: C;
  next: number;
}

/** So many cases are being worked on at a time; the next is begun when one of them ends. */
const WORKED_ON = 48;

/** How long a decision waits for a case that is free, where all are being decided on. */
const PATIENCE_MS = 20;

/**
 * Prepared cases whose decisions are taken one at a time and in their order, the case that has waited longest first: as
 * in a county, where hours lie between two decisions on a case and other cases have come between.
 */
export class Turns<C> {
  private readonly waiting: Waiting<C>[] = [];
  private readonly untouched: C[];
  private underWay = 0;
  /** How long each decision took, in milliseconds. */
  readonly took: Record<Decision, number[]> = { accept: [], complete: [], rate: [] };

  constructor(
    cases: readonly C[],
    private readonly decide: (one: C, decision: Decision) => Promise<void>,
  ) {
    this.untouched = [...cases];
    for (let i = 0; i < WORKED_ON; i++) this.beginNext();
  }

  /** Takes the next decision. @returns 1. @throws Refused when no case is left, or what the decision throws. */
  async one(): Promise<number> {
    while (this.waiting.length === 0 && this.underWay > 0) await pause(PATIENCE_MS);
    const turn = this.waiting.shift();
    if (turn === undefined) throw new Refused('no case left');
    const decision = DECISIONS[turn.next] as Decision;
    const startedAt = performance.now();
    this.underWay += 1;
    try {
      await this.decide(turn.one, decision);
    } catch (error) {
      this.beginNext();
      throw error;
    } finally {
      this.underWay -= 1;
    }
    this.took[decision].push(performance.now() - startedAt);
    if (turn.next + 1 < DECISIONS.length) this.waiting.push({ one: turn.one, next: turn.next + 1 });
    else this.beginNext();
    return 1;
  }

  private beginNext(): void {
    const one = this.untouched.shift();
    if (one !== undefined) this.waiting.push({ one, next: 0 });
  }
}
