import { setTimeout as pause } from 'node:timers/promises';
import { engineAt, type TimeMap } from '@yiwang/domain/time';

interface Entry {
  /** When it is to happen (business ms), and in which order things of the same instant were put down. */
  atMs: number;
  nth: number;
  what: () => Promise<void>;
}

const LONGEST_NAP_MS = 50;

const isBefore = (a: Entry, b: Entry): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.nth < b.nth);

export interface AgendaFacts {
  time: TimeMap;
  /** How many may be under way at once. */
  hands: number;
  now?: () => number;
  /** How late something began, in milliseconds of the machine. */
  onBegin?: (lateMs: number) => void;
  onFailure: (error: unknown) => void;
}

/** Everything that people mean to do, by when they mean to do it; so many at once. A binary heap. */
export class Agenda {
  private readonly heap: Entry[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private count = 0;

  constructor(private readonly facts: AgendaFacts) {}

  add(atMs: number, what: () => Promise<void>): void {
    this.heap.push({ atMs, nth: this.count++, what });
    this.rise(this.heap.length - 1);
  }

  /** The next instant (business ms), or null when nothing is left and nothing under way. */
  next(): number | null {
    return this.heap[0]?.atMs ?? (this.underWay.size > 0 ? 0 : null);
  }

  /** Does what is due, and waits for what is not, until told that it is over. */
  async run(isOver: () => boolean): Promise<void> {
    const { time, hands, onBegin, now = Date.now } = this.facts;
    while (!isOver()) {
      const dueMs = this.heap[0] ? engineAt(time, this.heap[0].atMs) : Number.POSITIVE_INFINITY;
      const waitMs = dueMs - now();
      if (waitMs > 0) await pause(Math.min(waitMs, LONGEST_NAP_MS));
      else if (this.underWay.size >= hands) await Promise.race(this.underWay);
      else {
        onBegin?.(-waitMs);
        this.begin(this.take());
      }
    }
    await Promise.all(this.underWay);
  }

  private begin({ what }: Entry): void {
    const doing: Promise<void> = what()
      .catch(this.facts.onFailure)
      .finally(() => this.underWay.delete(doing));
    this.underWay.add(doing);
  }

  private take(): Entry {
    const [first] = this.heap as [Entry];
    const last = this.heap.pop() as Entry;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private rise(from: number): void {
    for (let i = from; i > 0; ) {
      const above = (i - 1) >> 1;
      if (!this.swapIfBefore(i, above)) return;
      i = above;
    }
  }

  private sink(from: number): void {
    for (let i = from; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      if (left >= this.heap.length) return;
      const isRight = right < this.heap.length && isBefore(this.heap[right] as Entry, this.heap[left] as Entry);
      const below = isRight ? right : left;
      if (!this.swapIfBefore(below, i)) return;
      i = below;
    }
  }

  private swapIfBefore(lower: number, upper: number): boolean {
    const [a, b] = [this.heap[lower] as Entry, this.heap[upper] as Entry];
    if (!isBefore(a, b)) return false;
    this.heap[lower] = b;
    this.heap[upper] = a;
    return true;
  }
}
