import { planOnce } from '@yiwang/platform/database';

/**
 * Writes a batch of cases with their first timeline entries, and open ones with their outbox rows, in one statement:
 * `$1` is a JSON array.
 * A key that is known already inserts nothing; the caller reads what stands under it. An exact copy of an earlier text
 * in the county, or of an earlier one in the batch, is marked with that case's number.
 */
export const INSERT_CASES = `
with given as (
  select * from jsonb_to_recordset($1::jsonb) as g (
    ordinal int, number text, county_code text, area_code text, kind text, channel text, category_code text, title text,
    text text, further_text jsonb, place_text text, qr_point_code text, received_at timestamptz, reported_at timestamptz,
    policy_version int, response_due_at timestamptz, resolution_due_at timestamptz, starter text, starter_kind text,
    client_id text, source_reference text, idempotency_key text, content_hash text, signature text, copy_in_batch text,
    reporter_subject text, reporter_key uuid, reporter_name_sealed text, reporter_phone_sealed text,
    reporter_reference_sealed text, reporter_name_index text, reporter_phone_index text, on_behalf boolean,
    stage text, first_response_at timestamptz, resolved_at timestamptz, closed_at timestamptz, closed_as text,
    response_overdue boolean, resolution_overdue boolean, case_class text, mode text, first_due_at timestamptz,
    provisional boolean, about_whom jsonb, masked boolean, on_behalf_setting text, reply text, urgency int, lifecycle jsonb)
),
fresh as (
  insert into case_file (number, county_code, area_code, stage, kind, channel, category_code, title, text, place_text,
    qr_point_code, received_at, reported_at, policy_version, response_due_at, resolution_due_at, starter, starter_kind,
    client_id, source_reference, idempotency_key, content_hash, signature, duplicate_of, reporter_subject, reporter_key,
    reporter_name_sealed, reporter_phone_sealed, reporter_reference_sealed, reporter_name_index, reporter_phone_index, on_behalf, first_response_at, resolved_at, closed_at, closed_as,
    response_overdue, resolution_overdue, case_class, mode, first_due_at, provisional, about_whom, masked,
    on_behalf_setting)
  select number, county_code, area_code, stage, kind, channel, category_code, title, text, place_text,
    qr_point_code, received_at, reported_at, policy_version, response_due_at, resolution_due_at, starter, starter_kind,
    client_id, source_reference, idempotency_key, decode(content_hash, 'hex'), decode(signature, 'hex'),
    coalesce(prior.original, copy_in_batch), reporter_subject, reporter_key,
    decode(reporter_name_sealed, 'hex'), decode(reporter_phone_sealed, 'hex'), decode(reporter_reference_sealed, 'hex'),
    decode(reporter_name_index, 'hex'), decode(reporter_phone_index, 'hex'), on_behalf,
    first_response_at, resolved_at, closed_at, closed_as, response_overdue, resolution_overdue, case_class, mode,
    first_due_at, provisional, about_whom, masked, on_behalf_setting
  from given left join lateral (
    select coalesce(c.duplicate_of, c.number) as original from case_file c
    where c.signature = decode(given.signature, 'hex') and c.county_code = given.county_code
    order by c.received_at, c.number limit 1
  ) prior on true
  order by ordinal
  on conflict (starter, idempotency_key) do nothing
  returning number, duplicate_of
),
outbox as (
  insert into start_outbox (case_number, input, urgency)
  select number, lifecycle, urgency from given join fresh using (number) where lifecycle is not null order by ordinal
),
told as (
  insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, text, data)
  select number, county_code, type, case when type in ('answered', 'imported') then closed_at else received_at end,
    case when starter_kind = 'anonymous' or reporter_subject is not null or (masked and not on_behalf and starter_kind = 'person')
      then 'resident' else starter_kind end,
    case when starter_kind = 'anonymous' then null else starter end, entry.text,
    case when type = 'received' then jsonb_build_object('channel', channel, 'areaCode', area_code) else '{}' end
  from given join fresh using (number)
  cross join lateral (
    select 'received' as type, null as text, 0 as n
    union all select 'added', part, n from jsonb_array_elements_text(further_text) with ordinality f(part, n)
    union all select 'answered', reply, 1000 where reply is not null
    union all select 'imported', null, 1001 where reply is not null
  ) entry
  order by ordinal, entry.n
)
select number, duplicate_of as "duplicateOf" from fresh`;

/** The same for a few. A batch is planned each time: it is worth it, and an import finds tables that grow quickly. */
export const INSERT_FEW_CASES = planOnce(`/* few */ ${INSERT_CASES}`);

/**
 * What stands under keys that were given before: `$1` the starter, `$2` the keys. One look at the unique index for each
 * key: with `= any` a sender of many cases is read whole as long as the table's statistics lag behind an import.
 */
export const CASES_BY_KEY = `
select found.number, found.idempotency_key as "idempotencyKey", found.content_hash as "contentHash"
from unnest($2::text[]) given(key) cross join lateral (
  select number, idempotency_key, content_hash from case_file
  where starter = $1 and idempotency_key = given.key limit 1
) found`;
