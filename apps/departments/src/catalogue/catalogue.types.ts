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

  parentCode: string | null;
  domainCode: string;
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
}
