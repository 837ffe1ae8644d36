import type { Ddl } from '@yiwang/platform/audit';

const DEFINER = 'stable security definer set search_path = cases, pg_temp';

/**
 * The index of words holds those of every case, so only the owner reads it, by these functions. They answer numbers and
 * yes or no; whoever asks looks at the cases themselves, under the rules of their rows, before anything is shown.
 */
export const FIND_TEXTS: Ddl = {
  up: [
    // A word in a LIKE pattern stands for itself.
    `create function search_pattern(word text) returns text language sql immutable strict parallel safe
       return '%' || replace(replace(replace(search_form(word), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`,
    `create function is_figures(word text) returns boolean language sql immutable strict parallel safe
       return word ~ '^[0-9-]{4,}$'`,

    // Whether all of the words stand in a case, in any order.
    `create function case_has_words(wanted text, words text[]) returns boolean language sql ${DEFINER} cost 500
       return exists (select from case_text x where x.case_number = wanted and not exists (
         select from unnest(words) word where not (x.form like search_pattern(word)
           or (is_figures(word) and x.case_number like search_pattern(word)))))`,

    // The newest cases of one place that have all of the words, from a case on backwards. Planned anew each time, because a
    // word that stands everywhere is found by going back in time, and a rare one by the index of words.
    `create function find_by_words(words text[], place text, code text, before_at timestamptz, before_number text, most int)
       returns table (number text, received_at timestamptz) language plpgsql ${DEFINER} rows 200 as $$
     declare
       has_words text;
       came text[] := case place when 'unit' then '{u.received_at,u.case_number}' else '{c.received_at,c.number}' end;
     begin
       if place <> all('{county_code,town_code,village_code,area_code,starter,reporter_subject,unit}') then
         raise exception 'no place of a case: %', place;
       end if;
       select string_agg(format('(search_terms(x.form, x.case_number) @> %L::text[] and x.form like %L%s)',
           search_pairs(search_form(word)), search_pattern(word),
           case when is_figures(word) then format(' or search_terms(x.form, x.case_number) @> %L::text[] and x.case_number like %L',
             search_figures(word), search_pattern(word)) end), ' and ')
         into has_words from unnest(words) word;
       return query execute format('select c.number, c.received_at from %s join case_text x on x.case_number = c.number
         where %s = $1 and %s %s order by %s desc, %s desc limit $4',
         case place when 'unit' then 'case_unit u join case_file c on c.number = u.case_number' else 'case_file c' end,
         case place when 'unit' then 'u.unit_code' else 'c.' || quote_ident(place) end,
         has_words,
         case when before_at is not null then format('and (%s, %s) < ($2, $3)', came[1], came[2]) end,
         came[1], came[2])
         using code, before_at, before_number, most;
     end $$`,
  ],
  down: ['drop function find_by_words(text[], text, text, timestamptz, text, int), case_has_words(text, text[]), is_figures(text), search_pattern(text)'],
};
