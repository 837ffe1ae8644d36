import { FIELD_POLICY } from '@yiwang/domain/policies';
import { policyNumber } from '../policies/policy-value.sql.js';

/** Notices that do not reach whoever is to act on a case; from the second try on. As the index has it. */
export const UNDELIVERED = `recipient->>'kind' in ('position', 'person')
  and (state in ('refused', 'dead') or (state = 'waiting' and attempts > 1)) and case_number is not null`;

/** A worker says that it is there every two seconds. */
const WORKER_SILENT_S = 10;
/** What does not answer: columns, of no table. */
export const AWAY = `(select away_since from machine_part where part = 'engine') as "engineAwaySince",
  (select case when max(seen_at) < now() - make_interval(secs => ${WORKER_SILENT_S}) then max(seen_at) end
    from machine_part where part like 'worker:%') as "workerAwaySince"`;

/**
 * Everything that is known of cases (`$1`: numbers) and bears on why they stand; one row a case, open or not. Instants of
 * people's rules are business time, those of outbox, notices, doubts and the engine the machine's.
 */
export const FACTS = `
select c.number, c.county_code as "countyCode", c.town_code as "townCode", c.village_code as "villageCode", c.area_code as "areaCode",
  c.about_whom as "aboutWhom", c.stage, c.paused, c.merged_into as "mergedInto", c.received_at as "receivedAt",
  c.review_at as "reviewAt", c.tier_due_at as "tierDueAt", c.resolution_due_at as "resolutionDueAt",
  c.resolved_at as "resolvedAt", c.closed_at as "closedAt",
  case when c.stage = 'evaluating' then ${policyNumber('{rating,windowDays}', FIELD_POLICY.rating.windowDays)} end as "ratingDays",
  (select coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'state', t.state, 'roles', t.roles, 'areaCode', t.area_code,
      'unitCode', t.unit_code, 'holder', t.holder_subject, 'openedAt', t.opened_at, 'dueAt', t.due_at)), '[]')
    from task t where t.case_number = c.number and t.state in ('open', 'accepted')) as tasks,
  (select coalesce(json_object_agg(type, at), '{}') from (
    select e.type, max(e.at) as at from timeline_entry e where e.case_number = c.number group by e.type) last) as last,
  (select e.data->>'until' from timeline_entry e
    where c.paused is not null and e.case_number = c.number and e.type in ('paused', 'suspended') order by e.seq desc limit 1) as "pausedUntil",
  (select json_agg(r.at) from case_record r where r.case_number = c.number and r.kind = 'return') as returns,
  (select json_object_agg(clock, due_at) from (
    select m.clock, max(m.due_at) as due_at from case_mark m
    where m.case_number = c.number and m.mark in ('red', 'resolutionOverdue') group by m.clock) marked) as marked,
  exists (select from case_step s where s.case_number = c.number) as "isOpened",
  (select row_to_json(o) from (
    select enqueued_at as since, attempts, last_error as failure, next_attempt_at as "nextTryAt"
    from start_outbox where case_number = c.number) o) as start,
  (select row_to_json(d) from (select noticed_at as since, tries from case_doubt where case_number = c.number) d) as doubt,
  (select row_to_json(n) from (
    select min(n.created_at) as since, max(n.attempts) as attempts, bool_or(n.state <> 'waiting') as "isRefused",
      min(n.next_attempt_at) filter (where n.state = 'waiting') as "nextTryAt",
      (array_agg(d.error order by d.at desc) filter (where d.error is not null))[1] as failure
    from notification n left join notification_delivery d on d.notification_id = n.id
    where n.case_number = c.number and ${UNDELIVERED}
    having count(*) > 0) n) as delivery,
  (select json_agg(e) from (
    select kind, part, since, attempts, failure, next_try_at as "nextTryAt" from engine_trouble where case_number = c.number order by since) e) as troubles
from case_file c where c.number = any($1)`;
