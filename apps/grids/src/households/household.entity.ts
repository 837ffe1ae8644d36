import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Households counted in an area, usually a grid. What lies above adds up; nobody is counted twice. */
@Entity({ name: 'household' })
export class HouseholdEntity {
  @PrimaryColumn({ type: 'text', name: 'area_code' })
  areaCode: string;

  @Column({ type: 'int' })
  count: number;
}
