import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { SHIFT_ORIGINS, SWAP_STATES, type ShiftOrigin, type SwapState } from './duty.entities.js';

export const ShiftOriginEnum = enumOf(SHIFT_ORIGINS);
registerEnumType(ShiftOriginEnum, {
  name: 'DutyShiftOrigin',
  valuesMap: { closed: { description: 'The unit that had it has closed: a gap.' } },
});
export const SwapStateEnum = enumOf(SWAP_STATES);
registerEnumType(SwapStateEnum, { name: 'DutySwapState', valuesMap: { lapsed: { description: 'A day had passed or changed hands.' } } });

@ObjectType({ description: 'One working day’s duty.' })
export class DutyShift {
  @Field(() => ID)
  id: string;

  @Field({ description: 'YYYY-MM-DD, Asia/Shanghai.' })
  date: string;

  @Field(() => DateTime)
  startsAt: Date;

  @Field(() => DateTime)
  endsAt: Date;

  @Field(() => ShiftOriginEnum)
  origin: ShiftOrigin;

  @Field({ description: 'Holidays of that year were not known when the month was made.' })
  provisional: boolean;

  unitCode: string | null;
}

@ObjectType({ description: 'Days of duty, and where there are holes in them.' })
export class DutyRota {
  @Field(() => [DutyShift])
  shifts: DutyShift[];

  @Field(() => [String], { description: 'Working days (YYYY-MM-DD) on which nobody is on duty.' })
  gaps: string[];

  @Field(() => [String], { description: 'Months (YYYY-MM) that have not been planned yet.' })
  unplannedMonths: string[];
}

@ObjectType({ description: 'Who answers at this moment, and who next.' })
export class DutyNow {
  @Field(() => DutyShift, { nullable: true, description: 'None out of hours, on days off and in a gap.' })
  now: DutyShift | null;

  @Field(() => DutyShift, { nullable: true, description: 'The next one that a unit has; none where nothing is planned.' })
  next: DutyShift | null;
}

@ObjectType({ description: 'One unit asks another to change days.' })
export class DutySwap {
  @Field(() => ID)
  id: string;

  @Field(() => SwapStateEnum)
  state: SwapState;

  @Field()
  reason: string;

  @Field(() => ID)
  askedBy: string;

  @Field(() => DateTime)
  askedAt: Date;

  @Field(() => ID, { nullable: true })
  answeredBy: string | null;

  @Field(() => DateTime, { nullable: true })
  answeredAt: Date | null;

  shiftId: string;
  withShiftId: string;
  askingUnit: string;
  askedUnit: string;
}

@InputType()
export class PlanDutyInput {
  @Field(() => ID)
  countyCode: string;

  @Field({ description: 'YYYY-MM. Planned again, days to come are dealt out anew; past ones, swaps and days that were assigned stay.' })
  month: string;

  @Field(() => [ID], { nullable: true, description: 'Units in their turn; left out, as in the month before.' })
  units?: string[] | null;

  @Field(() => String, { nullable: true, description: 'HH:MM; 09:00 where left out.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'HH:MM; 17:30 where left out.' })
  until?: string | null;
}

@InputType()
export class AssignDutyShiftInput {
  @Field(() => ID)
  shiftId: string;

  @Field(() => ID)
  unitCode: string;

  @Field()
  reason: string;
}

@InputType()
export class AskDutySwapInput {
  @Field(() => ID, { description: 'A day of your own unit.' })
  shiftId: string;

  @Field(() => ID, { description: 'The day of another unit that you want for it.' })
  withShiftId: string;

  @Field()
  reason: string;
}

@InputType({ description: 'Every condition given must hold.' })
export class DutySwapFilter {
  @Field(() => ID)
  countyCode: string;

  @Field(() => ID, { nullable: true, description: 'Asking or asked.' })
  unitCode?: string | null;

  @Field(() => SwapStateEnum, { nullable: true })
  state?: SwapState | null;
}

export const MOST_DAYS = 92;
