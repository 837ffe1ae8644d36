import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { PositionRoleEnum } from '../positions/position.types.js';

const REASONS = ['available', 'deputy', 'nobody'] as const;
export type ActingReason = (typeof REASONS)[number];
export const ActingReasonEnum = enumOf(REASONS);
registerEnumType(ActingReasonEnum, {
  name: 'ActingReason',
  description: 'Why it is this person: available themselves, a deputy of somebody who is away, or nobody at all.',
});

@ObjectType({ description: 'A span in which somebody is away; no task reaches them.' })
export class Absence {
  @Field(() => ID)
  id: string;

  personId: string;

  @Field(() => DateTime)
  from: Date;

  @Field(() => DateTime, { description: 'The first instant at which they are back.' })
  to: Date;

  @Field()
  reason: string;
}

@ObjectType({ description: 'Who acts for somebody while they are away or suspended.' })
export class Deputyship {
  @Field(() => ID)
  id: string;

  personId: string;
  deputyId: string;

  @Field(() => DateTime)
  from: Date;

  @Field(() => DateTime)
  to: Date;
}

@ObjectType({ description: 'Who acts for somebody at an instant.' })
export class Acting {
  @Field(() => ID)
  personId: string;

  @Field(() => ID, { nullable: true, description: 'Who acts; null: nobody, and whoever asks has to look further.' })
  actingId: string | null;

  @Field(() => ActingReasonEnum)
  reason: ActingReason;

  @Field(() => [ID], { description: 'From the person to whoever acts, or to where the chain ended.' })
  chain: string[];
}

@ObjectType({ description: 'Who may be reached in a post at an instant; nobody who is away or suspended is among them.' })
export class PostHolders {
  @Field(() => PositionRoleEnum)
  role: PositionRole;

  @Field(() => ID)
  areaCode: string;

  @Field(() => ID, { nullable: true })
  unitCode: string | null;

  @Field(() => [Acting], { description: 'Each holder with who acts for them; empty where the post is vacant.' })
  holders: Acting[];
}

@InputType({ description: 'A post: holders of the role at exactly this area, and of the unit where one is given.' })
export class PostInput {
  @Field(() => PositionRoleEnum)
  role: PositionRole;

  @Field(() => ID)
  areaCode: string;

  @Field(() => ID, { nullable: true })
  unitCode?: string | null;
}

@ObjectType({ description: 'Whether somebody may verify what others handled.' })
export class VerifierCheck {
  @Field()
  allowed: boolean;

  @Field(() => [ID], { description: 'Handlers who are the verifier, or are bound to them by deputyship.' })
  conflicts: string[];
}

@InputType()
export class RecordAbsenceInput {
  @Field(() => ID, { nullable: true, description: 'Oneself, where it is left out; others only by an administrator.' })
  personId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Now, where it is left out.' })
  from?: Date | null;

  @Field(() => DateTime)
  to: Date;

  @Field()
  reason: string;
}

@InputType()
export class NameDeputyInput {
  @Field(() => ID, { nullable: true, description: 'Oneself, where it is left out; others only by an administrator.' })
  personId?: string | null;

  @Field(() => ID)
  deputyId: string;

  @Field(() => DateTime, { nullable: true, description: 'Now, where it is left out.' })
  from?: Date | null;

  @Field(() => DateTime)
  to: Date;
}
