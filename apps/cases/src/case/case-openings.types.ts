import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@InputType()
export class RevealReporterArguments {
  @Field(() => ID)
  number: string;

  @Field({ description: 'Kept on the record, with who asked.' })
  reason: string;
}

@ObjectType({ description: 'Who reported a masked case.' })
export class Reporter {
  @Field(() => String, { nullable: true })
  name: string | null;

  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'How the sending system knows the reporter.' })
  reference: string | null;
}

@InputType()
export class ReopenCaseArguments {
  @Field(() => ID)
  number: string;

  @Field(() => String, { nullable: true, description: "The resident's, who needs no account." })
  pickupCode?: string | null;

  @Field({ description: 'What is still wrong.' })
  reason: string;
}
