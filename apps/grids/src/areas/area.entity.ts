import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A county, town, village or grid. Its code holds its ancestors as prefixes (6, 9, 12 and 15 digits). */
@Entity({ name: 'area' })
export class AreaEntity {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Index('area_parent_code')
  @Column({ type: 'text', name: 'parent_code', nullable: true })
  parentCode: string | null;

  @Column({ type: 'text' })
  name: string;

  /** Other names people use for it, for recognising it in a text. */
  @Column({ type: 'text', array: true, default: () => "'{}'" })
  aliases: string[];
}
