import { protectRows, SCOPE_FUNCTIONS, type RowRules } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADMINISTERED = {
  up: [
    `create function scope_administered() returns text[] language sql stable parallel safe
       return array(select p.area || '%' from jsonb_to_recordset(scope_positions()) as p (role text, area text)
         where p.role = 'administrator')`,
  ],
  down: ['drop function scope_administered()'],
};

const administers = (column: string): string => `${column} like any((select scope_administered())::text[])`;
/** At home in it or above it. */
const covers = (column: string): string => `${column} like any((select scope_below_areas())::text[])`;
const reads = (column: string): string => `${column} like any((select scope_below_reading())::text[])`;
const OWN = `subject = (select scope_subject())`;
const OWN_UPLOAD = `uploaded_by = (select scope_subject())`;
/** Somebody with a duty in a grid patrols it, wherever their post is. */
const HAS_DUTY = `exists (select from duty d where d.grid_code = patrol_round.grid_code and d.${OWN})`;
const SEES_ROUND = `${reads('grid_code')} or ${OWN} or ${HAS_DUTY}`;

/**
 * Which areas there are, where they lie and how many live there is for everybody to know; who patrols, what was found and
 * which doors there are is for those who read the area. A lock on a row asks for the right to change it, so whoever is at
 * home in an area may lock it and only its administrator leave it changed. Systems: `patrols` (the worker's activities and
 * loops), `county` (the command that puts whole counties in), `files` (whoever holds a signed link), `locating`.
 */
const RULES: Record<string, RowRules> = {
  area: {
    sees: 'true',
    writes: administers('code'),
    changes: covers('code'),
    leaves: administers('code'),
    systems: ['county'],
  },
  succession: { sees: 'true', writes: 'false', adds: administers('old_code') },
  boundary: { sees: 'true', writes: administers('area_code'), systems: ['county'] },
  qr_point: { sees: 'true', writes: covers('area_code') },
  household: { sees: reads('grid_code'), writes: covers('grid_code'), systems: ['county'], readers: ['locating'] },
  household_count: { sees: 'true', writes: 'false' },
  duty: { sees: `${reads('grid_code')} or ${OWN}`, writes: covers('grid_code') },
  patrol_setting: {
    sees: `county_code like any((select scope_homes())::text[])`,
    writes: covers('county_code'),
    systems: ['patrols'],
  },
  patrol_day: { sees: 'false', systems: ['patrols'] },
  patrol_round: { sees: SEES_ROUND, writes: 'false', changes: SEES_ROUND, systems: ['patrols'] },
  patrol_finding: {
    sees: `${reads('grid_code')} or ${OWN}`,
    writes: 'false',
    adds: OWN,
    changes: `${reads('grid_code')} or ${OWN}`,
  },
  attachment: {
    sees: `${OWN_UPLOAD} or ${reads(`split_part(case_number, '/', 2)`)}`,
    adds: `${OWN_UPLOAD} and case_number is null`,
    changes: OWN_UPLOAD,
    removes: 'false',
    systems: ['files', 'patrols'],
  },
  notification: { sees: 'false', systems: ['patrols', 'sender'] },
  notification_delivery: { sees: 'false', systems: ['sender'] },
  mailbox: { sees: reads(`(recipient->>'areaCode')`), writes: 'false', systems: ['sender'] },
  // Everything is noted, whoever does it; the linker alone reads it.
  audit_entry: { sees: 'false', adds: 'true', systems: ['audit'] },
  audit_block: { sees: 'false', systems: ['audit'] },
};

const STEPS = [
  SCOPE_FUNCTIONS,
  ADMINISTERED,
  ...Object.entries(RULES).map(([table, rules]) => protectRows(table, rules)),
];

/** PostgreSQL decides a second time who sees and writes which rows (decision 30). */
export class RowsByScope1764300004000 implements MigrationInterface {
  name = 'RowsByScope1764300004000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { up } of STEPS) for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { down } of STEPS.toReversed()) for (const statement of down) await runner.query(statement);
  }
}
