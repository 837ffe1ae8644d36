import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a case is about, in a tree of three levels at most. */
@Entity({ name: 'category' })
export class CategoryEntity {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Index('category_parent_code')
  @Column({ type: 'text', name: 'parent_code', nullable: true })
  parentCode: string | null;

  @Index('category_domain_code')
  @Column({ type: 'text', name: 'domain_code', nullable: true })
  domainCode: string | null;

  @Column({ type: 'smallint' })
  level: number;

  @Column({ type: 'text' })
  zh: string;

  @Column({ type: 'text' })
  en: string;

  /** Whose tree it belongs to; null for the one that every county begins with. */
  @Column({ type: 'text', name: 'county_code', nullable: true })
  countyCode: string | null;

  @Column({ type: 'int', name: 'since_version', default: 1 })
  sinceVersion: number;

  /** The first day on which no new case is given it. */
  @Column({ type: 'date', name: 'closed_on', nullable: true })
  closedOn: string | null;
}
