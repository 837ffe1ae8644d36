import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { POWER_LEVELS, type PowerLevel } from './power.entity.js';

export const PowerLevelEnum = Object.fromEntries(POWER_LEVELS.map((level) => [level, level])) as {
  [L in PowerLevel]: L;
};
registerEnumType(PowerLevelEnum, { name: 'PowerLevel', description: 'At which level a power is held.' });

@ObjectType({ description: 'One of the fields of government that matters and powers are sorted by.' })
export class Domain {
  @Field(() => ID)
  code: string;

  @Field(() => Int, { description: 'Its place in lists.' })
  number: number;

  @Field()
  zh: string;

  @Field()
  en: string;
}

@ObjectType({ description: 'What a case is about, in a tree of three levels at most.' })
@Directive('@key(fields: "code")')
export class Category {
  @Field(() => ID)
  code: string;

  @Field(() => Int, { description: '1 at the top, 3 at the deepest.' })
  level: number;

  @Field()
  zh: string;

  @Field()
  en: string;

  @Field(() => ID, { nullable: true, description: 'Whose tree it belongs to; none for the common one.' })
  countyCode: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD: from this day on no new case is given it; those that have it keep it.' })
  closedOn: string | null;

  @Field(() => Int, { description: 'The version of the county’s tree that brought it.' })
  sinceVersion: number;

  parentCode: string | null;
  domainCode: string | null;
}

@InputType({ description: 'Every condition given must hold.' })
export class CategoryFilter {
  @Field(() => ID, { nullable: true, description: 'A county’s tree; without it, or where it has none, the common one.' })
  county?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of a domain.' })
  domain?: string | null;

  @Field(() => Int, { nullable: true })
  level?: number | null;

  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true })
  withClosed?: boolean | null;
}

@ObjectType({ description: 'Something that the law lets a unit do.' })
export class Power {
  @Field(() => ID)
  code: string;

  @Field()
  name: string;

  @Field({ description: 'The law it rests on.' })
  legalGround: string;

  @Field(() => PowerLevelEnum)
  level: PowerLevel;

  @Field(() => ID, { description: 'Whose list it stands in.' })
  countyCode: string;

  @Field(() => Int, { description: 'The version of the county’s list that brought it.' })
  sinceVersion: number;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD: from this day on it is not in the list any more.' })
  closedOn: string | null;

  domainCode: string;
  leadUnitCode: string | null;
}

@InputType({ description: 'Every condition given must hold.' })
export class PowerFilter {
  @Field(() => ID, { nullable: true, description: 'Code of a domain.' })
  domain?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of the unit that leads.' })
  leadUnit?: string | null;

  @Field(() => ID, { nullable: true, description: "A county's code: counties draw up their own lists." })
  county?: string | null;

  @Field(() => PowerLevelEnum, { nullable: true })
  level?: PowerLevel | null;

  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those no longer in the list too.' })
  withClosed?: boolean | null;
}
