import type { Ddl } from '@yiwang/platform/audit';

/** A code with all above it, as somebody in a wider area finds what lies below theirs. */
const PREFIXES = (area: string): string => `(select distinct left(${area}, part) from unnest(array[4, 6, 9, 12, 15]) part) p (prefix)`;

/** Under which keys one message is found; `scope_addresses` has the same for a reader. */
const KEYS = `
  create function mailbox_keys(recipient jsonb, number text) returns setof text language sql stable
    security definer set search_path = cases, pg_temp as $$
    select 'person:' || (recipient->>'subject') where recipient->>'kind' = 'person'
    union all
    select 'starter:' || c.starter from case_file c
      where recipient->>'kind' = 'reporter' and c.number = mailbox_keys.number and not c.on_behalf
    union all
    select role || '@' || prefix || coalesce('#' || (recipient->>'unitCode'), '')
      from jsonb_array_elements_text(recipient->'roles') role, ${PREFIXES(`recipient->>'areaCode'`)}
      where recipient->>'kind' not in ('person', 'reporter') and recipient ? 'roles' and recipient ? 'areaCode'
    union all
    select 'gridMember=' || (recipient->>'areaCode') || coalesce('#' || (recipient->>'unitCode'), '')
      where recipient->>'kind' not in ('person', 'reporter') and recipient->'roles' ? 'gridMember' and recipient ? 'areaCode'
  $$`;

/** Somebody in a grid is also told what is for all that the grid lies in. */
const ADDRESSES = `
  create function scope_addresses() returns text[] language sql stable parallel safe
    return array(
      select kind || scope_subject() from unnest(array['person:', 'starter:']) kind where scope_subject() is not null
      union
      select place || suffix from jsonb_to_recordset(scope_positions()) as p (role text, area text, unit text)
      cross join lateral (
        select p.role || '@' || p.area
        union all
        select 'gridMember=' || left(p.area, part) from unnest(array[4, 6, 9, 12, 15]) part where p.role = 'gridMember'
      ) places (place)
      cross join lateral (select '' union all select '#' || p.unit where p.unit is not null) units (suffix))`;

/**
 * Where each message is addressed to, as single keys, so that the newest for a reader are the last few of an index. What
 * finds a message still looks at the whole of its recipient.
 */
export const MAILBOX_ADDRESSES: Ddl = {
  up: [
    KEYS,
    ADDRESSES,
    `create table mailbox_address (
       key text not null,
       message_id bigint not null,
       primary key (key, message_id)
     )`,
    `revoke insert, update, delete, truncate on mailbox_address from yiwang_cases`,
    `insert into mailbox_address select distinct key, m.id from mailbox m cross join mailbox_keys(m.recipient, m.case_number) key`,
    `create function keep_addresses() returns trigger
       language plpgsql security definer set search_path = cases, pg_temp as $$
     begin
       insert into mailbox_address select distinct key, new.id from mailbox_keys(new.recipient, new.case_number) key;
       return null;
     end $$`,
    `create trigger addresses after insert on mailbox for each row execute function keep_addresses()`,
  ],
  down: [
    'drop trigger addresses on mailbox',
    'drop function keep_addresses()',
    'drop table mailbox_address',
    'drop function scope_addresses(), mailbox_keys(jsonb, text)',
  ],
};
