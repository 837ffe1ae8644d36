import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class ReopenCaseArguments {
  @Field(() => ID)
  number: string;

  @Field(() => String, { nullable: true, description: "The resident's, who needs no account." })
  pickupCode?: string | null;

  @Field({ description: 'What is still wrong.' })
  reason: string;
}
