import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A text that an office answers with, as it reads now. */
@Entity({ name: 'response_template' })
export class ResponseTemplateEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', name: 'county_code' })
  countyCode: string;

  /** Null: for every unit of the county. */
  @Index('response_template_unit_code')
  @Column({ type: 'text', name: 'unit_code', nullable: true })
  unitCode: string | null;

  /** This category and what lies below it; null for every one. */
  @Index('response_template_category_code')
  @Column({ type: 'text', name: 'category_code', nullable: true })
  categoryCode: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'int', default: 1 })
  version: number;

  @Column({ type: 'text', name: 'changed_by' })
  changedBy: string;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt: Date;

  @Column({ type: 'timestamptz', name: 'retired_at', nullable: true })
  retiredAt: Date | null;
}

/** Each wording that it has had. */
@Entity({ name: 'response_template_version' })
export class ResponseTemplateVersionEntity {
  @PrimaryColumn({ type: 'uuid', name: 'template_id' })
  templateId: string;

  @PrimaryColumn({ type: 'int' })
  version: number;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'text', name: 'changed_by' })
  changedBy: string;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt: Date;
}
