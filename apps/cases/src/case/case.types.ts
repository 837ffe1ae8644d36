import { Directive, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  PATHS,
  RATINGS,
  STAGES,
  TIERS,
  type CaseClass,
  type CaseKind,
  type CaseMode,
  type CasePatch,
  type Channel,
  type Path,
  type Rating,
  type Stage,
  type Tier,
} from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { CaseClassEnum, CaseKindEnum, CaseModeEnum, ChannelEnum } from '../intake/start-case.input.js';

export const StageEnum = enumOf(STAGES);
export const PathEnum = enumOf(PATHS);
export const RatingEnum = enumOf(RATINGS);
export const TierEnum = enumOf(TIERS);
export const CardEnum = enumOf(['none', 'yellow', 'red']);
export const PausedEnum = enumOf(['waitingForResident', 'suspended']);
registerEnumType(TierEnum, { name: 'Tier', description: 'At which level a case is held.' });
registerEnumType(CardEnum, { name: 'Card', description: '黄牌: 80 % of the time is gone; 红牌: all of it.' });
registerEnumType(PausedEnum, { name: 'Paused', description: 'Why the clocks stand: 等待群众, 挂账.' });
registerEnumType(StageEnum, { name: 'Stage', description: 'Where a case is: 接件, 受理, 分流, 办理, 核查, 评价, 结案 and the side exits.' });
registerEnumType(PathEnum, { name: 'Path', description: 'The four handling paths: 现场直办, 干部领办, 村镇联办, 县级统筹.' });
registerEnumType(RatingEnum, { name: 'RatingValue', description: '满意, 基本满意, 不满意.' });

@ObjectType({ description: 'An area of the grids service.' })
@Directive('@key(fields: "code", resolvable: false)')
export class Area {
  @Field(() => ID)
  code: string;
}

@ObjectType({ description: 'A category of the departments service.' })
@Directive('@key(fields: "code", resolvable: false)')
export class Category {
  @Field(() => ID)
  code: string;
}

@ObjectType({ description: 'A person of the identity service.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Person {
  @Field(() => ID)
  id: string;
}

@ObjectType({ description: "A resident's request, from receipt to its close." })
@Directive('@key(fields: "number")')
export class Case {
  @Field(() => ID)
  number: string;

  @Field()
  countyCode: string;

  @Field()
  areaCode: string;

  @Field(() => StageEnum)
  stage: Stage;

  @Field(() => PathEnum, { nullable: true })
  path: Path | null;

  @Field(() => Int)
  round: number;

  @Field(() => CaseKindEnum)
  kind: CaseKind;

  @Field(() => CaseClassEnum, { nullable: true })
  caseClass: CaseClass | null;

  @Field(() => CaseModeEnum, { nullable: true })
  mode: CaseMode | null;

  @Field(() => TierEnum, { nullable: true, description: 'The level that holds it now.' })
  tier: Tier | null;

  @Field(() => ID, { nullable: true, description: 'The department that leads it now.' })
  unitCode: string | null;

  @Field(() => ChannelEnum)
  channel: Channel;

  @Field(() => String, { nullable: true })
  title: string | null;

  @Field()
  text: string;

  @Field(() => String, { nullable: true })
  placeText: string | null;

  @Field(() => DateTime)
  receivedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was said to the system that passed it on.' })
  reportedAt: Date | null;

  @Field(() => DateTime, { description: '24 hours by the clock from receipt, unless the policy says otherwise.' })
  responseDueAt: Date;

  @Field(() => DateTime)
  resolutionDueAt: Date;

  @Field(() => DateTime, { description: 'The first promise, before anything moved it.' })
  firstDueAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'Of the level that holds it now.' })
  tierDueAt: Date | null;

  @Field({ description: 'The deadline crosses dates whose holidays are not announced yet.' })
  provisional: boolean;

  @Field(() => PausedEnum, { nullable: true })
  paused: NonNullable<CasePatch['paused']> | null;

  @Field(() => DateTime, { nullable: true, description: 'When a suspended case is looked at again (挂账复核).' })
  reviewAt: Date | null;

  @Field(() => CardEnum)
  card: NonNullable<CasePatch['card']>;

  @Field(() => ID, { nullable: true, description: 'The leading case of the same event (并案).' })
  mergedInto: string | null;

  @Field({ description: 'A complaint about somebody here: who reported it is kept from everybody.' })
  masked: boolean;

  @Field(() => DateTime, { nullable: true })
  firstResponseAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  resolvedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  closedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'rated, notRated, notAccepted, withdrawn, roundsExhausted, terminated (ended from outside, as the last resort) or imported.' })
  closedAs: string | null;

  @Field()
  responseOverdue: boolean;

  @Field()
  resolutionOverdue: boolean;

  @Field(() => RatingEnum, { nullable: true })
  rating: Rating | null;

  @Field(() => String, { nullable: true, description: 'The earlier case with exactly the same text.' })
  duplicateOf: string | null;

  @Field(() => String, { nullable: true })
  sourceReference: string | null;
}
