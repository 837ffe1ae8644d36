import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const QR_POINT_KINDS = ['place', 'building', 'households'] as const;
export type QrPointKind = (typeof QR_POINT_KINDS)[number];

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

  /** What it stands for: a place, a building, or a run of doors. */
  @Column({ type: 'text', default: 'place' })
  kind: QrPointKind;

  @Column({ type: 'text', nullable: true })
  building: string | null;

  /** How many households it was made for. */
  @Column({ type: 'int', nullable: true })
  households: number | null;

  /** The point that hangs in its stead, since it was lost. */
  @Index('qr_point_replaced_by')
  @Column({ type: 'text', name: 'replaced_by', nullable: true })
  replacedBy: string | null;

  @Column({ type: 'timestamptz', name: 'replaced_at', nullable: true })
  replacedAt: Date | null;

  /** The grid in which it hangs from `movesOn` on; both or neither. */
  @Index('qr_point_next_area_code')
  @Column({ type: 'text', name: 'next_area_code', nullable: true })
  nextAreaCode: string | null;

  @Column({ type: 'date', name: 'moves_on', nullable: true })
  movesOn: string | null;
}
