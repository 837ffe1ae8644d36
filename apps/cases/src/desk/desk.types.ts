import { Directive, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CaseClass, Path } from '@yiwang/contracts/case-flow';
import { LIKENESSES, type Likeness } from '@yiwang/domain/similar';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { Area, Case, PathEnum, Person } from '../case/case.types.js';
import { CaseClassEnum } from '../intake/start-case.input.js';

export const LikenessEnum = enumOf(LIKENESSES);
registerEnumType(LikenessEnum, { name: 'Likeness', description: 'In which way two cases report the same, the surest first.' });

@ObjectType({ description: 'A unit of the departments service.' })
@Directive('@key(fields: "code", resolvable: false)')
export class Unit {
  @Field(() => ID)
  code: string;
}

@ObjectType({ description: 'By which path a case would go, and why.' })
export class SuggestedPath {
  @Field(() => CaseClassEnum)
  caseClass: CaseClass;

  @Field(() => PathEnum)
  path: Path;

  @Field(() => String, { nullable: true, description: '`village`: the path begins once the village is known.' })
  needs: 'village' | null;

  @Field()
  zh: string;

  @Field()
  en: string;
}

@ObjectType({ description: 'An open case that may report the same event.' })
export class SimilarCase {
  @Field(() => Case)
  case: Case;

  @Field(() => [LikenessEnum])
  likenesses: Likeness[];

  @Field()
  zh: string;

  @Field()
  en: string;
}

@ObjectType({ description: 'A return (退回) of the case: who said that it is whose, and on which ground.' })
export class CaseReturn {
  @Field(() => ID)
  taskId: string;

  @Field(() => Unit, { nullable: true, description: 'Who returned it; none where a person without a unit did.' })
  unit: Unit | null;

  @Field(() => Unit)
  proposedUnit: Unit;

  @Field()
  legalGround: string;

  @Field()
  reason: string;

  @Field(() => DateTime)
  at: Date;

  @Field(() => Person, { nullable: true })
  by: Person | null;
}

@ObjectType({ description: 'How much work lies where, as far as you see it.' })
export class UnitLoad {
  @Field(() => Unit, { nullable: true, description: 'None for what lies with an area and not with a unit.' })
  unit: Unit | null;

  @Field(() => Area, { description: 'The area asked for, or, without a unit, the one below it in which the tasks lie.' })
  area: Area;

  @Field(() => Int, { description: 'Tasks that are still to be done.' })
  open: number;

  @Field(() => Int, { description: 'Of these whose time is over.' })
  late: number;
}
