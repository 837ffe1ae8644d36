import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** How a month's rota was made: whose turn it is in which order, and the hours. */
@Entity({ name: 'duty_month' })
export class DutyMonthEntity {
  @PrimaryColumn({ type: 'text', name: 'county_code' })
  countyCode: string;

  @PrimaryColumn({ type: 'text' })
  month: string;

  @Column({ type: 'text', array: true })
  units: string[];

  @Column({ type: 'text', name: 'from_time' })
  fromTime: string;

  @Column({ type: 'text', name: 'until_time' })
  untilTime: string;

  @Column({ type: 'int', name: 'calendar_version' })
  calendarVersion: number;

  @Column({ type: 'text', name: 'made_by' })
  madeBy: string;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;
}

export const SHIFT_ORIGINS = ['turn', 'swap', 'assigned', 'closed'] as const;
export type ShiftOrigin = (typeof SHIFT_ORIGINS)[number];

/** One day's duty; a gap where no unit has it. */
@Entity({ name: 'duty_shift' })
@Unique('duty_shift_county_code_date_key', ['countyCode', 'date'])
export class DutyShiftEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', name: 'county_code' })
  countyCode: string;

  @Column({ type: 'date' })
  date: string;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt: Date;

  @Column({ type: 'text', name: 'unit_code', nullable: true })
  unitCode: string | null;

  @Column({ type: 'text' })
  origin: ShiftOrigin;

  /** The calendar did not know that year's holidays when the month was made. */
  @Column({ type: 'boolean' })
  provisional: boolean;
}

export const SWAP_STATES = ['asked', 'agreed', 'refused', 'withdrawn', 'lapsed'] as const;
export type SwapState = (typeof SWAP_STATES)[number];

/** One unit asks another to change days. */
@Entity({ name: 'duty_swap' })
export class DutySwapEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', name: 'county_code' })
  countyCode: string;

  @Index('duty_swap_shift_id')
  @Column({ type: 'uuid', name: 'shift_id' })
  shiftId: string;

  @Index('duty_swap_with_shift_id')
  @Column({ type: 'uuid', name: 'with_shift_id' })
  withShiftId: string;

  @Index('duty_swap_asking_unit')
  @Column({ type: 'text', name: 'asking_unit' })
  askingUnit: string;

  @Index('duty_swap_asked_unit')
  @Column({ type: 'text', name: 'asked_unit' })
  askedUnit: string;

  @Column({ type: 'text' })
  state: SwapState;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text', name: 'asked_by' })
  askedBy: string;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt: Date;

  @Column({ type: 'text', name: 'answered_by', nullable: true })
  answeredBy: string | null;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt: Date | null;
}
