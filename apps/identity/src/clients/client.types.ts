import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { CLIENT_STATES, type ClientState } from './client.entity.js';

export const ClientStateEnum = enumOf(CLIENT_STATES);
registerEnumType(ClientStateEnum, { name: 'ClientState', description: 'Whether an outside system may do anything.' });

@ObjectType({ description: 'An outside system with its own Keycloak client.' })
@Directive('@key(fields: "subject")')
export class Client {
  @Field(() => ID, { description: "Keycloak's subject of its service account." })
  subject: string;

  @Field()
  clientId: string;

  @Field()
  name: string;

  @Field(() => ClientStateEnum)
  state: ClientState;

  @Field(() => [ID], { nullable: true, description: 'What it may start cases of, and whatever lies below; null: all.' })
  categories: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Cases a day, as counted in Shanghai; null: no limit.' })
  perDay: number | null;

  @Field(() => Int, { nullable: true, description: 'Cases a minute; null: no limit.' })
  perMinute: number | null;

  @Field(() => DateTime, { nullable: true })
  keyRotatedAt: Date | null;
}

@ObjectType({ description: 'A key, shown this once.' })
export class ClientKey {
  @Field(() => Client)
  client: Client;

  @Field({ description: "The client's secret; only Keycloak keeps it." })
  secret: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when the key before it is good too; null: it is void at once. Keycloak gives a grace only where its feature client-secret-rotation and a policy for it are switched on.',
  })
  previousUntil: Date | null;
}

@ObjectType({ description: 'What an outside system did on one day, as counted in Shanghai.' })
export class ClientUsage {
  @Field({ description: 'YYYY-MM-DD' })
  day: string;

  @Field(() => Int, { description: 'Cases it was let start.' })
  started: number;

  @Field(() => Int, { description: 'Cases it was refused for its quota, its categories or its state.' })
  refused: number;
}

@InputType()
export class CreateClientInput {
  @Field(() => ID, { description: 'Small letters, digits and hyphens; what it signs in with, and never changes.' })
  clientId: string;

  @Field()
  name: string;

  @Field(() => [ID], { description: 'Counties it may start cases in.' })
  counties: string[];

  @Field(() => [ID], { nullable: true, description: 'Top categories or any below; all, where it is left out.' })
  categories?: string[] | null;

  @Field(() => Int, { nullable: true })
  perDay?: number | null;

  @Field(() => Int, { nullable: true })
  perMinute?: number | null;
}

@InputType({ description: 'What is left out stays; null takes a limit away.' })
export class ChangeClientInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => [ID], { nullable: true })
  categories?: string[] | null;

  @Field(() => Int, { nullable: true })
  perDay?: number | null;

  @Field(() => Int, { nullable: true })
  perMinute?: number | null;
}
