import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CasePatch, Channel, TaskKind, Tier } from '@yiwang/contracts/case-flow';
import { DateTime } from '@yiwang/platform/graphql';
import { CardEnum, PausedEnum, TierEnum } from '../case/case.types.js';
import { ChannelEnum } from '../intake/start-case.input.js';
import { TaskKindEnum } from '../tasks/task.types.js';

@ObjectType({ description: 'Which cases a number counts: what is not null, given to `cases` as its filter, lists exactly these.' })
export class CaseSelection {
  @Field(() => ID)
  areaCode: string;

  @Field(() => ChannelEnum, { nullable: true })
  channel?: Channel;

  @Field(() => ID, { nullable: true })
  categoryCode?: string;

  @Field(() => TierEnum, { nullable: true })
  tier?: Tier;

  @Field(() => ID, { nullable: true })
  unitCode?: string;

  @Field(() => CardEnum, { nullable: true })
  card?: NonNullable<CasePatch['card']>;

  @Field(() => PausedEnum, { nullable: true })
  paused?: NonNullable<CasePatch['paused']>;

  @Field(() => DateTime, { nullable: true })
  reviewBefore?: Date;

  @Field(() => DateTime, { nullable: true })
  receivedFrom?: Date;

  @Field(() => DateTime, { nullable: true })
  receivedBefore?: Date;

  @Field(() => Boolean, { nullable: true })
  open?: boolean;

  @Field(() => Boolean, { nullable: true })
  running?: boolean;

  @Field(() => Boolean, { nullable: true })
  lastRound?: boolean;

  @Field(() => TaskKindEnum, { nullable: true })
  taskKind?: TaskKind;

  @Field(() => TierEnum, { nullable: true })
  taskTier?: Tier;
}

@ObjectType({ description: 'A number, and the cases behind it.' })
export class CaseCount {
  @Field(() => Int)
  count: number;

  @Field(() => CaseSelection)
  where: CaseSelection;
}
