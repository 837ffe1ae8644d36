interface Waiting<T, R> {
  item: T;
  resolve(result: R): void;
  reject(error: unknown): void;
}

export interface GroupLimits {
  /** How many writes are under way at once before what arrives begins to gather. */
  atOnce: number;
  /** How many items one write takes at most. */
  largest: number;
}

/**
 * Lets what arrives while writes are under way share the next one: under load many calls cost one transaction, and a
 * call that comes alone waits for nobody. Items of one key only are written together. When a group fails each of its
 * items is written by itself, so that none fails for another's sake.
 */
export class GroupedWrites<T, R> {
  private readonly waiting = new Map<string, Waiting<T, R>[]>();
  private underWay = 0;

  /** @param write answers for each item, in order. */
  constructor(
    private readonly write: (items: T[]) => Promise<R[]>,
    private readonly limits: GroupLimits,
  ) {}

  add(key: string, item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(key) ?? [];
      queue.push({ item, resolve, reject });
      this.waiting.set(key, queue);
      this.begin();
    });
  }

  private begin(): void {
    while (this.underWay < this.limits.atOnce) {
      const [first] = this.waiting;
      if (first === undefined) return;
      const [key, queue] = first;
      const group = queue.splice(0, this.limits.largest);
      // A key with more to write goes to the end, so that keys take turns.
      this.waiting.delete(key);
      if (queue.length > 0) this.waiting.set(key, queue);
      this.underWay += 1;
      void this.settle(group).then(() => {
        this.underWay -= 1;
        this.begin();
      });
    }
  }

  private async settle(group: Waiting<T, R>[]): Promise<void> {
    try {
      const results = await this.write(group.map(({ item }) => item));
      for (const [index, { resolve }] of group.entries()) resolve(results[index] as R);
    } catch (error) {
      if (group.length === 1) return group[0]?.reject(error);
      for (const one of group) await this.settle([one]);
    }
  }
}
