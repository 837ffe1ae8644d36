import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Path } from '@yiwang/contracts/case-flow';
import { unitAreaOf } from '@yiwang/domain/areas';

const AREA = defineSearchAttributeKey('yiwangArea', 'KEYWORD');
const COUNTY = defineSearchAttributeKey('yiwangCounty', 'KEYWORD');
const DUE_AT = defineSearchAttributeKey('yiwangDueAt', 'DATETIME');
const OVERDUE = defineSearchAttributeKey('yiwangOverdue', 'BOOL');
const PATH = defineSearchAttributeKey('yiwangPath', 'KEYWORD');
const ROUND = defineSearchAttributeKey('yiwangRound', 'INT');
const UNIT = defineSearchAttributeKey('yiwangUnit', 'KEYWORD');

/** What the engine's lists need of a path's run, set when its workflow starts. */
export const attributesOfRun = (round: {
  countyCode: string;
  areaCode: string;
  path: Path;
  round: number;
  dueAt: string;
}): SearchAttributePair[] => [
  { key: COUNTY, value: round.countyCode },
  { key: AREA, value: round.areaCode },
  { key: UNIT, value: unitAreaOf(round.areaCode) },
  { key: PATH, value: round.path },
  { key: ROUND, value: round.round },
  { key: DUE_AT, value: new Date(round.dueAt) },
  { key: OVERDUE, value: false },
];

/** Each upsert costs the engine an index write: only for a change of path, and not where the relay has set it. */
export function showPath(path: Path, areaCode: string): void {
  if (workflowInfo().typedSearchAttributes.get(PATH) === path) return;
  upsertSearchAttributes([
    { key: PATH, value: path },
    { key: AREA, value: areaCode },
    { key: UNIT, value: unitAreaOf(areaCode) },
  ]);
}

export const showRound = (round: number, dueAt: string): void =>
  upsertSearchAttributes([
    { key: ROUND, value: round },
    { key: DUE_AT, value: new Date(dueAt) },
  ]);

/** Once in a case: a second clock that is late changes no list. */
export function showOverdue(): void {
  if (workflowInfo().typedSearchAttributes.get(OVERDUE) !== true) upsertSearchAttributes([{ key: OVERDUE, value: true }]);
}
