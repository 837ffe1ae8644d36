/**
 * Messages for somebody, newest first: `$1` subject; `$2`, `$3` and `$6` their positions' roles, areas and units, side by
 * side; `$4` before which message; `$5` how many; `$7` the positions as `is_concerned` takes them, for whom a case is about hears nothing of it. An administrator sees all of their area. The reporter's are seen by whoever
 * started the case too: a system that passes requests on passes the answers on as well.
 */
export const MAILBOX = `
select m.id::text as id, m.type, m.title, m.body, m.created_at as "sentAt", m.recipient->>'kind' as "recipientKind",
  coalesce((select array_agg(role) from jsonb_array_elements_text(m.recipient->'roles') role), '{}') as roles,
  m.recipient->>'areaCode' as "areaCode", m.case_number as "caseNumber"
from mailbox m left join case_file c on c.number = m.case_number
where ($4::bigint is null or m.id < $4)
  and (c.about_whom is null or not is_concerned(c.about_whom, $1, $7::jsonb))
  and (case m.recipient->>'kind'
    when 'reporter' then (c.starter = $1 and not c.on_behalf) or c.reporter_subject = $1
    when 'person' then m.recipient->>'subject' = $1
    else exists (
      select from unnest($2::text[], $3::text[], $6::text[]) p(role, area, unit)
      where m.recipient->'roles' ? p.role
        and (not m.recipient ? 'unitCode' or m.recipient->>'unitCode' = p.unit)
        and (not m.recipient ? 'subjects' or m.recipient->'subjects' ? $1)
        and (m.recipient->>'areaCode' like p.area || '%'
          or (p.role = 'gridMember' and p.area like (m.recipient->>'areaCode') || '%')))
    end
  or exists (
    select from unnest($2::text[], $3::text[]) p(role, area)
    where p.role = 'administrator' and c.area_code like p.area || '%'))
order by m.id desc
limit $5`;
