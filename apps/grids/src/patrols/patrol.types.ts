import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import type { GridKind } from '../areas/area.entity.js';
import { Area, GridKindEnum } from '../areas/area.types.js';
import { ROUND_PLACES, ROUND_STATES, type RoundPlace, type RoundState } from './round.sql.js';

export const RoundStateEnum = enumOf(ROUND_STATES);
export const RoundPlaceEnum = enumOf(ROUND_PLACES);
registerEnumType(RoundStateEnum, { name: 'PatrolRoundState', description: '待巡查, 按时完成, 漏巡, 补巡.' });
registerEnumType(RoundPlaceEnum, {
  name: 'PatrolPlace',
  description: 'Where somebody checked in: in the grid, near it, outside, or without a position or a boundary to tell.',
});

@ObjectType({ description: 'A picture of a patrol.' })
export class PatrolPicture {
  @Field(() => ID)
  id: string;

  @Field()
  mediaType: string;

  @Field({ description: 'Good for ten minutes.' })
  url: string;

  @Field(() => DateTime, { nullable: true, description: 'As the device said.' })
  takenAt: Date | null;

  @Field(() => Float, { nullable: true, description: 'Degrees, WGS 84, as the device said.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true })
  longitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Metres.' })
  accuracyM: number | null;
}

@ObjectType({ description: 'Where to PUT one picture of a patrol; then refer to it by its id.' })
export class PatrolUpload {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Takes one PUT with the content as its body, within 15 minutes.' })
  url: string;
}

@ObjectType({ description: 'What a patrol found.' })
export class PatrolFinding {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  gridCode: string;

  @Field()
  day: string;

  @Field()
  slot: string;

  @Field(() => ID)
  subject: string;

  @Field()
  text: string;

  @Field(() => String, { nullable: true })
  categoryCode: string | null;

  @Field(() => [ID])
  attachmentIds: string[];

  @Field(() => ID, { nullable: true, description: 'The case that came of it.' })
  caseNumber: string | null;

  @Field(() => DateTime)
  foundAt: Date;
}

@ObjectType({ description: 'One round of one grid: planned in the morning, done by somebody, or missed.' })
export class PatrolRound {
  @Field(() => ID)
  gridCode: string;

  @Field(() => Area, { nullable: true })
  grid?: Area | null;

  @Field({ description: 'YYYY-MM-DD' })
  day: string;

  @Field({ description: "The slot's name in the county's setting." })
  slot: string;

  @Field(() => DateTime)
  opensAt: Date;

  @Field(() => DateTime)
  closesAt: Date;

  @Field(() => RoundStateEnum)
  state: RoundState;

  @Field(() => DateTime, { nullable: true })
  checkedInAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  completedAt: Date | null;

  @Field(() => ID, { nullable: true, description: 'Who made it.' })
  subject: string | null;

  @Field(() => Float, { nullable: true })
  latitude: number | null;

  @Field(() => Float, { nullable: true })
  longitude: number | null;

  @Field(() => Float, { nullable: true })
  accuracyM: number | null;

  @Field(() => RoundPlaceEnum, { nullable: true })
  place: RoundPlace | null;

  @Field(() => Float, { nullable: true, description: 'Metres from the grid at check-in; 0 inside.' })
  distanceM: number | null;

  @Field(() => String, { nullable: true })
  note: string | null;
}

@ObjectType({ description: 'Word to a village that rounds were missed.' })
export class PatrolAlarm {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  areaCode: string;

  @Field()
  title: string;

  @Field()
  body: string;

  @Field(() => DateTime)
  createdAt: Date;
}

@ObjectType()
export class PatrolRoundPage {
  @Field(() => [PatrolRound])
  items: PatrolRound[];

  @Field(() => String, { nullable: true, description: 'For `after` of the next page; null on the last one.' })
  endCursor: string | null;
}

@ObjectType()
export class PatrolFindingPage {
  @Field(() => [PatrolFinding])
  items: PatrolFinding[];

  @Field(() => String, { nullable: true, description: 'For `after` of the next page; null on the last one.' })
  endCursor: string | null;
}

@ObjectType('PatrolSlot', { description: 'A time of the day in which a grid is patrolled once.' })
export class PatrolSlotType {
  @Field()
  slot: string;

  @Field({ description: 'HH:MM' })
  from: string;

  @Field()
  until: string;
}

@ObjectType('PatrolSetting', { description: 'How a county patrols.' })
export class PatrolSettingType {
  @Field(() => ID)
  countyCode: string;

  @Field()
  enabled: boolean;

  @Field({ description: 'Whether weekends and holidays have patrols too; make-up days (调休) always do.' })
  onDaysOff: boolean;

  @Field(() => [PatrolSlotType])
  slots: PatrolSlotType[];

  @Field(() => [GridKindEnum], { description: 'Kinds of grids that are patrolled.' })
  gridKinds: GridKind[];

  @Field(() => Int, { description: 'Metres outside a grid that still count as near.' })
  nearM: number;

  @Field()
  pictureRequired: boolean;
}

@ObjectType({ description: 'Rounds of some grids on some days.' })
export class PatrolCount {
  @Field(() => Int)
  planned: number;

  @Field(() => Int, { description: 'In their window.' })
  done: number;

  @Field(() => Int, { description: 'After their window, on the same day.' })
  late: number;

  @Field(() => Int)
  missed: number;

  @Field(() => Int, { description: 'Whose window is still open: left out of the denominator.' })
  open: number;

  @Field(() => Int, { description: 'Done in time.' })
  numerator: number;

  @Field(() => Int, { description: 'Planned and not open any more.' })
  denominator: number;
}

@ObjectType()
export class PatrolDayCount extends PatrolCount {
  @Field({ description: 'YYYY-MM-DD' })
  day: string;
}

@ObjectType()
export class PatrolGridCount extends PatrolCount {
  @Field(() => ID)
  gridCode: string;

  @Field(() => Area, { nullable: true })
  grid?: Area | null;
}

@ObjectType()
export class PatrolGridCountPage {
  @Field(() => [PatrolGridCount])
  items: PatrolGridCount[];

  @Field(() => String, { nullable: true, description: 'For `after` of the next page; null on the last one.' })
  endCursor: string | null;
}

@ObjectType({ description: 'How far patrols were made, over all, by day and by grid.' })
export class PatrolCoverage extends PatrolCount {
  @Field(() => ID)
  areaCode: string;

  @Field()
  from: string;

  @Field()
  to: string;

  @Field(() => [PatrolDayCount])
  days: PatrolDayCount[];
}
