import { POSITION_ROLES, type PositionRole } from '@yiwang/contracts/case-flow';
import { DateTime } from '@yiwang/platform/graphql';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

export const PositionRoleEnum = Object.fromEntries(POSITION_ROLES.map((role) => [role, role])) as {
  [R in PositionRole]: R;
};
registerEnumType(PositionRoleEnum, { name: 'PositionRole', description: 'What somebody is appointed as.' });

@ObjectType({ description: 'An office; departments knows it.' })
@Directive('@key(fields: "code", resolvable: false)')
export class Unit {
  @Field(() => ID)
  code: string;
}

@ObjectType({ description: 'A county, town, village or grid; grids knows it.' })
@Directive('@key(fields: "code")')
export class Area {
  @Field(() => ID)
  code: string;
}

@ObjectType({ description: 'An appointment of a person or a client.' })
export class Position {
  @Field(() => ID)
  id: string;

  @Field(() => PositionRoleEnum)
  role: PositionRole;

  @Field(() => ID)
  areaCode: string;

  @Field(() => ID, { nullable: true })
  unitCode: string | null;

  @Field(() => DateTime)
  validFrom: Date;

  @Field(() => DateTime, { nullable: true, description: 'The first instant at which it no longer holds.' })
  validTo: Date | null;

  @Field(() => ID, { nullable: true, description: 'Whose position it is, where the caller acts for somebody who is away.' })
  actingForId?: string | null;

  @Field({ description: 'Its holder sees what others in such a position see, and changes nothing.' })
  readOnly: boolean;

  personId: string | null;
  clientSubject: string | null;
}

@InputType({ description: 'Give a person or a client, not both.' })
export class AppointPositionInput {
  @Field(() => ID, { nullable: true })
  personId?: string | null;

  @Field(() => ID, { nullable: true })
  clientSubject?: string | null;

  @Field(() => PositionRoleEnum)
  role: PositionRole;

  @Field(() => ID)
  areaCode: string;

  @Field(() => ID, { nullable: true })
  unitCode?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Now, where it is left out.' })
  validFrom?: Date | null;

  @Field(() => DateTime, { nullable: true })
  validTo?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a supervisor, leader or administrator: sees, and changes nothing. False where left out.' })
  readOnly?: boolean | null;
}

@InputType({ description: 'Where the holder goes.' })
export class MovePositionInput {
  @Field(() => PositionRoleEnum)
  role: PositionRole;

  @Field(() => ID)
  areaCode: string;

  @Field(() => ID, { nullable: true })
  unitCode?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Now, where it is left out.' })
  at?: Date | null;

  @Field(() => DateTime, { nullable: true })
  validTo?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a supervisor, leader or administrator: sees, and changes nothing. As before where left out.' })
  readOnly?: boolean | null;
}
