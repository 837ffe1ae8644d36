import { Field, ID, InputType } from '@nestjs/graphql';

@InputType()
export class CreatePersonInput {
  @Field({ description: 'The name to sign in with: small letters, digits, dots, hyphens, underscores; it never changes.' })
  username: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => ID, { nullable: true, description: "The county that employs them; the caller's own, where it is left out." })
  homeCode?: string | null;
}

@InputType({ description: 'What is left out stays; a phone of null is taken away.' })
export class ChangePersonInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;
}
