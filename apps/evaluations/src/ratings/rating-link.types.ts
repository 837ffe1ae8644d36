import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Rating as RatingValue } from '@yiwang/contracts/case-flow';
import { DateTime } from '@yiwang/platform/graphql';
import { RatingValueEnum } from './rating.types.js';

@ObjectType({ description: 'A link by which a resident rates once; it is told this once and kept nowhere.' })
export class RatingLink {
  @Field(() => ID)
  caseNumber: string;

  @Field({ description: 'For the page to which the link leads.' })
  token: string;

  @Field(() => DateTime, { description: 'With the rating window.' })
  expiresAt: Date;
}

@InputType()
export class RateByLinkInput {
  @Field({ description: 'As the link brought it.' })
  token: string;

  @Field(() => RatingValueEnum)
  rating: RatingValue;

  @Field(() => String, { nullable: true, description: 'Up to 1,000 characters.' })
  comment?: string | null;
}
