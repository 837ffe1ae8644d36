import type { Actor, Rating, Stage } from '@yiwang/contracts/case-flow';
import type { ErrorCode, ErrorDetails } from '@yiwang/contracts/errors';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** `pending`: recorded, the workflow has not answered yet. A refused one stays for whoever asks with its key again. */
export const RATING_STATES = ['pending', 'confirmed', 'refused'] as const;
export type RatingState = (typeof RATING_STATES)[number];

/** What somebody said of how a case was handled, in one round. */
@Entity({ name: 'rating' })
@Unique('rating_key', ['caseNumber', 'idempotencyKey'])
export class RatingEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text', name: 'case_number' })
  caseNumber: string;

  @Column({ type: 'text', name: 'county_code' })
  countyCode: string;

  /** The round that was rated. */
  @Column({ type: 'int' })
  round: number;

  @Column({ type: 'text' })
  rating: Rating;

  @Column({ type: 'text', default: '' })
  comment: string;

  @Column({ type: 'text', name: 'rated_by_kind' })
  ratedByKind: Exclude<Actor['kind'], 'system'>;

  /** Null for a resident without an account, who showed the pickup code. */
  @Column({ type: 'text', name: 'rated_by_subject', nullable: true })
  ratedBySubject: string | null;

  @Column({ type: 'text', name: 'idempotency_key' })
  idempotencyKey: string;

  @Column({ type: 'text', default: 'pending' })
  state: RatingState;

  /** Where the rating took the case: closed, or dispatched into the next round. */
  @Column({ type: 'text', name: 'outcome_stage', nullable: true })
  outcomeStage: Stage | null;

  @Column({ type: 'int', name: 'outcome_round', nullable: true })
  outcomeRound: number | null;

  @Column({ type: 'text', name: 'refusal_code', nullable: true })
  refusalCode: ErrorCode | null;

  @Column({ type: 'jsonb', name: 'refusal_details', nullable: true })
  refusalDetails: ErrorDetails | null;

  /** How often the loop has tried to apply it. */
  @Column({ type: 'int', default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz', name: 'next_attempt_at' })
  nextAttemptAt: Date;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}
