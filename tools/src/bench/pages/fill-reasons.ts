import { COUNTY } from './places.js';

/** Why each open case stands, as the loop of the cases service would find it from its task; of the machine's reasons one in fifty. */
const REASONS = `
insert into cases.case_reason (case_number, county_code, town_code, village_code, area_code, unit_code, kind, is_machine, since, owner, next_step,
  next_by, task_id, attempts)
select c.number, c.county_code, c.town_code, c.village_code, c.area_code, t.unit_code, r.kind, r.kind = 'stepFailing', c.received_at,
  case when t.holder_subject is null then jsonb_build_object('kind', 'post', 'roles', t.roles, 'areaCode', t.area_code)
    else jsonb_build_object('kind', 'person', 'subject', t.holder_subject) end,
  case when r.kind = 'unclaimed' then 'claim' else 'work' end, t.due_at, t.id, case when r.kind = 'stepFailing' then 3 end
from cases.case_file c join cases.task t on t.case_number = c.number and t.state in ('open', 'accepted')
cross join lateral (select case when abs(hashtext(c.number)) % 50 = 0 then 'stepFailing' when c.paused = 'suspended' then 'suspended'
  when c.paused is not null then 'waitingForResident' when t.due_at < now() then 'overdue' when t.holder_subject is null then 'unclaimed' else 'held' end as kind) r
where c.county_code = '${COUNTY}' and c.closed_at is null
on conflict do nothing`;

/** What was filled in has been looked at: the loop goes on from the newest entry, and does not read a million. */
const REACHED = `
update cases.reason_place p set xid = e.xid, seq = e.seq
from (select xid, seq from cases.timeline_entry order by xid desc, seq desc limit 1) e`;

export const REASONS_OF_OPEN = [REASONS, REACHED] as const;
