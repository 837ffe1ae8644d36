import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Stage } from '@yiwang/contracts/case-flow';
import { StageEnum } from './case.types.js';

@InputType({ description: 'Which case, with its pickup code unless you started it yourself.' })
class CaseReferenceInput {
  @Field(() => ID)
  number: string;

  @Field(() => String, { nullable: true })
  pickupCode?: string | null;
}

@InputType()
export class AddToCaseInput extends CaseReferenceInput {
  @Field({ description: '4,000 characters at most.' })
  text: string;

  @Field(() => [ID], { nullable: true })
  attachmentIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Repeated with the same content it adds nothing.' })
  idempotencyKey?: string | null;
}

@InputType()
export class WithdrawCaseArguments extends CaseReferenceInput {
  @Field()
  reason: string;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class UrgeCaseArguments extends CaseReferenceInput {
  @Field(() => String, { nullable: true, description: '4,000 characters at most.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Without one every call is an act of its own.' })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'Whether the caller may rate a case now; what evaluations asks before it takes a rating.' })
export class RatingAccess {
  @Field(() => ID)
  caseNumber: string;

  @Field()
  countyCode: string;

  @Field()
  areaCode: string;

  @Field(() => StageEnum)
  stage: Stage;

  @Field(() => Int)
  round: number;

  @Field()
  mayRate: boolean;

  @Field(() => String, { nullable: true, description: 'The error code that a rating would get.' })
  reason: string | null;
}
