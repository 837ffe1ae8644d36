import { Directive, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PATHS, RATINGS, STAGES, type CaseKind, type Channel, type Path, type Rating, type Stage } from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { CaseKindEnum, ChannelEnum } from '../intake/start-case.input.js';

export const StageEnum = enumOf(STAGES);
export const PathEnum = enumOf(PATHS);
export const RatingEnum = enumOf(RATINGS);
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

  @Field(() => DateTime, { nullable: true })
  firstResponseAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  resolvedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  closedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'rated, notRated, notAccepted, withdrawn, roundsExhausted or imported.' })
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
