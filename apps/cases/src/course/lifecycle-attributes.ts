import { TypedSearchAttributes, defineSearchAttributeKey } from '@temporalio/common';
import type { CaseLifecycleInput } from '@yiwang/contracts/case-flow';
import { unitAreaOf } from '@yiwang/domain/areas';
import { addLimit, type Limit } from '@yiwang/domain/clocks';
import { entryDesk } from '@yiwang/domain/paths';
import { policyOf, routeOf } from '@yiwang/domain/policies';

const IN_WORKING_TIME: readonly Limit['unit'][] = ['workingHours', 'workingDays'];

/**
 * What the engine's lists need of a new case; with the path known here the workflow need not write it once more. A
 * deadline in working time is the workflow's to say: it has the calendar.
 */
export function attributesOf(input: CaseLifecycleInput): TypedSearchAttributes {
  const { countyCode, areaCode, receivedAt, aboutWhom } = input;
  const rules = policyOf(input.policy);
  const { path } = routeOf(input, rules);
  const { resolution } = rules.paths[path];
  const isOnPath = entryDesk(areaCode).kind === 'path' && aboutWhom === undefined;
  return new TypedSearchAttributes([
    { key: defineSearchAttributeKey('yiwangCounty', 'KEYWORD'), value: countyCode },
    { key: defineSearchAttributeKey('yiwangArea', 'KEYWORD'), value: areaCode },
    { key: defineSearchAttributeKey('yiwangUnit', 'KEYWORD'), value: unitAreaOf(areaCode) },
    { key: defineSearchAttributeKey('yiwangRound', 'INT'), value: 1 },
    { key: defineSearchAttributeKey('yiwangOverdue', 'BOOL'), value: false },
    ...(IN_WORKING_TIME.includes(resolution.unit)
      ? []
      : [
          {
            key: defineSearchAttributeKey('yiwangDueAt', 'DATETIME'),
            value: new Date(addLimit(resolution, receivedAt, null).at),
          },
        ]),
    ...(isOnPath ? [{ key: defineSearchAttributeKey('yiwangPath', 'KEYWORD'), value: path }] : []),
  ]);
}
