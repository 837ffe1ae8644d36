import type { Caller } from '@yiwang/platform/auth';
import { askSubgraph } from '@yiwang/platform/graphql';
import type { CasesConfig } from '../config.js';

/** More grids at once are not asked for: whether they were patrolled is then not known. */
const MOST = 60;

/** Rounds of patrol, asked of grids in the caller's name. */
export class PatrolsMade {
  constructor(private readonly config: Pick<CasesConfig, 'GRIDS_URL'>) {}

  /** Rounds that were made in each grid from one day to another, both counted (YYYY-MM-DD); nothing of grids that cannot be asked about. */
  async in(grids: readonly string[], from: string, to: string, caller: Caller): Promise<Map<string, number>> {
    const asked = grids.slice(0, MOST);
    if (asked.length === 0) return new Map();
    const fields = asked.map((grid, n) => `g${n}: patrolCoverage(area: ${JSON.stringify(grid)}, from: $from, to: $to) { done late }`);
    try {
      const answer = await askSubgraph<Record<string, { done: number; late: number } | undefined>>(
        ...[this.config.GRIDS_URL, `query ($from: String!, $to: String!) { ${fields.join(' ')} }`, { from, to }, caller] as const,
      );
      return new Map(asked.flatMap((grid, n) => {
        const made = answer[`g${n}`];
        return made ? [[grid, made.done + made.late] as const] : [];
      }));
    } catch {
      // A warning without its patrols is worth more than none: it says that they are not known.
      return new Map();
    }
  }
}
