import type { MigrationInterface, QueryRunner } from 'typeorm';

const concernedWhere = (condition: string): string => `
create or replace function is_concerned(about jsonb, subject text, positions jsonb) returns boolean
  language sql immutable parallel safe return
  about is not null and (
    coalesce(about->>'subject' = subject, false)
    or exists (select from jsonb_array_elements(positions) p where ${condition}))`;

const IN_AREA = `p->>'area' = about->>'areaCode'
  and case when about ? 'role' then p->>'role' = about->>'role' else not about ?| array['unitCode', 'subject'] end`;

/**
 * A complaint about a role in a unit concerns that role there, not everybody of the unit nor the role in other units; the
 * same as isConcerned of the domain.
 */
export class ConcernedByRole1764340000000 implements MigrationInterface {
  name = 'ConcernedByRole1764340000000';

  async up(runner: QueryRunner): Promise<void> {
    const inUnit = `p->>'unit' = about->>'unitCode' and (not about ? 'role' or p->>'role' = about->>'role')`;
    await runner.query(concernedWhere(`case when about ? 'unitCode' and p->>'unit' is not null then ${inUnit} else ${IN_AREA} end`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(concernedWhere(`p->>'unit' = about->>'unitCode' or (${IN_AREA})`));
  }
}
