import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { policyOf, type PolicyProblem as Problem } from '@yiwang/domain/policies';
import { DateTime, Json, enumOf } from '@yiwang/platform/graphql';
import { checkStored } from './policy-document.js';
import { carriedOf } from './policies.js';
import type { PolicyRow } from './policy-rows.js';

const POLICY_STATES = ['draft', 'published', 'withdrawn'] as const;
export type PolicyState = (typeof POLICY_STATES)[number];
export const PolicyStateEnum = enumOf(POLICY_STATES);
registerEnumType(PolicyStateEnum, { name: 'PolicyState', description: '草稿, 已发布 (never changed again), 已撤回.' });

@ObjectType({ description: 'What keeps a policy from being published, and where.' })
export class PolicyProblem implements Omit<Problem, 'code'> {
  @Field({ description: 'As in paths.cadreLed.resolution.' })
  field: string;

  @Field({ description: 'What should be there, in Chinese and English.' })
  expected: string;
}

@ObjectType({ description: 'Whether rules may be published: they may where nothing is wrong with them.' })
export class PolicyCheck {
  @Field(() => Json, { nullable: true, description: 'The whole set, with what was left out taken from the field’s policy; null where it is invalid.' })
  rules: unknown;

  @Field(() => [PolicyProblem])
  problems: PolicyProblem[];
}

@ObjectType({ description: "A version of a county's policy (规则版本). A running case stays on the version it began with." })
export class PolicyVersion {
  @Field({ description: 'Empty for the policy of the field, which holds where a county has published none.' })
  countyCode: string;

  @Field(() => Int)
  version: number;

  @Field(() => PolicyStateEnum)
  state: PolicyState;

  @Field(() => Json, { description: 'Limits, marks, caps, ladders, routing: the whole set; of a draft as it would be.' })
  rules: unknown;

  @Field(() => Json, { description: 'Only what differs from the policy of the field; of a draft as it was written.' })
  changes: unknown;

  @Field(() => [PolicyProblem], { description: 'What keeps a draft from being published.' })
  problems: PolicyProblem[];

  @Field(() => DateTime, { nullable: true, description: 'Cases that are received from then on begin with it.' })
  inForceFrom: Date | null;

  @Field(() => ID, { nullable: true })
  draftedBy: string | null;

  @Field(() => DateTime)
  draftedAt: Date;

  @Field(() => ID, { nullable: true })
  publishedBy: string | null;

  @Field(() => DateTime, { nullable: true })
  publishedAt: Date | null;

  @Field(() => String, { nullable: true })
  note: string | null;
}

@InputType()
export class DraftPolicyInput {
  @Field()
  countyCode: string;

  @Field(() => Json, { description: 'A whole set of rules or a part of one; the rest is the policy of the field.' })
  rules: unknown;

  @Field(() => String, { nullable: true, description: 'Why: at most 500 characters.' })
  note?: string | null;
}

/** As it is shown; a draft may be anything, and then says what is wrong with it. */
export function shownPolicy({ rules: stored, ...row }: PolicyRow): PolicyVersion {
  const problems = row.state === 'draft' ? problemsOf(stored) : [];
  return { ...row, rules: policyOf(carriedOf({ version: row.version, rules: stored })), changes: stored, problems };
}

function problemsOf(stored: PolicyRow['rules']): PolicyProblem[] {
  const checked = checkStored(stored);
  return checked.ok ? [] : checked.problems;
}
