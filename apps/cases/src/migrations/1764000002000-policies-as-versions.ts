import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Policies as whole sets of rules that are drafted, published from a date and then never changed. */
export class PoliciesAsVersions1764000002000 implements MigrationInterface {
  name = 'PoliciesAsVersions1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const days = (amount: string): string => `jsonb_build_object('amount', ${amount}, 'unit', 'calendarDays')`;

/** A shorter limit also shortens what may not be longer: a part, and the extension. */
const OLD_VILLAGE_PATH = `
  jsonb_build_object('resolution', ${days('resolution_limit_days')})
  || case when resolution_limit_days > 5 then '{}' else jsonb_build_object(
    'part', ${days('least(3, resolution_limit_days)')},
    'extension', jsonb_build_object('most', ${days('resolution_limit_days')}, 'automaticUpTo', ${days('1')})) end`;

const UP = [
  // `rules` is what differs from the field's own policy, as running cases carry it; the national row differs in nothing.
  // Version numbers of a county go on from the national ones, so that a number means one policy to its cases.
  `create table policy_version (
     county_code text not null default '',
     version int not null check (version > 0),
     state text not null check (state in ('draft', 'published', 'withdrawn')),
     rules jsonb not null check (jsonb_typeof(rules) = 'object'),
     in_force_from timestamptz,
     drafted_by text,
     drafted_at timestamptz not null default now(),
     published_by text,
     published_at timestamptz,
     note text,
     primary key (county_code, version),
     check ((state = 'published') = (in_force_from is not null)),
     check ((state = 'published') = (published_at is not null))
   )`,
  `create index policy_version_in_force on policy_version (county_code, in_force_from desc) where state = 'published'`,

  `create function policy_version_stands() returns trigger language plpgsql as $$
   begin
     if old.state <> 'draft' then
       raise exception 'policy version % of county % is % and stands as it is', old.version, old.county_code, old.state;
     end if;
     return new;
   end $$`,
  `create trigger policy_version_stands before update on policy_version for each row execute function policy_version_stands()`,
  `revoke delete, truncate on policy_version from yiwang_cases`,

  // The limits a county had set were those of the village path, the only one there was.
  `insert into policy_version (county_code, version, state, rules, in_force_from, drafted_at, published_at)
   select county_code, version, 'published',
     case when response_limit_hours = 24 then '{}'
       else jsonb_build_object('response', jsonb_build_object('amount', response_limit_hours, 'unit', 'hours')) end
     || case when resolution_limit_days = 5 then '{}'
       else jsonb_build_object('paths', jsonb_build_object('villageDirect', ${OLD_VILLAGE_PATH})) end
     || case when rating_window_days = 7 then '{}'
       else jsonb_build_object('rating', jsonb_build_object('windowDays', rating_window_days)) end
     || case when max_rounds = 3 then '{}' else jsonb_build_object('rounds', jsonb_build_object('most', max_rounds)) end,
     in_force_from, in_force_from, in_force_from
   from case_policy`,
  'drop table case_policy',
];

/** Only what the older table could say comes back; a limit that it had no unit for becomes the field's. */
const DOWN = [
  `create table case_policy (
     county_code text not null default '',
     version int not null,
     response_limit_hours int not null check (response_limit_hours > 0),
     resolution_limit_days int not null check (resolution_limit_days > 0),
     rating_window_days int not null check (rating_window_days > 0),
     max_rounds int not null check (max_rounds between 1 and 9),
     in_force_from timestamptz not null,
     primary key (county_code, version)
   )`,
  `insert into case_policy
   select county_code, version,
     case when rules #>> '{response,unit}' = 'hours' then ceil((rules #>> '{response,amount}')::numeric)::int else 24 end,
     case when rules #>> '{paths,villageDirect,resolution,unit}' = 'calendarDays'
       then ceil((rules #>> '{paths,villageDirect,resolution,amount}')::numeric)::int else 5 end,
     coalesce((rules #>> '{rating,windowDays}')::int, 7), coalesce((rules #>> '{rounds,most}')::int, 3), in_force_from
   from policy_version where state = 'published'`,
  'drop table policy_version',
  'drop function policy_version_stands()',
];
