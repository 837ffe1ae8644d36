import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '@yiwang/platform/graphql';
import { UNIT_KINDS, type UnitKind } from './unit.kinds.js';

export const UnitKindEnum = enumOf(UNIT_KINDS);
registerEnumType(UnitKindEnum, { name: 'UnitKind', description: 'What a unit is.' });

export const UNIT_SORTS = ['code', 'name'] as const;
export type UnitSort = (typeof UNIT_SORTS)[number];
export const UnitSortEnum = enumOf(UNIT_SORTS);
registerEnumType(UnitSortEnum, { name: 'UnitSort' });

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

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD: from this day on it takes no new task.' })
  closedOn: string | null;

  @Field(() => String, { nullable: true })
  closedReason: string | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  version: number;

  parentCode: string | null;
}

@InputType({ description: 'Every condition given must hold.' })
export class UnitFilter {
  @Field(() => ID, { nullable: true, description: 'Units of this area and of those inside it.' })
  areaCode?: string | null;

  @Field(() => UnitKindEnum, { nullable: true })
  kind?: UnitKind | null;

  @Field(() => ID, { nullable: true, description: 'Code of a domain the unit answers for.' })
  domain?: string | null;

  @Field(() => ID, { nullable: true, description: 'Units directly below this one.' })
  parent?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that take no tasks any more too.' })
  withClosed?: boolean | null;
}

@InputType()
export class CreateUnitInput {
  @Field(() => ID, { nullable: true, description: 'Letters, digits, dots and dashes, 40 at most; left out, one is given.' })
  code?: string | null;

  @Field()
  name: string;

  @Field(() => UnitKindEnum)
  kind: UnitKind;

  @Field(() => ID)
  areaCode: string;

  @Field(() => ID, { nullable: true })
  parentCode?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of the domains it answers for.' })
  domains?: string[] | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class ChangeUnitInput {
  @Field(() => ID)
  code: string;

  @Field(() => Int, { description: 'The version that was looked at.' })
  version: number;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => UnitKindEnum, { nullable: true })
  kind?: UnitKind | null;

  @Field(() => ID, { nullable: true })
  areaCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Empty text: stands below none.' })
  parentCode?: string | null;

  @Field(() => [ID], { nullable: true, description: 'All of them; they replace those before.' })
  domains?: string[] | null;
}

@InputType()
export class CloseUnitInput {
  @Field(() => ID)
  code: string;

  @Field({ description: 'YYYY-MM-DD, today or later: from this day on it takes no new task.' })
  on: string;

  @Field()
  reason: string;
}
