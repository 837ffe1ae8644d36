import type { CaseClass, CaseKind, CasePatch, Path, Stage, Tier } from '@yiwang/contracts/case-flow';
import type { ReporterFilter } from '../personal-data/reporter-search.js';

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
  sourceReference?: string | null;
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
} as const;

/** Conditions on `case_file c` for all of the filter but area, stages and reporter; `bind` gives a value its placeholder. */
export function conditionsOf(filter: CaseFilter, bind: (value: unknown) => string): string[] {
  const exact = (Object.keys(EXACT) as (keyof typeof EXACT)[]).filter((field) => filter[field]);
  return [
    ...exact.map((field) => `c.${EXACT[field]} = ${bind(filter[field])}`),
    filter.reviewBefore ? `c.review_at < ${bind(filter.reviewBefore)}` : [],
    filter.overdue ? '(c.response_overdue or c.resolution_overdue)' : [],
    filter.duplicates ? 'c.duplicate_of is not null' : [],
  ].flat();
}
