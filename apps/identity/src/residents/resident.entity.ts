import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A resident of a county; with a subject once they have an account. */
@Entity({ name: 'resident' })
export class ResidentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', nullable: true, unique: true })
  subject: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  /** Where they live, as exactly as is known; its county is the one they belong to. */
  @Index('resident_area_code')
  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;
}
