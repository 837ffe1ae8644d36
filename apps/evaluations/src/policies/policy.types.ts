import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@yiwang/platform/graphql';

@ObjectType({ description: 'Percent of the composite score; they come to 100.' })
export class AssessmentWeights {
  @Field(() => Float)
  response: number;

  @Field(() => Float)
  resolution: number;

  @Field(() => Float)
  satisfaction: number;
}

@ObjectType({ description: 'Below which somebody answers for a month.' })
export class AssessmentThresholds {
  @Field(() => Float, { description: 'Percent of 及时处置率.' })
  resolutionOnTime: number;

  @Field(() => Float, { description: 'Percent of 满意率, 基本满意 included.' })
  satisfied: number;

  @Field(() => Int, { description: 'Fewer cases say nothing.' })
  leastCases: number;

  @Field(() => Int, { description: 'After so many months running it is 约谈.' })
  talkAfterMonths: number;
}

@ObjectType()
export class AssessmentLimits {
  @Field(() => Int, { description: 'So many days after its end a month is judged.' })
  judgeAfterDays: number;

  @Field(() => Int, { description: 'Working days from the notice to the rectification.' })
  rectificationDays: number;

  @Field(() => Int, { description: 'Working days from the rectification to its acceptance.' })
  acceptanceDays: number;
}

@ObjectType({ description: 'How figures are weighed and when somebody answers for them, from a date.' })
export class AssessmentPolicy {
  @Field(() => ID, { description: 'Empty for the national one.' })
  countyCode: string;

  @Field(() => Int)
  version: number;

  @Field(() => AssessmentWeights)
  weights: AssessmentWeights;

  @Field(() => AssessmentThresholds)
  thresholds: AssessmentThresholds;

  @Field(() => AssessmentLimits)
  limits: AssessmentLimits;

  @Field(() => DateTime)
  inForceFrom: Date;

  @Field(() => DateTime)
  publishedAt: Date;

  @Field()
  note: string;
}

@InputType()
export class AssessmentWeightsInput {
  @Field(() => Float)
  response: number;

  @Field(() => Float)
  resolution: number;

  @Field(() => Float)
  satisfaction: number;
}

@InputType()
export class AssessmentThresholdsInput {
  @Field(() => Float, { description: 'Percent, 0 to 100.' })
  resolutionOnTime: number;

  @Field(() => Float, { description: 'Percent, 0 to 100.' })
  satisfied: number;

  @Field(() => Int, { nullable: true, description: 'From 1; 1 where left out.' })
  leastCases?: number | null;

  @Field(() => Int, { nullable: true, description: 'From 1; 2 where left out.' })
  talkAfterMonths?: number | null;
}

@InputType()
export class AssessmentLimitsInput {
  @Field(() => Int, { description: '0 to 60 days.' })
  judgeAfterDays: number;

  @Field(() => Int, { description: '1 to 60 working days.' })
  rectificationDays: number;

  @Field(() => Int, { description: '1 to 60 working days.' })
  acceptanceDays: number;
}

@InputType()
export class PublishAssessmentPolicyInput {
  @Field(() => ID)
  countyCode: string;

  @Field(() => AssessmentWeightsInput)
  weights: AssessmentWeightsInput;

  @Field(() => AssessmentThresholdsInput, { nullable: true, description: 'As they are where left out.' })
  thresholds?: AssessmentThresholdsInput | null;

  @Field(() => AssessmentLimitsInput, { nullable: true, description: 'As they are where left out.' })
  limits?: AssessmentLimitsInput | null;

  @Field(() => DateTime, { description: 'Not before now: what was weighed stays weighed as it was.' })
  inForceFrom: Date;

  @Field(() => String, { nullable: true, description: 'Up to 500 characters.' })
  note?: string | null;
}
