import type { OpenedTask, PositionRole, TaskKind, TaskState, Tier } from '@yiwang/contracts/case-flow';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A piece of work addressed to positions. Its state is the workflow's; who holds it is a row's own affair. */
@Entity({ name: 'task' })
export class TaskEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'case_number' })
  caseNumber: string;

  @Column({ type: 'text', name: 'county_code' })
  countyCode: string;

  @Column({ type: 'text' })
  kind: TaskKind;

  @Column({ type: 'text' })
  state: TaskState;

  @Column({ type: 'text', nullable: true })
  tier: Tier | null;

  @Column({ type: 'text', name: 'workflow_id' })
  workflowId: string;

  @Column({ type: 'text', array: true })
  roles: PositionRole[];

  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;

  /** Only people of this unit. */
  @Column({ type: 'text', name: 'unit_code', nullable: true })
  unitCode: string | null;

  /** Only these persons. */
  @Column({ type: 'text', array: true, nullable: true })
  subjects: string[] | null;

  @Column({ type: 'text', name: 'excluded_subjects', array: true, default: () => "'{}'" })
  excludedSubjects: string[];

  @Column({ type: 'text', name: 'excluded_units', array: true, default: () => "'{}'" })
  excludedUnits: string[];

  /** What is to be done, where the kind alone does not say it. */
  @Column({ type: 'text', nullable: true })
  title: string | null;

  /** The leading task of which this is a part. */
  @Column({ type: 'text', name: 'part_of', nullable: true })
  partOf: string | null;

  @Column({ type: 'text', nullable: true })
  result: string | null;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  data: NonNullable<OpenedTask['data']>;

  @Column({ type: 'int' })
  round: number;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  @Column({ type: 'text', name: 'holder_subject', nullable: true })
  holderSubject: string | null;

  /** Rises with every change; a caller who saw an older one gets a conflict. */
  @Column({ type: 'int', default: 1 })
  version: number;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
