import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Channel } from '@yiwang/contracts/case-flow';
import { WARNING_KINDS, type Light, type WarningKind } from '@yiwang/domain/early-warning';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { Area, Case, Category } from '../case/case.types.js';
import { Unit } from '../desk/desk.types.js';
import { ChannelEnum } from '../intake/start-case.input.js';
import { Task } from '../tasks/task.types.js';
import { CaseCount } from './case-selection.js';

export const DECISION_KINDS = ['arbitration', 'lastRound', 'suspensionReview', 'approval', 'overdue'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];
export const DecisionKindEnum = enumOf(DECISION_KINDS);
export const LightEnum = enumOf(['green', 'yellow', 'red'] as const satisfies readonly Light[]);
export const WarningKindEnum = enumOf(WARNING_KINDS);
registerEnumType(DecisionKindEnum, {
  name: 'DecisionKind',
  description: 'Why somebody above has to look: whose it is has to be decided; the last round; a suspension whose review is near or past; a request to this level; late at this level.',
});
registerEnumType(LightEnum, { name: 'Light', description: 'red: of ten running cases one or more has a red card; yellow: of five one or more has a card.' });
registerEnumType(WarningKindEnum, {
  name: 'WarningKind',
  description: 'pace: open work will break its deadlines at the pace of the last days. drift: longer at it than nine of ten of its kind. pingPong: returned twice or more. silence: a grid from which too little comes and which nobody patrols.',
});

@ObjectType()
export class ChannelCount {
  @Field(() => ChannelEnum)
  channel: Channel;

  @Field(() => CaseCount)
  cases: CaseCount;
}

@ObjectType()
export class DayCount {
  @Field({ description: 'YYYY-MM-DD.' })
  day: string;

  @Field(() => CaseCount)
  cases: CaseCount;
}

@ObjectType()
export class DecisionCount {
  @Field(() => DecisionKindEnum)
  kind: DecisionKind;

  @Field(() => CaseCount)
  cases: CaseCount;
}

@ObjectType({ description: 'An area directly below, with the cases whose clock runs.' })
export class PlaceStanding {
  @Field(() => Area)
  area: Area;

  @Field(() => LightEnum)
  light: Light;

  @Field(() => CaseCount)
  open: CaseCount;

  @Field(() => CaseCount)
  running: CaseCount;

  @Field(() => CaseCount)
  yellow: CaseCount;

  @Field(() => CaseCount)
  red: CaseCount;
}

@ObjectType({ description: 'A category from which more comes than chance explains.' })
export class RisingCategory {
  @Field(() => Category)
  category: Category;

  @Field(() => CaseCount, { description: 'In the last seven days.' })
  recent: CaseCount;

  @Field(() => Int, { description: 'In the weeks before.' })
  before: number;

  @Field(() => Int)
  weeks: number;

  @Field(() => Float, { description: 'A week, before.' })
  usual: number;

  @Field(() => Float, { nullable: true, description: 'How many times the usual; null where there were none.' })
  times: number | null;

  @Field(() => Float, { description: 'How likely so many are by chance.' })
  probability: number;
}

@ObjectType({ description: 'Where an area stands at this moment. Every number names the cases behind it.' })
export class Overview {
  @Field(() => Area)
  area: Area;

  @Field(() => DateTime)
  asOf: Date;

  @Field(() => CaseCount)
  open: CaseCount;

  @Field(() => CaseCount, { description: 'Open, unanswered, not paused and with no leading case: somebody’s time is running.' })
  running: CaseCount;

  @Field(() => CaseCount)
  yellow: CaseCount;

  @Field(() => CaseCount)
  red: CaseCount;

  @Field(() => CaseCount)
  suspended: CaseCount;

  @Field(() => [DecisionCount])
  decisions: DecisionCount[];

  @Field(() => CaseCount)
  receivedToday: CaseCount;

  @Field(() => [ChannelCount], { description: 'Of today, the most first.' })
  channels: ChannelCount[];

  @Field(() => [DayCount], { description: 'The last fourteen days, today last.' })
  days: DayCount[];

  @Field(() => [PlaceStanding], { description: 'By code; what lies in none of them is in the counts above alone.' })
  places: PlaceStanding[];

  @Field(() => [RisingCategory], { description: 'The least likely first.' })
  rising: RisingCategory[];
}

@ObjectType({ description: 'A case that somebody above has to decide about.' })
export class DecisionWanted {
  @Field(() => DecisionKindEnum)
  kind: DecisionKind;

  @Field(() => Case, { nullable: true })
  case: Case | null;

  @Field(() => Task, { nullable: true, description: 'By which it is decided, where you may take it.' })
  task: Task | null;

  @Field(() => DateTime, { nullable: true, description: 'By when.' })
  dueAt: Date | null;
}

@ObjectType({ description: 'A number from which a warning was reckoned.' })
export class WarningTerm {
  @Field()
  name: string;

  @Field(() => Float)
  value: number;
}

@ObjectType({ description: 'What will go wrong if nobody does anything, with its arithmetic.' })
export class EarlyWarning {
  @Field(() => ID)
  id: string;

  @Field(() => WarningKindEnum)
  kind: WarningKind;

  @Field(() => Area, { nullable: true, description: 'Whose work it is, or which grid is silent.' })
  area: Area | null;

  @Field(() => Unit, { nullable: true })
  unit: Unit | null;

  @Field(() => Case, { nullable: true, description: 'Which drifts or is passed around.' })
  case: Case | null;

  @Field(() => [Unit], { description: 'Units between which it goes.' })
  between: Unit[];

  @Field(() => CaseCount, { nullable: true, description: 'The cases that were looked at, where they are more than one.' })
  cases: CaseCount | null;

  @Field(() => [WarningTerm])
  terms: WarningTerm[];

  @Field()
  zh: string;

  @Field()
  en: string;
}

@ObjectType()
export class WarningCount {
  @Field(() => WarningKindEnum)
  kind: WarningKind;

  @Field(() => Int)
  count: number;
}

@ObjectType()
export class EarlyWarningPage {
  @Field(() => [EarlyWarning])
  items: EarlyWarning[];

  @Field(() => [WarningCount], { description: 'Of each kind that was asked for, at most 500.' })
  counts: WarningCount[];

  @Field(() => ID, { nullable: true, description: 'Of the next page; null on the last.' })
  cursor: string | null;
}
