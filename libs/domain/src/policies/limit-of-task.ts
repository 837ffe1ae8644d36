import type { Limit } from '../clocks/ledger.types.js';
import type { Path, TaskKind, Tier } from '../paths/vocabulary.js';
import type { PolicyRules } from './types.js';

export interface LimitedTask {
  /** `townDesk` is what a joint path's lead was called before there were four paths. */
  kind: TaskKind | 'townDesk';
  tier: Tier | null;
}

/**
 * The limit of the policy in which a task's deadline counts; null where the case has no path yet, so that it is the
 * receipt's own promise by the clock. A part for which its lead named a limit is taken to count as the path's parts do.
 */
export function limitOfTask({ kind, tier }: LimitedTask, path: Path | null, rules: PolicyRules): Limit | null {
  switch (kind) {
    case 'desk':
      return tier === 'town' ? rules.desk.town : rules.desk.county;
    case 'approve':
      return rules.approvals.patience;
    case 'order':
      return rules.orderFeedback;
    case 'verify':
    case 'contribute':
      return path === null ? null : rules.paths[path].part;
    default:
      return path === null ? null : rules.paths[path].resolution;
  }
}
