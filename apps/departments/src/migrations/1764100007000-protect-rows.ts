import { protectRows, type RowRules } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const EVERYBODY = 'true';
const NOBODY = 'false';
const hasRole = (...roles: string[]): string => `(select scope_roles()) && '{${roles.join(',')}}'::text[]`;
/** Posts in the county, or in the city above it. */
const HOME = `county_code like any((select scope_homes())::text[])`;
/** An area that one of the caller's posts is over. */
const over = (area: string): string => `${area} like any((select scope_below_areas())::text[])`;
const OFFICE = `${hasRole('administrator', 'countyCentre')} and ${over('county_code')}`;
const OWN_UNIT = `unit_code = any((select scope_units())::text[])`;
const OVERSEES = `${hasRole('administrator', 'countyCentre', 'supervisor', 'leader')} and ${over('county_code')}`;
const HAS_PART = `${OWN_UNIT} or (${OVERSEES}) or asked_by = (select scope_subject()) or id::text = any((select scope_granted())::text[])`;

/** Of tables that everybody reads, such as units and duty, only writing is closed; the rest is closed to other counties. */
const RULES: Record<string, RowRules> = {
  unit: { sees: EVERYBODY, writes: `${hasRole('administrator')} and ${over('area_code')}` },
  unit_domain: { sees: EVERYBODY, writes: `exists (select from unit u where u.code = unit_code and ${hasRole('administrator')} and ${over('u.area_code')})` },
  category: { sees: EVERYBODY, writes: OFFICE },
  power: { sees: EVERYBODY, writes: OFFICE },
  catalogue_import: { sees: HOME, writes: OFFICE },
  routing_rule: { sees: HOME, writes: OFFICE },
  routing_decision: { sees: HOME, writes: OFFICE },
  response_template: { sees: HOME, writes: `(${OFFICE}) or ${OWN_UNIT}` },
  response_template_version: { sees: `exists (select from response_template t where t.id = template_id)` },
  duty_month: { sees: EVERYBODY, writes: OFFICE },
  duty_shift: { sees: EVERYBODY, writes: HOME },
  duty_swap: { sees: HOME },
  consultation_day: { sees: NOBODY, systems: ['consultations'] },
  consultation: { sees: `(is_open and answered_at is not null) or ${HAS_PART}`, writes: HAS_PART, systems: ['consultations'] },
  consultation_entry: {
    sees: `exists (select from consultation c where c.id = consultation_id)`,
    systems: ['consultations'],
  },
};

const DDL = Object.entries(RULES).map(([table, rules]) => protectRows(table, rules));

/** PostgreSQL decides a second time what a caller may see and write. */
export class ProtectRows1764100007000 implements MigrationInterface {
  name = 'ProtectRows1764100007000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of DDL.flatMap(({ up }) => up)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DDL.flatMap(({ down }) => down)) await runner.query(statement);
  }
}
