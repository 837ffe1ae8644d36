import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

export const CONSULTATION_STATES = ['waiting', 'answered', 'case'] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];
export const ENTRY_KINDS = ['followUp', 'answer', 'handOver', 'case'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Running numbers of a county's day. */
@Entity({ name: 'consultation_day' })
export class ConsultationDayEntity {
  @PrimaryColumn({ type: 'text', name: 'county_code' })
  countyCode: string;

  @PrimaryColumn({ type: 'date' })
  date: string;

  @Column({ type: 'int' })
  last: number;
}

/** A question to the unit on duty. */
@Entity({ name: 'consultation' })
@Unique('consultation_starter_idempotency_key_key', ['starter', 'idempotencyKey'])
export class ConsultationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text', unique: true })
  number: string;

  @Column({ type: 'text' })
  starter: string;

  @Column({ type: 'text', name: 'idempotency_key' })
  idempotencyKey: string;

  @Column({ type: 'bytea', name: 'content_hash' })
  contentHash: Buffer;

  @Column({ type: 'text', name: 'county_code' })
  countyCode: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;

  @Index('consultation_category_code')
  @Column({ type: 'text', name: 'category_code', nullable: true })
  categoryCode: string | null;

  @Column({ type: 'text' })
  question: string;

  /** Keycloak's id of who asked, where they have an account. */
  @Column({ type: 'text', name: 'asked_by', nullable: true })
  askedBy: string | null;

  @Column({ type: 'bytea', name: 'contact_name', nullable: true })
  contactName: Buffer | null;

  @Column({ type: 'bytea', name: 'contact_phone', nullable: true })
  contactPhone: Buffer | null;

  /** Blind index of the number: who proves it to be theirs is given what is kept of them, or forgotten. */
  @Column({ type: 'bytea', name: 'contact_phone_index', nullable: true })
  contactPhoneIndex: Buffer | null;

  @Column({ type: 'text', name: 'unit_code' })
  unitCode: string;

  /** When the unit's duty begins; null where none is planned and the county's centre has it. */
  @Column({ type: 'timestamptz', name: 'answer_from', nullable: true })
  answerFrom: Date | null;

  @Column({ type: 'text' })
  state: ConsultationState;

  /** Whether everybody may read it once it is answered. */
  @Column({ type: 'boolean', name: 'is_open', default: true })
  isOpen: boolean;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt: Date;

  @Column({ type: 'timestamptz', name: 'waiting_since' })
  waitingSince: Date;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column({ type: 'text', name: 'case_number', nullable: true, unique: true })
  caseNumber: string | null;

  @Column({ type: 'int', default: 1 })
  version: number;
}

/** What was said after the question, in order. */
@Entity({ name: 'consultation_entry' })
@Unique('consultation_entry_consultation_id_seq_key', ['consultationId', 'seq'])
export class ConsultationEntryEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'consultation_id' })
  consultationId: string;

  @Column({ type: 'int' })
  seq: number;

  @Column({ type: 'text' })
  kind: EntryKind;

  @Column({ type: 'text', nullable: true })
  text: string | null;

  @Index('consultation_entry_unit_code')
  @Column({ type: 'text', name: 'unit_code', nullable: true })
  unitCode: string | null;

  @Column({ type: 'text', name: 'by_subject', nullable: true })
  bySubject: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;
}
