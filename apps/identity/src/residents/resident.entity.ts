import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A resident of a county; with a subject once they have an account. Name and phone are sealed (`personal/personal.ts`). */
@Entity({ name: 'resident' })
export class ResidentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', nullable: true, unique: true })
  subject: string | null;

  @Column({ type: 'bytea', name: 'name_sealed', nullable: true })
  nameSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'phone_sealed', nullable: true })
  phoneSealed: Buffer | null;

  @Index('resident_phone')
  @Column({ type: 'bytea', name: 'phone_index', nullable: true })
  phoneIndex: Buffer | null;

  /** Only from a bulk load, until the set-up seals them. */
  @Column({ type: 'text', name: 'name', nullable: true, select: false, insert: false, update: false })
  plainName?: string | null;

  @Column({ type: 'text', name: 'phone', nullable: true, select: false, insert: false, update: false })
  plainPhone?: string | null;

  @Column({ type: 'timestamptz', name: 'phone_verified_at', nullable: true })
  phoneVerifiedAt: Date | null;

  /** What was known of them is gone; only that somebody of the county was there. */
  @Column({ type: 'timestamptz', name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  /** Where they live, as exactly as is known; its county is the one they belong to. */
  @Index('resident_area_code')
  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;
}
