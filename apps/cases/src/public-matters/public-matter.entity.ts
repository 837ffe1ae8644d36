import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a case can be seen by neighbours, and under which title. */
@Entity({ name: 'public_matter' })
export class PublicMatterEntity {
  @PrimaryColumn({ type: 'text', name: 'case_number' })
  caseNumber: string;

  /** By which the public knows it: the case's number is its reporter's. */
  @Column({ type: 'uuid' })
  id: string;

  @Column({ type: 'text', name: 'county_code' })
  countyCode: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'timestamptz', name: 'published_at' })
  publishedAt: Date;

  @Column({ type: 'text', name: 'published_by' })
  publishedBy: string;

  @Column({ type: 'timestamptz', name: 'taken_back_at', nullable: true })
  takenBackAt: Date | null;

  /** How many said that it is theirs too; counted by PostgreSQL. */
  @Column({ type: 'int', name: 'same_here', default: 0, insert: false, update: false })
  sameHere: number;
}
