import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const POWER_LEVELS = ['city', 'county', 'town'] as const;
export type PowerLevel = (typeof POWER_LEVELS)[number];

/** Something that the law lets a unit do: who has the power is who is responsible. */
@Entity({ name: 'power' })
export class PowerEntity {
  /** Counties draw up their own lists, each with codes of its own. */
  @Index('power_county_code')
  @PrimaryColumn({ type: 'text', name: 'county_code' })
  countyCode: string;

  @PrimaryColumn({ type: 'text' })
  code: string;

  @Index('power_domain_code')
  @Column({ type: 'text', name: 'domain_code' })
  domainCode: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', name: 'legal_ground' })
  legalGround: string;

  @Column({ type: 'text' })
  level: PowerLevel;

  /** The unit that leads where this power is needed; open while the county has not said. */
  @Index('power_lead_unit_code')
  @Column({ type: 'text', name: 'lead_unit_code', nullable: true })
  leadUnitCode: string | null;

  @Column({ type: 'int', name: 'since_version', default: 1 })
  sinceVersion: number;

  /** The first day on which it is not in the county's list any more. */
  @Column({ type: 'date', name: 'closed_on', nullable: true })
  closedOn: string | null;
}
