import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Tier } from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { Person, TierEnum } from './case.types.js';

export const LanguageEnum = enumOf(['zh', 'en']);
registerEnumType(LanguageEnum, { name: 'Language' });

@ObjectType({ description: 'An entry of the clock ledger (时限台账); entries are only added.' })
export class ClockEntry {
  @Field(() => Int)
  seq: number;

  @Field({ description: 'start, stop, reopen, pause, resume, extend, reclassify, handOver or holder.' })
  kind: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => Int, { description: 'The version of the policy it was made under.' })
  rule: number;

  @Field({ description: 'The whole entry as JSON.' })
  entry: string;
}

@ObjectType({ description: 'Lateness, or a card, counted to whoever was late.' })
export class CountedMark {
  @Field(() => ID)
  key: string;

  @Field({ description: 'half, yellow, red, callBackMissed, responseOverdue and so on.' })
  mark: string;

  @Field()
  clock: string;

  @Field(() => DateTime)
  dueAt: Date;

  @Field(() => DateTime)
  at: Date;

  @Field(() => TierEnum)
  tier: Tier;

  @Field(() => [String])
  roles: string[];

  @Field(() => ID)
  areaCode: string;

  @Field(() => ID, { nullable: true })
  unitCode: string | null;
}

@ObjectType({ description: 'A record with a form of its own: a meeting, minutes, a mediation, an attendance, an approval.' })
export class CaseRecord {
  @Field()
  kind: string;

  @Field(() => ID)
  id: string;

  @Field({ description: 'Its fields as JSON.' })
  data: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => Person, { nullable: true })
  actor: Person | null;
}
