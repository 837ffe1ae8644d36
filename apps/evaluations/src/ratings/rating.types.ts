import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RATINGS, STAGES, type Rating as RatingValue, type Stage } from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { RATING_STATES, type RatingState } from './rating.entity.js';

export const RatingValueEnum = enumOf(RATINGS);
export const RatingStateEnum = enumOf(RATING_STATES);
export const StageEnum = enumOf(STAGES);
registerEnumType(RatingValueEnum, { name: 'RatingValue', description: '满意, 基本满意, 不满意.' });
registerEnumType(RatingStateEnum, {
  name: 'RatingState',
  description:
    'pending: recorded and about to be applied; confirmed: the case went on accordingly; refused: it may not be.',
});
registerEnumType(StageEnum, {
  name: 'Stage',
  description: 'Where a case is: 接件, 受理, 分流, 办理, 核查, 评价, 结案 and the side exits.',
});

/** A case of the cases service; what is known of it here are its ratings. */
@ObjectType('Case')
@Directive('@key(fields: "number")')
export class RatedCase {
  @Field(() => ID)
  number: string;
}

@ObjectType({ description: 'What was said of how a case was handled, in one of its rounds.' })
export class Rating {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  caseNumber: string;

  @Field(() => RatedCase)
  case?: RatedCase;

  @Field(() => Int, { description: 'The round that was rated, from 1.' })
  round: number;

  @Field(() => RatingValueEnum)
  rating: RatingValue;

  @Field({ description: 'Empty where nothing was added.' })
  comment: string;

  @Field(() => RatingStateEnum)
  state: RatingState;

  @Field(() => StageEnum, {
    nullable: true,
    description: 'Where the rating took the case; null until it is confirmed.',
  })
  outcomeStage: Stage | null;

  @Field(() => Int, { nullable: true, description: 'The round the case was in afterwards.' })
  outcomeRound: number | null;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was confirmed.' })
  decidedAt: Date | null;
}

@InputType()
export class RateCaseInput {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => String, { nullable: true, description: 'For whoever reported without an account.' })
  pickupCode?: string | null;

  @Field(() => RatingValueEnum)
  rating: RatingValue;

  @Field(() => String, { nullable: true, description: 'Up to 1,000 characters.' })
  comment?: string | null;

  @Field({ description: '1 to 128 visible ASCII characters; the same key and content again is the same rating.' })
  idempotencyKey: string;
}

@ObjectType({ description: 'How a rating was taken.' })
export class RateCaseResult {
  @Field(() => Rating)
  rating: Rating;

  @Field(() => RatingStateEnum)
  state: RatingState;

  @Field(() => StageEnum, { nullable: true, description: 'Where the case now is; null while the rating is pending.' })
  stage: Stage | null;

  @Field(() => Int, { nullable: true })
  round: number | null;

  @Field({ description: 'A sentence for the person who rated, in their language.' })
  message: string;
}
