import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A resident with an account, to themselves.' })
export class Resident {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => ID)
  areaCode: string;
}
