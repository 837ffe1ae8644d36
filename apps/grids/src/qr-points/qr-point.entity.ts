import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A code on a building or for some 30 households: who scans it has said where they are. */
@Entity({ name: 'qr_point' })
export class QrPointEntity {
  @PrimaryColumn({ type: 'text' })
  code: string;

  /** The grid it hangs in. */
  @Index('qr_point_area_code')
  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;

  @Column({ type: 'text' })
  label: string;

  /** Degrees, WGS 84; both or neither. */
  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;
}
