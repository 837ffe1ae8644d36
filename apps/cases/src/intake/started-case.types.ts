import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Case } from '../case/case.types.js';

@ObjectType({ description: 'Why one case of a batch was refused; the code and the words are those of a single refusal.' })
export class StartRefusal {
  @Field()
  code: string;

  @Field()
  message: string;

  @Field(() => String, { nullable: true })
  field: string | null;
}

@ObjectType()
export class StartedCase {
  @Field(() => Case)
  case: Case;

  @Field(() => String, {
    nullable: true,
    description:
      'With the number it lets the resident follow, add, withdraw and rate without an account. ' +
      'Not shown to staff who file for a resident: it goes to the resident.',
  })
  pickupCode: string | null;

  @Field({ description: 'The case was there already, from an earlier call with this key.' })
  replayed: boolean;
}

@ObjectType()
export class StartResult {
  @Field(() => Int)
  index: number;

  @Field()
  idempotencyKey: string;

  @Field(() => Case, { nullable: true })
  case: Case | null;

  @Field(() => String, { nullable: true })
  pickupCode: string | null;

  @Field()
  replayed: boolean;

  @Field(() => StartRefusal, { nullable: true })
  error: StartRefusal | null;
}

@ObjectType({ description: 'What became of each case of a batch, in the order they were given.' })
export class StartReport {
  @Field(() => Int)
  accepted: number;

  @Field(() => Int)
  replayed: number;

  @Field(() => Int)
  refused: number;

  @Field(() => [StartResult])
  results: StartResult[];
}
