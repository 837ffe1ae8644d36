import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A span in which somebody is away and no task may reach them. */
@Entity({ name: 'absence' })
export class AbsenceEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'person_id' })
  personId: string;

  @Column({ type: 'timestamptz', name: 'valid_from' })
  from: Date;

  /** The first instant at which they are back. */
  @Column({ type: 'timestamptz', name: 'valid_to' })
  to: Date;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'uuid', name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()', insert: false, update: false })
  recordedAt: Date;
}
