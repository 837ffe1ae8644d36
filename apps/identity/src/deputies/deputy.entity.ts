import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who acts for somebody while they are away or suspended; it always ends. */
@Entity({ name: 'deputy' })
export class DeputyEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'person_id' })
  personId: string;

  @Column({ type: 'uuid', name: 'deputy_id' })
  deputyId: string;

  @Column({ type: 'timestamptz', name: 'valid_from' })
  from: Date;

  @Column({ type: 'timestamptz', name: 'valid_to' })
  to: Date;

  @Column({ type: 'uuid', name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()', insert: false, update: false })
  recordedAt: Date;
}
