import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the fields of government that matters and powers are sorted by. */
@Entity({ name: 'domain' })
export class DomainEntity {
  @PrimaryColumn({ type: 'text' })
  code: string;

  /** Its place in lists, and the first two digits of our own category codes. */
  @Column({ type: 'smallint', unique: true })
  number: number;

  @Column({ type: 'text' })
  zh: string;

  @Column({ type: 'text' })
  en: string;
}
