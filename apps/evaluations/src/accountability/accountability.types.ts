import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ACCOUNTABILITY_EVENTS, type AccountabilityEventType } from '@yiwang/contracts/accountability';
import { ACCOUNTABILITY_KINDS, type AccountabilityKind, type Measure } from '@yiwang/domain/figures';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { FigureScope, MeasureEnum } from '../figures/figures.types.js';
import { Person } from './person.js';

export const ACCOUNTABILITY_STATES = ['opening', 'rectifying', 'submitted', 'accepted'] as const;
export type AccountabilityState = (typeof ACCOUNTABILITY_STATES)[number];
export const AccountabilityStateEnum = enumOf(ACCOUNTABILITY_STATES);
const AccountabilityKindEnum = enumOf(ACCOUNTABILITY_KINDS);
const AccountabilityEventEnum = enumOf(ACCOUNTABILITY_EVENTS);
registerEnumType(AccountabilityStateEnum, {
  name: 'AccountabilityState',
  description: 'opening: about to be told; rectifying: 整改中; submitted: 待验收; accepted: 已验收.',
});
registerEnumType(AccountabilityKindEnum, { name: 'AccountabilityKind', description: '通报, 约谈.' });
registerEnumType(AccountabilityEventEnum, { name: 'AccountabilityEventType' });

@ObjectType({ description: 'A figure that fell below its threshold.' })
export class Shortfall {
  @Field(() => MeasureEnum)
  measure: Measure;

  @Field(() => Int)
  numerator: number;

  @Field(() => Int)
  denominator: number;

  @Field(() => Float, { description: 'Percent.' })
  threshold: number;
}

@ObjectType()
export class AccountabilityEvent {
  @Field(() => AccountabilityEventEnum)
  type: AccountabilityEventType;

  @Field(() => DateTime)
  at: Date;

  @Field(() => Person, { nullable: true })
  actor: Person | null;

  @Field({ description: 'What was put right, or why it was accepted or returned.' })
  text: string;

  @Field(() => DateTime, { nullable: true, description: 'When the next step is due.' })
  dueAt: Date | null;
}

@ObjectType({ description: 'Who answers for a month, and how it is put right.' })
export class Accountability {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  countyCode: string;

  @Field()
  month: string;

  @Field(() => FigureScope)
  scope: FigureScope;

  @Field(() => AccountabilityKindEnum)
  kind: AccountabilityKind;

  @Field(() => ID, { description: 'The count by which the month was judged; its cases can be opened.' })
  countId: string;

  @Field(() => [Shortfall])
  shortfalls: Shortfall[];

  @Field(() => Int)
  monthsRunning: number;

  @Field(() => AccountabilityStateEnum)
  state: AccountabilityState;

  @Field(() => Int, { description: 'How often a rectification was handed in.' })
  attempts: number;

  @Field(() => DateTime, { nullable: true })
  dueAt: Date | null;

  @Field({ description: 'The deadline crosses dates that no working calendar covers yet.' })
  provisional: boolean;

  @Field({ description: 'The deadline of the step it is at has passed.' })
  overdue: boolean;

  @Field(() => DateTime)
  openedAt: Date;

  @Field({ description: 'Where the next page goes on.' })
  cursor: string;
}

@InputType()
export class AccountabilityFilter {
  @Field(() => String, { nullable: true })
  month?: string | null;

  @Field(() => [AccountabilityStateEnum], { nullable: true })
  states?: AccountabilityState[] | null;

  @Field(() => Boolean, { nullable: true })
  overdue?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Of the area or unit that answers.' })
  scopeCode?: string | null;
}

@InputType()
export class SubmitRectificationInput {
  @Field(() => ID)
  id: string;

  @Field({ description: 'What was put right: 1 to 2,000 characters.' })
  text: string;

  @Field({ description: '1 to 128 visible ASCII characters.' })
  idempotencyKey: string;
}

@InputType()
export class DecideRectificationInput {
  @Field(() => ID)
  id: string;

  @Field({ description: 'False gives it back.' })
  accepted: boolean;

  @Field({ description: 'What was found, or what is still lacking: 1 to 2,000 characters.' })
  reason: string;

  @Field({ description: '1 to 128 visible ASCII characters.' })
  idempotencyKey: string;
}
