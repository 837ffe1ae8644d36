const IS_THEIRS = `
   (c.about_whom is null or not is_concerned(c.about_whom, $1, $7::jsonb))
  and (case m.recipient->>'kind'
    when 'reporter' then (c.starter = $1 and not c.on_behalf) or c.reporter_subject = $1
    when 'person' then m.recipient->>'subject' = $1
    else exists (
      select from unnest($2::text[], $3::text[], $6::text[]) p(role, area, unit)
      where m.recipient->'roles' ? p.role
        and (not m.recipient ? 'unitCode' or m.recipient->>'unitCode' = p.unit)
        and (not m.recipient ? 'subjects' or m.recipient->'subjects' ? $1)
        and m.recipient->>'exceptSubject' is distinct from $1
        and (m.recipient->>'areaCode' like p.area || '%'
          or (p.role = 'gridMember' and p.area like (m.recipient->>'areaCode') || '%')))
    end
  or exists (
    select from unnest($2::text[], $3::text[]) p(role, area)
    where p.role = 'administrator' and c.area_code like p.area || '%'))`;

const NEWEST_OF = (from: string, id: string): string => `
  (select m.id from ${from} and ($4::bigint is null or ${id} < $4) and ${IS_THEIRS} order by ${id} desc limit $5)`;

const ADDRESSED = `unnest(scope_addresses()) reader(key) cross join lateral ${NEWEST_OF(
  `mailbox_address a join mailbox m on m.id = a.message_id left join case_file c on c.number = m.case_number where a.key = reader.key`,
  'a.message_id',
)} m`;
const REPORTED = NEWEST_OF('case_file c join mailbox m on m.case_number = c.number where c.reporter_subject = $1', 'm.id');
const ADMINISTERED = NEWEST_OF(`mailbox m join case_file c on c.number = m.case_number where 'administrator' = any($2::text[])`, 'm.id');

/**
 * Messages for somebody, newest first: `$1` subject; `$2`, `$3` and `$6` their positions' roles, areas and units, side by
 * side; `$4` before which message; `$5` how many; `$7` the positions as `is_concerned` takes them, for whom a case is
 * about hears nothing of it. An administrator sees all of their area, without the link by which only the resident rates. The reporter's are seen by whoever started the case
 * too: a system that passes requests on passes the answers on as well. Found by the reader's addresses, each of which is a
 * place in an index; then looked at whole.
 */
export const MAILBOX = `
select m.id::text as id, m.type, m.title,
  case when m.recipient->>'kind' = 'reporter' and (c.starter = $1 and not c.on_behalf or c.reporter_subject = $1) is not true
    then regexp_replace(m.body, '(/t/rate#)[0-9.A-Za-z_-]+', '\\1…') else m.body end as body, m.created_at as "sentAt", m.recipient->>'kind' as "recipientKind",
  coalesce((select array_agg(role) from jsonb_array_elements_text(m.recipient->'roles') role), '{}') as roles,
  m.recipient->>'areaCode' as "areaCode", m.case_number as "caseNumber"
from mailbox m left join case_file c on c.number = m.case_number where m.id = any(array(
  select id from (select m.id from ${ADDRESSED} union ${REPORTED} union ${ADMINISTERED}) found order by id desc limit $5))
order by m.id desc`;
