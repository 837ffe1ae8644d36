import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { WorkingCalendar as CalendarData } from '@yiwang/domain/calendar';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import type { LayerRow } from './layered-calendars.js';

const DAY_KINDS = ['off', 'work', 'periods'] as const;
export type CalendarDayKind = (typeof DAY_KINDS)[number];
export const CalendarDayKindEnum = enumOf(DAY_KINDS);
registerEnumType(CalendarDayKindEnum, {
  name: 'CalendarDayKind',
  description: 'Off (休), worked as an ordinary day (调休上班), or worked in periods of its own, as a half day.',
});

@ObjectType({ description: 'A period of work, HH:MM in Asia/Shanghai.' })
export class DayPeriod {
  @Field()
  from: string;

  @Field({ description: '24:00 is the end of the day.' })
  until: string;
}

@ObjectType({ description: 'A date that is not as its weekday would be.' })
export class CalendarDay {
  @Field({ description: 'YYYY-MM-DD' })
  date: string;

  @Field(() => CalendarDayKindEnum)
  kind: CalendarDayKind;

  @Field(() => [DayPeriod])
  periods: DayPeriod[];
}

@ObjectType({ description: "What a calendar is made of: the nation's, the county's, the unit's own part." })
export class CalendarSource {
  @Field({ description: 'Empty for the national one.' })
  countyCode: string;

  @Field({ description: "Empty for a county's." })
  unitCode: string;

  @Field(() => Int)
  version: number;

  @Field()
  source: string;

  @Field(() => DateTime)
  loadedAt: Date;
}

@ObjectType({ description: 'When an office works (工作日历). A date outside its years follows the week, and no deadline there is certain.' })
export class WorkingCalendar {
  @Field(() => Int, { description: 'Rises with every loading.' })
  version: number;

  @Field(() => [Int], { description: 'Years whose holidays and make-up days are known.' })
  years: readonly number[];

  @Field(() => [DayPeriod])
  periods: DayPeriod[];

  @Field(() => [Int], { description: 'Monday 1 to Sunday 7.' })
  weekdays: readonly number[];

  @Field(() => [CalendarDay])
  days: CalendarDay[];

  @Field(() => [CalendarSource], { description: 'The widest first.' })
  sources: CalendarSource[];
}

@InputType()
export class DayPeriodInput {
  @Field({ description: 'HH:MM' })
  from: string;

  @Field({ description: 'HH:MM, or 24:00' })
  until: string;
}

@InputType()
export class CalendarDayInput {
  @Field({ description: 'YYYY-MM-DD, of one of the years.' })
  date: string;

  @Field(() => CalendarDayKindEnum)
  kind: CalendarDayKind;

  @Field(() => [DayPeriodInput], { nullable: true, description: 'Exactly where the kind is periods.' })
  periods?: DayPeriodInput[] | null;
}

@InputType({ description: "A county's or a unit's own part of its calendar. Periods and weekdays: left out, as they were; empty, as they are beneath." })
export class LoadCalendarInput {
  @Field({ description: 'Six digits.' })
  countyCode: string;

  @Field(() => String, { nullable: true, description: "Left out for the county's own." })
  unitCode?: string | null;

  @Field(() => [Int], { description: 'Years whose days are given: they replace those loaded before. Other years stay.' })
  years: number[];

  @Field(() => [CalendarDayInput])
  days: CalendarDayInput[];

  @Field(() => [DayPeriodInput], { nullable: true })
  periods?: DayPeriodInput[] | null;

  @Field(() => [Int], { nullable: true })
  weekdays?: number[] | null;

  @Field({ description: 'Where it is published: a notice with its number, say.' })
  source: string;
}

@ObjectType({ description: 'An open deadline that a calendar would move.' })
export class MovedDeadline {
  @Field(() => ID, { description: 'Case and clock; the cursor of the next page.' })
  id: string;

  @Field(() => ID)
  caseNumber: string;

  @Field({ description: 'response, callBack, resolution, tier, or unit:<task>.' })
  clock: string;

  @Field(() => DateTime)
  dueAt: string;

  @Field(() => DateTime)
  newDueAt: string;

  @Field({ description: 'Whether it was not certain so far.' })
  wasProvisional: boolean;

  @Field({ description: 'Whether it would still not be certain.' })
  isProvisional: boolean;
}

@ObjectType({ description: 'What loading a calendar would do.' })
export class CalendarPreview {
  @Field(() => WorkingCalendar, { description: 'As it would be.' })
  calendar: WorkingCalendar;

  @Field(() => Int, { description: 'How many open deadlines would move: confirm it when loading.' })
  moved: number;

  @Field(() => Int, { description: 'How many open cases would hear of it: those, and those with deadlines that become certain.' })
  casesTold: number;

  @Field(() => [MovedDeadline], { description: 'By case number; the page that was asked for.' })
  deadlines: MovedDeadline[];
}

/** A calendar as the graph shows it. */
export function shownCalendar(calendar: CalendarData, layers: readonly LayerRow[]): WorkingCalendar {
  const shown = (periods: CalendarData['periods']): DayPeriod[] => periods.map(([from, until]) => ({ from, until }));
  const days = Object.entries(calendar.days).map(([date, kind]) =>
    kind === 'off' || kind === 'work'
      ? { date, kind, periods: kind === 'off' ? [] : shown(calendar.periods) }
      : { date, kind: 'periods' as const, periods: shown(kind) },
  );
  days.sort((a, b) => (a.date < b.date ? -1 : 1));
  return { ...calendar, periods: shown(calendar.periods), days, sources: [...layers] };
}
