import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { enumOf } from '@yiwang/platform/graphql';
import { PositionRoleEnum } from '../positions/position.types.js';
import { PERSON_STATES, type PersonState } from './person.entity.js';

export const PersonStateEnum = enumOf(PERSON_STATES);
registerEnumType(PersonStateEnum, { name: 'PersonState', description: 'Whether somebody may sign in and be given tasks.' });

@ObjectType({ description: 'Somebody employed in the network.' })
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID, { description: "Keycloak's subject." })
  id: string;

  @Field()
  name: string;

  @Field(() => PersonStateEnum)
  state: PersonState;

  username: string;
  phoneSealed: Buffer | null;
  suspendedAt: Date | null;
  suspendedReason: string | null;
}

@ObjectType()
export class PersonPage {
  @Field(() => [Person])
  nodes: Person[];

  @Field(() => String, { nullable: true, description: 'Give it as `after` for the next page.' })
  endCursor: string | null;

  @Field()
  hasNextPage: boolean;
}

@InputType({ description: 'Every condition given must hold, those on a position for one and the same.' })
export class PeopleFilter {
  @Field(() => ID, { nullable: true, description: 'People with a position in this area or inside it.' })
  areaCode?: string | null;

  @Field(() => PositionRoleEnum, { nullable: true })
  role?: PositionRole | null;

  @Field(() => ID, { nullable: true })
  unitCode?: string | null;

  @Field(() => PersonStateEnum, { nullable: true })
  state?: PersonState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "true: only people of the caller's own home without any position; conditions on a position are left aside.",
  })
  withoutPosition?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Part of the name or user name.' })
  search?: string | null;
}
