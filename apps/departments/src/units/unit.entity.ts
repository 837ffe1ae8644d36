import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { UnitKind } from './unit.kinds.js';

/** An office that answers for something in one area. */
@Entity({ name: 'unit' })
export class UnitEntity {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  kind: UnitKind;

  @Index('unit_area_code')
  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;

  @Index('unit_parent_code')
  @Column({ type: 'text', name: 'parent_code', nullable: true })
  parentCode: string | null;

  /** The first day on which it takes no new task. */
  @Column({ type: 'date', name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column({ type: 'text', name: 'closed_reason', nullable: true })
  closedReason: string | null;

  @Column({ type: 'int', default: 1 })
  version: number;
}

/** Which domains a unit answers for. */
@Entity({ name: 'unit_domain' })
export class UnitDomainEntity {
  @PrimaryColumn({ type: 'text', name: 'unit_code' })
  unitCode: string;

  @Index('unit_domain_domain_code')
  @PrimaryColumn({ type: 'text', name: 'domain_code' })
  domainCode: string;
}
