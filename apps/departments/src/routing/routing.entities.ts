import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export const DECISION_KINDS = ['arbitration', 'dispatch', 'correction'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Who answers for a category in an area, and for a power where one is named, from when until when. */
@Entity({ name: 'routing_rule' })
export class RoutingRuleEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', name: 'county_code' })
  countyCode: string;

  /** This category and what lies below it; null for every one. */
  @Index('routing_rule_category_code')
  @Column({ type: 'text', name: 'category_code', nullable: true })
  categoryCode: string | null;

  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;

  @Column({ type: 'text', name: 'power_code', nullable: true })
  powerCode: string | null;

  @Index('routing_rule_unit_code')
  @Column({ type: 'text', name: 'unit_code' })
  unitCode: string;

  @Column({ type: 'date', name: 'valid_from' })
  validFrom: string;

  /** The first day on which it is not in force any more. */
  @Column({ type: 'date', name: 'valid_until', nullable: true })
  validUntil: string | null;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text', name: 'made_by' })
  madeBy: string;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;

  @Column({ type: 'text', name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', name: 'ended_reason', nullable: true })
  endedReason: string | null;
}

/** Who was decided to answer in one case. */
@Entity({ name: 'routing_decision' })
export class RoutingDecisionEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', name: 'idempotency_key', unique: true })
  idempotencyKey: string;

  @Column({ type: 'text', name: 'county_code' })
  countyCode: string;

  @Column({ type: 'text', name: 'category_code', nullable: true })
  categoryCode: string | null;

  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;

  @Column({ type: 'text' })
  kind: DecisionKind;

  @Column({ type: 'text', name: 'case_number', nullable: true })
  caseNumber: string | null;

  @Index('routing_decision_from_unit_code')
  @Column({ type: 'text', name: 'from_unit_code', nullable: true })
  fromUnitCode: string | null;

  @Index('routing_decision_unit_code')
  @Column({ type: 'text', name: 'unit_code' })
  unitCode: string;

  @Column({ type: 'text', name: 'power_code', nullable: true })
  powerCode: string | null;

  @Column({ type: 'text', name: 'legal_ground', nullable: true })
  legalGround: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'text', name: 'decided_by' })
  decidedBy: string;

  @Column({ type: 'timestamptz', name: 'decided_at' })
  decidedAt: Date;
}
