import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'An outside system with its own Keycloak client.' })
@Directive('@key(fields: "subject")')
export class Client {
  @Field(() => ID, { description: "Keycloak's subject of its service account." })
  subject: string;

  @Field()
  clientId: string;

  @Field()
  name: string;
}
