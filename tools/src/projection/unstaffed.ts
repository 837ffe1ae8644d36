import type { Forgotten } from '@yiwang/contracts/projection';
import pg from 'pg';

/**
 * Open tasks, free or held, for which nobody is in a position: the same as mayHold and isConcerned of the domain, over
 * everybody's positions now. Only the owner of both schemas can ask that, services never do.
 */
const UNSTAFFED = `
select t.case_number as "caseNumber", t.id as "taskId", t.roles, t.area_code as "areaCode", t.unit_code as "unitCode"
from cases.task t join cases.case_file c on c.number = t.case_number
where t.state in ('open', 'accepted') and c.closed_at is null and ($1::text[] is null or t.case_number = any($1))
  and not exists (
    select from identity.position p
    where p.valid_from <= now() and (p.valid_to is null or p.valid_to > now())
      and not exists (select from identity.person x where x.id = p.person_id and x.state = 'suspended')
      and p.role = any(t.roles)
      and (t.unit_code is null or t.unit_code = p.unit_code)
      and (t.subjects is null or p.person_id::text = any(t.subjects))
      and not (coalesce(p.person_id::text, '') = any(t.excluded_subjects))
      and not (coalesce(p.unit_code, '') = any(t.excluded_units))
      and (t.area_code like p.area_code || '%' or (p.role = 'gridMember' and p.area_code like t.area_code || '%'))
      and (c.about_whom is null or not cases.is_concerned(c.about_whom, p.person_id::text, (
        select jsonb_agg(jsonb_build_object('role', o.role, 'area', o.area_code, 'unit', o.unit_code))
        from identity.position o where o.person_id = p.person_id
          and o.valid_from <= now() and (o.valid_to is null or o.valid_to > now())))))
order by t.due_at, t.id`;

interface Row {
  caseNumber: string;
  taskId: string;
  roles: string[];
  areaCode: string;
  unitCode: string | null;
}

/** Cases of which somebody would have to take a task and nobody can; of these numbers, or of all where none are given. */
export async function unstaffedCases(ownerDatabase: string, caseNumbers: readonly string[] | null): Promise<Forgotten[]> {
  const client = new pg.Client({ connectionString: ownerDatabase });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(UNSTAFFED, [caseNumbers]);
    return rows.map(({ caseNumber, taskId, roles, areaCode, unitCode }) => ({
      caseNumber,
      problem: 'unstaffed',
      task: `${taskId}: ${roles.join(', ')} ${areaCode}${unitCode === null ? '' : ` ${unitCode}`}`,
    }));
  } finally {
    await client.end();
  }
}
