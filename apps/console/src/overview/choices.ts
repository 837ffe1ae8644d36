import type { ActionName } from '../actions/act.types.js';
import type { OverviewQuery } from './generated/graphql.js';

export type Wanted = OverviewQuery['decisionsWanted'][number];

/** One tap on a wanted decision: which act's form opens, and with what it begins. */
export interface Choice {
  /** Key of its words among `act`. */
  key: 'grant' | 'refuse' | 'assign' | 'arbitrate' | 'resume' | 'instruct' | 'order' | 'open';
  action: ActionName;
  /** What stands in the form already; words are keys of `draft`. */
  values?: (say: (key: string) => string) => Record<string, unknown>;
  /** Of an assignment: the unit's name. */
  unit?: string;
}

const LONGEST_TITLE = 60;

/** What whoever looks can do about it at once: of the case, what the service offers them. */
export const choicesOf = (wanted: Wanted): readonly Choice[] =>
  thoughtOf(wanted).filter((choice) => isOnTask(choice) || (wanted.case?.actions as readonly ActionName[] | undefined)?.includes(choice.action));

function thoughtOf({ kind, task, case: one }: Wanted): readonly Choice[] {
  if (kind === 'approval' && task) {
    return [
      { key: 'grant', action: 'decideApproval', values: (say) => ({ granted: true, reason: say('grant') }) },
      { key: 'refuse', action: 'decideApproval', values: (say) => ({ granted: false, reason: say('refuse') }) },
    ];
  }
  if (kind === 'arbitration' && task) {
    const title = [...(one?.title ?? one?.text ?? '')].slice(0, LONGEST_TITLE).join('');
    const named = new Map((one?.returns ?? []).map(({ proposedUnit }) => [proposedUnit.code, proposedUnit.name]));
    const units = [...named].slice(-2).map(([unitCode, unit]): Choice => ({
      ...{ key: 'assign', action: 'assign', unit },
      values: (say) => ({ lead: { title, to: 'unit', unitCode }, reason: say('assign') }),
    }));
    return units.length > 0 ? units : [{ key: 'arbitrate', action: 'assign' }];
  }
  if (kind === 'suspensionReview') return [{ key: 'resume', action: 'resume', values: (say) => ({ reason: say('resume') }) }, { key: 'instruct', action: 'instruct' }];
  if (kind === 'overdue') return [{ key: 'order', action: 'order', values: (say) => ({ reason: say('order') }) }, { key: 'instruct', action: 'instruct' }];
  return [{ key: 'instruct', action: 'instruct' }];
}

/** Acts on the task, not on the case. */
export const isOnTask = ({ action }: Choice): boolean => action === 'decideApproval' || action === 'assign';
