import { Column, Entity, PrimaryColumn } from 'typeorm';

export const CONSENT_MEANS = ['spoken', 'written', 'phone', 'online'] as const;
export type ConsentMeans = (typeof CONSENT_MEANS)[number];

/** A resident's consent that somebody of the staff files for them, until a day or until it is withdrawn. */
@Entity({ name: 'proxy' })
export class ProxyEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'resident_id' })
  residentId: string;

  @Column({ type: 'uuid', name: 'person_id' })
  personId: string;

  /** Where the resident lives: whose administrators and colleagues may see the consent. */
  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;

  @Column({ type: 'text' })
  means: ConsentMeans;

  @Column({ type: 'timestamptz', name: 'consented_at' })
  consentedAt: Date;

  @Column({ type: 'uuid', name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'valid_to' })
  until: Date;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column({ type: 'uuid', name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;
}
