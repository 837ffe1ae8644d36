import type { PositionRole } from '@yiwang/contracts/case-flow';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An appointment of a person or a client, from a day and until one; ended ones stay for the record. */
@Entity({ name: 'position' })
export class PositionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Index('position_person_id')
  @Column({ type: 'uuid', name: 'person_id', nullable: true })
  personId: string | null;

  @Index('position_client_subject')
  @Column({ type: 'uuid', name: 'client_subject', nullable: true })
  clientSubject: string | null;

  @Column({ type: 'text' })
  role: PositionRole;

  @Index('position_area_code')
  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;

  @Index('position_unit_code')
  @Column({ type: 'text', name: 'unit_code', nullable: true })
  unitCode: string | null;

  @Column({ type: 'timestamptz', name: 'valid_from' })
  validFrom: Date;

  /** The first instant at which it no longer holds; open while null. */
  @Column({ type: 'timestamptz', name: 'valid_to', nullable: true })
  validTo: Date | null;

  /** Its holder sees what others in such a position see, and changes nothing. */
  @Column({ type: 'boolean', name: 'read_only', default: false })
  readOnly: boolean;
}
