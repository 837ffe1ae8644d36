import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UNIT_KINDS, type UnitKind } from './unit.kinds.js';

export const UnitKindEnum = Object.fromEntries(UNIT_KINDS.map((kind) => [kind, kind])) as { [K in UnitKind]: K };
registerEnumType(UnitKindEnum, { name: 'UnitKind', description: 'What a unit is.' });

@ObjectType({ description: 'A county, town, village or grid; grids knows it.' })
@Directive('@key(fields: "code", resolvable: false)')
export class Area {
  @Field(() => ID)
  code: string;
}

@ObjectType({ description: 'An office that answers for something in one area.' })
@Directive('@key(fields: "code")')
export class Unit {
  @Field(() => ID)
  code: string;

  @Field()
  name: string;

  @Field(() => UnitKindEnum)
  kind: UnitKind;

  @Field(() => ID)
  areaCode: string;
}

@InputType({ description: 'Every condition given must hold.' })
export class UnitFilter {
  @Field(() => ID, { nullable: true, description: 'Units of this area and of those inside it.' })
  areaCode?: string | null;

  @Field(() => UnitKindEnum, { nullable: true })
  kind?: UnitKind | null;

  @Field(() => ID, { nullable: true, description: 'Code of a domain the unit answers for.' })
  domain?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string | null;
}
