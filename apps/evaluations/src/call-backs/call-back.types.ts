import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Rating as RatingValue } from '@yiwang/contracts/case-flow';
import { CALL_BACK_STATES, type CallBackState } from '@yiwang/domain/figures';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { RatedCase, RatingValueEnum } from '../ratings/rating.types.js';

export const CallBackStateEnum = enumOf(CALL_BACK_STATES);
export const CALL_BACK_LEVELS = ['county', 'city'] as const;
export type CallBackLevel = (typeof CALL_BACK_LEVELS)[number];
export const CallBackLevelEnum = enumOf(CALL_BACK_LEVELS);
registerEnumType(CallBackStateEnum, {
  name: 'CallBackState',
  description: 'due: to be called; later: a second try is arranged; done: reached; unreachable: tried in vain; overtaken: it was opened again before.',
});
registerEnumType(CallBackLevelEnum, { name: 'CallBackLevel', description: 'county: every closed case; city: those of a sample.' });

@ObjectType({ description: 'Somebody to be called back about how their case was handled; who that is the case says, masked.' })
export class CallBack {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  caseNumber: string;

  @Field(() => RatedCase)
  case?: RatedCase;

  @Field(() => Int)
  round: number;

  @Field(() => CallBackLevelEnum)
  level: CallBackLevel;

  @Field(() => CallBackStateEnum)
  state: CallBackState;

  @Field(() => DateTime, { description: 'From when on they are to be called.' })
  dueAt: Date;

  @Field(() => Int)
  attempts: number;

  @Field(() => Boolean, { nullable: true })
  solved: boolean | null;

  @Field(() => RatingValueEnum, { nullable: true })
  rating: RatingValue | null;

  @Field({ description: 'The call opened a new round.' })
  openedRound: boolean;

  @Field({ description: 'Where the next page goes on.' })
  cursor?: string;
}

@ObjectType({ description: 'What is asked on the telephone, in the language of the caller.' })
export class CallBackScript {
  @Field()
  greeting: string;

  @Field(() => [String])
  questions: string[];

  @Field()
  closing: string;
}

@ObjectType({ description: 'A seeded draw that anybody can repeat.' })
export class CallBackSample {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  countyCode: string;

  @Field()
  seed: string;

  @Field(() => Int)
  size: number;

  @Field(() => Int, { description: 'How many cases it was drawn from.' })
  population: number;

  @Field(() => DateTime)
  closedFrom: Date;

  @Field(() => DateTime)
  closedUntil: Date;

  @Field(() => DateTime)
  drawnAt: Date;
}

@InputType()
export class RecordCallBackInput {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Somebody answered.' })
  reached: boolean;

  @Field(() => Boolean, { nullable: true, description: '问题解决了吗? Needed where they were reached.' })
  solved?: boolean | null;

  @Field(() => RatingValueEnum, { nullable: true, description: '对办理结果满意吗? Needed where they were reached.' })
  rating?: RatingValue | null;

  @Field(() => String, { nullable: true, description: 'Up to 1,000 characters; needed where they are dissatisfied: it is why the case is opened again.' })
  comment?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When to try again; the next day where it is left out.' })
  tryAgainAt?: Date | null;
}

@InputType()
export class DrawSampleInput {
  @Field(() => ID)
  countyCode: string;

  @Field(() => DateTime, { description: 'Cases closed from here on …' })
  closedFrom: Date;

  @Field(() => DateTime, { description: '… and before this, which lies not after now.' })
  closedUntil: Date;

  @Field(() => Int, { description: '1 to 1,000.' })
  size: number;

  @Field(() => String, { nullable: true, description: '1 to 64 visible ASCII characters; made up where it is left out. The same seed draws the same cases.' })
  seed?: string | null;
}
