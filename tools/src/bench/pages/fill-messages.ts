import { COUNTY } from './places.js';

/** Two messages an open case: to those who work on it, and to the village. */
export const MESSAGES = [
  `insert into cases.mailbox (message_id, type, recipient, case_number, title, body, created_at)
   select gen_random_uuid()::text, 'taskOpened', jsonb_build_object('kind', 'position', 'roles', to_jsonb(t.roles), 'areaCode', t.area_code)
       || case when t.unit_code is null then '{}' else jsonb_build_object('unitCode', t.unit_code) end, t.case_number, '【性能测试】新任务', '请处理', t.opened_at
   from cases.task t where t.county_code = '${COUNTY}' and t.state in ('open', 'accepted') order by t.opened_at`,
  `insert into cases.mailbox (message_id, type, recipient, case_number, title, body, created_at)
   select gen_random_uuid()::text, 'taskOpened', jsonb_build_object('kind', 'position', 'roles', '["villageSecretary"]'::jsonb, 'areaCode', left(area_code, 12)),
     number, '【性能测试】本村诉求', '请知悉', at from bench_case where is_open order by at`,
];
