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
  @Column({ type: 'text', name: 'domain_code' })
  domainCode: string;

  @Column({ type: 'smallint' })
  level: number;

  @Column({ type: 'text' })
  zh: string;

  @Column({ type: 'text' })
  en: string;
}
