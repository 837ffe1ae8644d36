import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { REASON_KINDS, type ReasonKind } from './rank-candidates.js';
import { DECISION_KINDS, type DecisionKind } from './routing.entities.js';

export const RoutingReasonKindEnum = enumOf(REASON_KINDS);
registerEnumType(RoutingReasonKindEnum, { name: 'RoutingReasonKind' });
export const RoutingDecisionKindEnum = enumOf(DECISION_KINDS);
registerEnumType(RoutingDecisionKindEnum, { name: 'RoutingDecisionKind' });

@ObjectType()
export class RoutingReason {
  @Field(() => RoutingReasonKindEnum)
  kind: ReasonKind;

  @Field(() => Int)
  weight: number;

  @Field()
  zh: string;

  @Field()
  en: string;

  @Field(() => ID, { nullable: true })
  ruleId: string | null;

  @Field(() => ID, { nullable: true })
  powerCode: string | null;
}

@ObjectType({ description: 'A unit that may answer for a matter, with every reason for it.' })
export class RoutingCandidate {
  unitCode: string;

  @Field(() => Int, { description: 'The sum of its reasons.' })
  score: number;

  @Field(() => [RoutingReason])
  reasons: RoutingReason[];
}

@ObjectType({ description: 'Who answers for a category in an area, from when until when.' })
export class RoutingRule {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  countyCode: string;

  @Field(() => ID)
  areaCode: string;

  @Field(() => ID, { nullable: true })
  powerCode: string | null;

  @Field({ description: 'YYYY-MM-DD' })
  validFrom: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD: the first day without it.' })
  validUntil: string | null;

  @Field()
  reason: string;

  @Field(() => ID, { description: 'Keycloak’s id of who made it.' })
  madeBy: string;

  @Field(() => DateTime)
  madeAt: Date;

  @Field(() => ID, { nullable: true })
  endedBy: string | null;

  @Field(() => DateTime, { nullable: true })
  endedAt: Date | null;

  @Field(() => String, { nullable: true })
  endedReason: string | null;

  categoryCode: string | null;
  unitCode: string;
}

@ObjectType({ description: 'Who was decided to answer in one case.' })
export class RoutingDecision {
  @Field(() => ID)
  id: string;

  @Field(() => RoutingDecisionKindEnum)
  kind: DecisionKind;

  @Field(() => ID)
  countyCode: string;

  @Field(() => ID)
  areaCode: string;

  @Field(() => ID, { nullable: true })
  caseNumber: string | null;

  @Field(() => ID, { nullable: true })
  powerCode: string | null;

  @Field(() => String, { nullable: true })
  legalGround: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => ID)
  decidedBy: string;

  @Field(() => DateTime)
  decidedAt: Date;

  categoryCode: string | null;
  unitCode: string;
  fromUnitCode: string | null;
}

@InputType()
export class SetRoutingRuleInput {
  @Field(() => ID, { nullable: true, description: 'With what lies below it; left out for every category.' })
  categoryCode?: string | null;

  @Field(() => ID, { description: 'A county, or an area inside one.' })
  areaCode: string;

  @Field(() => ID, { nullable: true, description: 'Only where this power is needed.' })
  powerCode?: string | null;

  @Field(() => ID)
  unitCode: string;

  @Field({ description: 'YYYY-MM-DD, today or later; the rule before it ends there.' })
  validFrom: string;

  @Field()
  reason: string;
}

@InputType()
export class EndRoutingRuleInput {
  @Field(() => ID)
  id: string;

  @Field({ description: 'YYYY-MM-DD, today or later.' })
  on: string;

  @Field()
  reason: string;
}

@InputType()
export class RecordRoutingDecisionInput {
  @Field({ description: 'The same key is the same decision, however often it is sent.' })
  idempotencyKey: string;

  @Field(() => RoutingDecisionKindEnum)
  kind: DecisionKind;

  @Field(() => ID)
  areaCode: string;

  @Field(() => ID, { nullable: true })
  categoryCode?: string | null;

  @Field(() => ID, { nullable: true })
  caseNumber?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who had it before, or returned it.' })
  fromUnitCode?: string | null;

  @Field(() => ID)
  unitCode: string;

  @Field(() => ID, { nullable: true })
  powerCode?: string | null;

  @Field(() => String, { nullable: true })
  legalGround?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType({ description: 'Every condition given must hold.' })
export class RoutingFilter {
  @Field(() => ID)
  countyCode: string;

  @Field(() => ID, { nullable: true })
  categoryCode?: string | null;

  @Field(() => ID, { nullable: true })
  unitCode?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD: rules in force on that day; left out, all there have been.' })
  on?: string | null;
}
