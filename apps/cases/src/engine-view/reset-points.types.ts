import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { Person } from '../case/case.types.js';

export const ACTED_BY = ['person', 'client', 'resident'] as const;
export const ActedByEnum = enumOf(ACTED_BY);
registerEnumType(ActedByEnum, { name: 'ActedBy', description: '`client`: an outside system.' });

@ObjectType({ description: 'What somebody did after a point, and what is carried out again when the workflow goes back there.' })
export class ActBehindPoint {
  @Field({ description: 'As the engine calls it: `acceptTask`.' })
  name: string;

  @Field(() => DateTime, { description: 'Business time.' })
  at: Date;

  @Field(() => ActedByEnum)
  byKind: (typeof ACTED_BY)[number];

  @Field(() => Person, { nullable: true })
  by: Person | null;
}

@ObjectType({ description: 'A point to which a workflow can go back: it asked nothing of another workflow since.' })
export class CaseResetPoint {
  @Field(() => ID)
  eventId: string;

  @Field(() => DateTime, { description: 'Business time.' })
  at: Date;

  @Field(() => String, { nullable: true, description: 'What had happened last, as the engine calls it; null at the very beginning.' })
  afterType: string | null;

  @Field(() => String, { nullable: true, description: 'Decision, signal or timer.' })
  afterSubject: string | null;

  @Field({ description: 'Nobody has acted since. Otherwise whoever did has to be told.' })
  isSafe: boolean;

  @Field(() => [ActBehindPoint], { description: 'In their order.' })
  acts: ActBehindPoint[];
}

@ObjectType()
export class CaseResetPoints {
  @Field(() => ID)
  workflowId: string;

  @Field(() => ID, { description: 'The run that the points are of; to be given back with the point.' })
  runId: string;

  @Field({ description: 'A workflow that has ended goes back nowhere.' })
  isRunning: boolean;

  @Field(() => [CaseResetPoint], { description: 'The newest first, 50 at most.' })
  points: CaseResetPoint[];
}
