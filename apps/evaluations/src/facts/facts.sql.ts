/** `$1`: facts as cases tells them. What is held already from a newer telling stays. */
export const KEEP_FACTS = `
with told as (
  select f as facts, split_part(f->>'newest', ':', 1)::bigint as xid, split_part(f->>'newest', ':', 2)::bigint as seq
  from jsonb_array_elements($1::jsonb) f),
kept as (
  insert into case_fact as k (case_number, county_code, area_code, kind, category_code, received_at, closed_as, closed_at, round,
    facts, newest_xid, newest_seq)
  select facts->>'caseNumber', facts->>'countyCode', facts->>'areaCode', facts->>'kind', facts->>'categoryCode',
    (facts->>'receivedAt')::timestamptz, facts->>'closedAs', (facts->>'closedAt')::timestamptz, (facts->>'round')::int,
    facts - '{newest,closedAs,closedAt,stage,round}'::text[], xid, seq from told
  on conflict (case_number) do update set area_code = excluded.area_code, kind = excluded.kind,
    category_code = excluded.category_code, closed_as = excluded.closed_as, closed_at = excluded.closed_at, round = excluded.round,
    facts = excluded.facts, newest_xid = excluded.newest_xid, newest_seq = excluded.newest_seq, heard_at = now()
  where (k.newest_xid, k.newest_seq) <= (excluded.newest_xid, excluded.newest_seq)
  returning case_number, county_code, area_code, round, closed_as, closed_at),
asked as (
  insert into call_back (id, case_number, county_code, area_code, round, level, due_at)
  select gen_random_uuid(), case_number, county_code, area_code, round, 'county', closed_at from kept
  where closed_as in ('rated', 'notRated', 'roundsExhausted')
  on conflict (case_number, round, level) do nothing),
overtaken as (
  update call_back c set state = 'overtaken', version = version + 1 from kept
  where c.case_number = kept.case_number and c.state in ('due', 'later') and (kept.closed_at is null or c.round < kept.round))
select count(*)::int as kept from kept`;

/** `$1` from where, `$2` where to, `$3` until when everything was heard; nothing happens where somebody else went on. */
export const GO_ON = `
update fact_feed set cursor = $2, heard_until = coalesce($3, heard_until) where id = 1 and cursor = $1 returning id`;
