import { protectRows, SCOPE_FUNCTIONS } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts of cases, what is counted of them, the policy it is weighed by, and who answers for it. */
export class CreateFigures1764130000000 implements MigrationInterface {
  name = 'CreateFigures1764130000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...SCOPE_FUNCTIONS.up, ...UP, ...PROTECTED.flatMap(({ up }) => up)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...PROTECTED].reverse().flatMap(({ down }) => down)) await runner.query(statement);
    await runner.query(
      `drop table rating_link, call_back_attempt, call_back, call_back_sample, accountability_event, accountability,
         counted_case, figure, figure_count, assessment_policy, fact_feed, case_fact`,
    );
    for (const statement of SCOPE_FUNCTIONS.down) await runner.query(statement);
  }
}

const oneOf = (...values: string[]): string => `in (${values.map((value) => `'${value}'`).join(', ')})`;
const COUNTY = `county_code text not null check (county_code ~ '^\\d{6}$')`;
const SCOPE_KIND = oneOf('county', 'town', 'village', 'unit');
const ROLE = 'yiwang_evaluations';

const UP = [
  // One row a case, as cases last told it; `newest` tells older tellings from newer ones.
  `create table case_fact (
     case_number text primary key,
     ${COUNTY},
     area_code text not null,
     kind text not null,
     category_code text,
     received_at timestamptz not null,
     closed_as text,
     closed_at timestamptz,
     round int not null,
     facts jsonb not null,
     newest_xid bigint not null,
     newest_seq bigint not null,
     heard_at timestamptz not null default now()
   )`,
  `create index case_fact_received on case_fact (county_code, received_at, case_number) include (kind, category_code)`,
  `create index case_fact_closed on case_fact (county_code, closed_at, case_number) where closed_at is not null`,

  // Where the feed goes on, and until when (business time) everything was heard.
  `create table fact_feed (
     id int primary key check (id = 1),
     cursor text not null,
     heard_until timestamptz
   )`,
  `insert into fact_feed values (1, '0:0', null)`,

  // Rows only come; a county's version numbers go on from the national ones.
  `create table assessment_policy (
     county_code text not null default '' check (county_code ~ '^(\\d{6})?$'),
     version int not null check (version > 0),
     weights jsonb not null,
     thresholds jsonb not null,
     limits jsonb not null,
     in_force_from timestamptz not null,
     published_by text,
     published_at timestamptz not null default now(),
     note text not null default '',
     primary key (county_code, version)
   )`,
  `insert into assessment_policy (version, weights, thresholds, limits, in_force_from) values (1,
     '{"response": 30, "resolution": 35, "satisfaction": 35}',
     '{"resolutionOnTime": 90, "satisfied": 85, "leastCases": 1, "talkAfterMonths": 2}',
     '{"judgeAfterDays": 10, "rectificationDays": 5, "acceptanceDays": 3}', '2000-01-01T00:00:00Z')`,
  `revoke update, delete, truncate on assessment_policy from ${ROLE}`,

  // One counting of a county's month, as of an instant; whoever counts again makes another version.
  `create table figure_count (
     id uuid primary key,
     ${COUNTY},
     month text not null check (month ~ '^\\d{4}-\\d\\d$'),
     as_of timestamptz not null,
     version int not null check (version > 0),
     rules int not null,
     policy_version int not null,
     cause text not null check (cause ${oneOf('requested', 'monthly')}),
     state text not null check (state ${oneOf('counting', 'done')}),
     cases int not null default 0,
     heard_until timestamptz,
     counted_by text,
     counted_at timestamptz not null default now(),
     unique (county_code, month, version)
   )`,
  `create unique index figure_count_monthly on figure_count (county_code, month) where cause = 'monthly'`,
  `create table figure (
     count_id uuid not null references figure_count (id) on delete cascade,
     county_code text not null,
     scope_kind text not null check (scope_kind ${SCOPE_KIND}),
     scope_code text not null,
     measure text not null,
     numerator int not null check (numerator >= 0),
     denominator int not null check (denominator >= numerator),
     exclusions jsonb not null,
     cases int not null,
     primary key (count_id, scope_kind, scope_code, measure)
   )`,
  // A row for everybody for whom a case counts; a letter for each figure.
  `create table counted_case (
     count_id uuid not null references figure_count (id) on delete cascade,
     scope text not null,
     case_number text not null,
     area_code text not null,
     unit_code text,
     verdicts text not null,
     primary key (count_id, scope, case_number)
   )`,

  `create table accountability (
     id uuid primary key,
     ${COUNTY},
     month text not null,
     scope_kind text not null check (scope_kind ${SCOPE_KIND}),
     scope_code text not null,
     kind text not null check (kind ${oneOf('circular', 'talk')}),
     count_id uuid not null references figure_count (id),
     shortfalls jsonb not null,
     months_running int not null,
     input jsonb not null,
     state text not null default 'opening' check (state ${oneOf('opening', 'rectifying', 'submitted', 'accepted')}),
     attempts int not null default 0,
     due_at timestamptz,
     provisional boolean not null default false,
     overdue boolean not null default false,
     opened_at timestamptz not null,
     next_start_at timestamptz not null default now(),
     unique (county_code, month, scope_kind, scope_code)
   )`,
  `create index accountability_open on accountability (next_start_at) where state = 'opening'`,
  `create index accountability_list on accountability (county_code, month desc, id)`,
  `create table accountability_event (
     accountability_id uuid not null references accountability (id),
     step_id text not null,
     seq bigint generated always as identity,
     type text not null,
     at timestamptz not null,
     actor_kind text not null,
     actor_subject text,
     actor_role text,
     text text not null default '',
     due_at timestamptz,
     primary key (accountability_id, step_id)
   )`,
  `revoke update, delete, truncate on accountability_event from ${ROLE}`,

  `create table call_back_sample (
     id uuid primary key,
     ${COUNTY},
     seed text not null,
     size int not null check (size > 0),
     closed_from timestamptz not null,
     closed_until timestamptz not null,
     population int not null,
     drawn_by text,
     drawn_at timestamptz not null
   )`,
  `create index call_back_sample_list on call_back_sample (county_code, drawn_at desc, id)`,
  `create table call_back (
     id uuid primary key,
     case_number text not null,
     ${COUNTY},
     area_code text not null,
     round int not null,
     level text not null check (level ${oneOf('county', 'city')}),
     sample_id uuid references call_back_sample (id),
     state text not null default 'due' check (state ${oneOf('due', 'later', 'done', 'unreachable', 'overtaken')}),
     due_at timestamptz not null,
     attempts int not null default 0,
     solved boolean,
     rating text check (rating ${oneOf('satisfied', 'mostlySatisfied', 'dissatisfied')}),
     opened_round boolean not null default false,
     closed_at timestamptz,
     version int not null default 1,
     unique (case_number, round, level)
   )`,
  `create index call_back_due on call_back (county_code, level, due_at, id) where state in ('due', 'later')`,
  `create index call_back_ended on call_back (county_code, level, due_at, id)`,
  `create table call_back_attempt (
     call_back_id uuid not null references call_back (id),
     attempt int not null,
     at timestamptz not null,
     by_subject text,
     reached boolean not null,
     comment text not null default '' check (length(comment) <= 1000),
     primary key (call_back_id, attempt)
   )`,

  // Only the hash of a link's token is kept.
  `create table rating_link (
     token_hash bytea primary key,
     case_number text not null,
     ${COUNTY},
     round int not null,
     expires_at timestamptz not null,
     used_at timestamptz,
     rating_id uuid references rating (id),
     issued_by text,
     issued_at timestamptz not null
   )`,
  `create index rating_link_case on rating_link (case_number)`,
];

const HOME = `county_code like any((select scope_homes())::text[])`;
const never = 'false';
/** A county's figures are read by whoever works in it; cases behind them only by whoever reads those. */
const READS_CASE = `(area_code like any((select scope_below_reading())::text[])
  or unit_code = any((select scope_units())::text[]))`;

const PROTECTED = [
  protectRows('case_fact', { sees: `area_code like any((select scope_below_reading())::text[])`, writes: never, systems: ['facts', 'figures'] }),
  protectRows('assessment_policy', { sees: `county_code = '' or ${HOME}`, writes: HOME, systems: ['figures', 'accountability'] }),
  protectRows('figure_count', { sees: HOME, writes: never, systems: ['figures', 'accountability'] }),
  protectRows('figure', { sees: HOME, writes: never, systems: ['figures', 'accountability'] }),
  protectRows('counted_case', { sees: READS_CASE, writes: never, systems: ['figures'] }),
  protectRows('accountability', { sees: HOME, writes: never, systems: ['accountability', 'figures'] }),
  protectRows('accountability_event', {
    sees: `exists (select from accountability a where a.id = accountability_id)`,
    writes: never,
    systems: ['accountability'],
  }),
  protectRows('call_back', { sees: `area_code like any((select scope_below_reading())::text[])`, systems: ['facts', 'callBacks'] }),
  protectRows('call_back_attempt', { sees: `exists (select from call_back c where c.id = call_back_id)` }),
  protectRows('call_back_sample', { sees: HOME }),
  protectRows('rating_link', { sees: never, writes: never, systems: ['ratings'] }),
  protectRows('rating', { sees: never, writes: never, systems: ['ratings'] }),
];
