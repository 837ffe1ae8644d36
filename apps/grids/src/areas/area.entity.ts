import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a grid's people are responsible for: homes, a school, or a company. */
export const GRID_KINDS = ['urbanRural', 'school', 'enterprise'] as const;
export type GridKind = (typeof GRID_KINDS)[number];

/** A city, county, town, village or grid. Its code holds its ancestors as prefixes (4, 6, 9 and 12 digits). */
@Entity({ name: 'area' })
export class AreaEntity {
  @PrimaryColumn({ type: 'text' })
  code: string;

  /** Null for a city, and for a county whose city is not kept here. */
  @Index('area_parent_code')
  @Column({ type: 'text', name: 'parent_code', nullable: true })
  parentCode: string | null;

  @Column({ type: 'text' })
  name: string;

  /** Other names people use for it, for recognising it in a text. */
  @Column({ type: 'text', array: true, default: () => "'{}'" })
  aliases: string[];

  /** For a grid only. */
  @Column({ type: 'text', name: 'grid_kind', nullable: true })
  gridKind: GridKind | null;

  /** The first day (`YYYY-MM-DD`) on which it is an area. */
  @Column({ type: 'date', name: 'valid_from', default: '2000-01-01' })
  validFrom: string;

  /** The first day on which it is one no more. A closed area keeps its past; its code is never used again. */
  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo: string | null;
}
