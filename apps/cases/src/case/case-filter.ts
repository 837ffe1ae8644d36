import { TASK_KINDS, type CaseClass, type CaseKind, type CasePatch, type Channel, type Path, type Stage, type TaskKind, type Tier } from '@yiwang/contracts/case-flow';
import { FIELD_POLICY } from '@yiwang/domain/policies';
import type { ReporterFilter } from '../personal-data/reporter-search.js';
import { policyNumber } from '../policies/policy-value.sql.js';

export interface CaseFilter extends ReporterFilter {
  areaCode?: string | null;
  stages?: Stage[] | null;
  path?: Path | null;
  kind?: CaseKind | null;
  caseClass?: CaseClass | null;
  tier?: Tier | null;
  unitCode?: string | null;
  card?: NonNullable<CasePatch['card']> | null;
  paused?: NonNullable<CasePatch['paused']> | null;
  reviewBefore?: Date | null;
  mergedInto?: string | null;
  overdue?: boolean | null;
  duplicates?: boolean | null;
  channel?: Channel | null;
  categoryCode?: string | null;
  receivedFrom?: Date | null;
  receivedBefore?: Date | null;
  open?: boolean | null;
  running?: boolean | null;
  lastRound?: boolean | null;
  taskKind?: TaskKind | 'townDesk' | null;
  taskTier?: Tier | null;
  sourceReference?: string | null;
  /** Looked for by WordsSearch. */
  text?: string | null;
}

const EXACT = {
  path: 'path',
  kind: 'kind',
  caseClass: 'case_class',
  tier: 'tier',
  unitCode: 'unit_code',
  card: 'card',
  paused: 'paused',
  mergedInto: 'merged_into',
  sourceReference: 'source_reference',
  channel: 'channel',
  categoryCode: 'category_code',
} as const;

/** The round that ends with a reasoned explanation, by the policy that the case began with. A county whose only round it is has none. */
export const LAST_ROUND = `c.round > 1 and c.round >= ${policyNumber('{rounds,most}', FIELD_POLICY.rounds.most)}`;

/** Open, unanswered, neither paused nor with the city, and with no leading case: somebody's time is running. */
export const CLOCK_RUNS = `c.closed_at is null and c.resolved_at is null and c.paused is null and c.merged_into is null
  and c.stage not in ('verifying', 'evaluating', 'referred', 'suspended')`;

/** Cases that have such a task open. The kind is written out, so that PostgreSQL sees that its index of few kinds has it. */
function withTask({ taskKind, taskTier }: CaseFilter, bind: (value: unknown) => string): string[] {
  if (!taskKind && !taskTier) return [];
  const kind = TASK_KINDS.find((one) => one === taskKind);
  const conditions = [...(taskKind ? [kind ? `t.kind = '${kind}'` : 'false'] : []), ...(taskTier ? [`t.tier = ${bind(taskTier)}`] : [])];
  return [`c.number = any(array(select t.case_number from task t where t.state in ('open', 'accepted') and ${conditions.join(' and ')}))`];
}

/** Conditions on `case_file c` for all of the filter but area, stages, words and reporter; `bind` gives a value its placeholder. */
export function conditionsOf(filter: CaseFilter, bind: (value: unknown) => string): string[] {
  const exact = (Object.keys(EXACT) as (keyof typeof EXACT)[]).filter((field) => filter[field]);
  return [
    ...exact.map((field) => `c.${EXACT[field]} = ${bind(filter[field])}`),
    // Written out, so that PostgreSQL sees that its indexes of few cards have it.
    filter.card && filter.card !== 'none' ? `c.card <> 'none'` : [],
    filter.reviewBefore ? `c.review_at < ${bind(filter.reviewBefore)}` : [],
    filter.overdue ? '(c.response_overdue or c.resolution_overdue)' : [],
    filter.duplicates ? 'c.duplicate_of is not null' : [],
    filter.receivedFrom ? `c.received_at >= ${bind(filter.receivedFrom)}` : [],
    filter.receivedBefore ? `c.received_at < ${bind(filter.receivedBefore)}` : [],
    filter.open ? 'c.closed_at is null' : [],
    filter.running ? CLOCK_RUNS : [],
    filter.lastRound ? `${LAST_ROUND} and c.closed_at is null` : [],
    withTask(filter, bind),
  ].flat();
}
