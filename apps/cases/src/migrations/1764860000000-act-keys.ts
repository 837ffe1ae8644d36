import { protectRows } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

// Whoever has no account is the case's resident, by its pickup code.
const IS_ACTOR = `actor = coalesce((select scope_subject()), 'public')`;
const KEYS = protectRows('act_key', {
  sees: IS_ACTOR,
  adds: `${IS_ACTOR} and case_is_seen(case_number, (select scope_parts()))`,
  changes: 'false',
  removes: 'false',
  systems: ['housekeeping'],
});

const UP = [
  `create table act_key (
     case_number text not null,
     actor text not null,
     operation text not null,
     key text not null,
     mark text not null,
     at timestamptz not null default now(),
     primary key (case_number, actor, operation, key)
   )`,
  `create index act_key_old on act_key (at)`,
  ...KEYS.up,
];

/** Keys under which something was written on a case that no workflow is told of, so that a repeat writes nothing. */
export class ActKeys1764860000000 implements MigrationInterface {
  name = 'ActKeys1764860000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...KEYS.down, 'drop table act_key']) await runner.query(statement);
  }
}
