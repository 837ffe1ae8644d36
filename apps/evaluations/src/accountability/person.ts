import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A person of the identity service.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Person {
  @Field(() => ID)
  id: string;
}
