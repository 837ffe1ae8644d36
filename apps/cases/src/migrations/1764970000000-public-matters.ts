import { protectRows } from '@yiwang/platform/row-scope';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEES_CASE = 'case_is_seen(case_number, (select scope_parts()))';
const MATTERS = protectRows('public_matter', { sees: SEES_CASE, removes: 'false' });
// Read by nobody. Whoever has no account says so by the function below; whoever publishes puts the reporter's own marks.
const MARKS = protectRows('same_here', { sees: 'false', adds: SEES_CASE });

const UP = [
  `create table public_matter (
     case_number text primary key,
     id uuid not null unique,
     county_code text not null,
     title text not null check (length(title) <= 200),
     published_at timestamptz not null,
     published_by text not null,
     taken_back_at timestamptz,
     same_here int not null default 0 check (same_here >= 0)
   )`,
  ...MATTERS.up,
  // Who said so is not kept: a mark that means something for this one matter only.
  `create table same_here (
     case_number text not null,
     mark bytea not null,
     at timestamptz not null,
     primary key (case_number, mark)
   )`,
  ...MARKS.up,
  // All that anybody may read of a case that is public and under way; its owner reads for them.
  `create view public_matter_shown with (security_barrier) as
     select p.id, p.case_number, p.county_code, c.town_code, c.village_code, c.area_code, p.title, c.category_code, c.stage, c.received_at, p.same_here
     from public_matter p join case_file c on c.number = p.case_number
     where p.taken_back_at is null and c.closed_at is null and c.merged_into is null and c.about_whom is null`,
  `revoke insert, update, delete on public_matter_shown from yiwang_cases`,
  // Counts a person once by any of their marks. Null where there is no such matter, else whether it counted.
  `create function say_the_same(matter uuid, marks bytea[], said_at timestamptz) returns boolean
     language plpgsql security definer set search_path = cases, pg_temp as $$
   declare
     of_case text;
     added int;
   begin
     select case_number into of_case from public_matter_shown where id = matter;
     if not found then return null; end if;
     insert into same_here (case_number, mark, at) select distinct of_case, m, said_at from unnest(marks) m on conflict do nothing;
     get diagnostics added = row_count;
     if added < (select count(distinct m) from unnest(marks) m) then return false; end if;
     update public_matter set same_here = same_here + 1 where case_number = of_case;
     return true;
   end $$`,
];

const DOWN = [
  'drop function say_the_same(uuid, bytea[], timestamptz)',
  'drop view public_matter_shown',
  ...MARKS.down,
  'drop table same_here',
  ...MATTERS.down,
  'drop table public_matter',
];

/** Common matters that neighbours can see, and how many say that it is theirs too (我也是). */
export class PublicMatters1764970000000 implements MigrationInterface {
  name = 'PublicMatters1764970000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
