import { randomUUID } from 'node:crypto';

/** Where the bench's cases are said to be: a grid of the demonstration county, and whose work they become. */
export const GRID = '990121101201001';
export const GRID_MEMBER = 'grid-li';

/** Reports that nobody can take for real ones, each different, with keys that tell this run's from any other's. */
export class TrialCases {
  readonly run: string;
  private next = 0;

  constructor(run = `bench-${randomUUID().slice(0, 8)}`) {
    this.run = run;
  }

  /** A pattern of their keys. */
  get keys(): string {
    return `${this.run}-%`;
  }

  /** Cases of the same run with keys of their own beside these. */
  part(name: string): TrialCases {
    return new TrialCases(`${this.run}-${name}`);
  }

  one() {
    this.next += 1;
    const idempotencyKey = `${this.run}-${this.next}`;
    return {
      idempotencyKey,
      kind: 'request',
      channel: 'hotline',
      areaCode: GRID,
      text: `【性能测试，非真实诉求】自动生成的第 ${idempotencyKey} 件：测试路灯不亮，请忽略。This is generated load.`,
      sourceReference: idempotencyKey,
    };
  }
}
