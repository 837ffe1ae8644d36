import type { Ddl } from '@yiwang/platform/audit';

const PURE = 'immutable strict parallel safe';
const SAID = (row: string): string => `concat_ws(E'\\n', ${row}.title, ${row}.text, ${row}.place_text)`;

/**
 * What was said in a case, once more as it is searched: without the difference of capitals and of full and half width.
 * Beside `case_file`, because a case's row is written anew with each of its steps, and its words would be indexed anew
 * with it. Nothing of who reported it is in here.
 */
export const CASE_TEXTS: Ddl = {
  up: [
    `create function search_form(said text) returns text language sql ${PURE} return lower(normalize(said, nfkc))`,
    // Two neighbouring characters are the smallest word of Chinese; trigrams would find nothing under three.
    `create function search_pairs(form text) returns text[] language sql ${PURE}
       return array(select distinct a || b
         from unnest(string_to_array(form, null), (string_to_array(form, null))[2:]) pair (a, b)
         where ascii(a) > 32 and ascii(b) > 32)`,
    // All numbers of a county begin alike: four figures in a row, marked as a number's, tell them apart.
    `create function search_figures(number text) returns text[] language sql ${PURE}
       return array(select distinct '#' || substr(number, i, 4) from generate_series(1, length(number) - 3) i)`,
    `create function search_terms(form text, number text) returns text[] language sql ${PURE}
       return search_pairs(form) || search_figures(number)`,
    `create table case_text (
       case_number text primary key references case_file (number) on delete cascade,
       form text not null
     )`,
    `revoke insert, update, delete, truncate on case_text from yiwang_cases`,
    `insert into case_text select c.number, search_form(${SAID('c')}) from case_file c`,
    `create index case_text_terms on case_text using gin (search_terms(form, case_number))`,
    `create function keep_text() returns trigger
       language plpgsql security definer set search_path = cases, pg_temp as $$
     begin
       insert into case_text values (new.number, search_form(${SAID('new')}))
         on conflict (case_number) do update set form = excluded.form;
       return null;
     end $$`,
    `create trigger text_of_case after insert or update of title, text, place_text on case_file
       for each row execute function keep_text()`,
  ],
  down: [
    'drop trigger text_of_case on case_file',
    'drop function keep_text()',
    'drop table case_text',
    'drop function search_terms(text, text), search_figures(text), search_pairs(text), search_form(text)',
  ],
};
