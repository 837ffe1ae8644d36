import type { EntityManager } from 'typeorm';

/** Who made what the demonstration begins with; nobody who signs in. */
const MADE_BY = 'demonstration';

const TEMPLATES: readonly (readonly [id: string, name: string, text: string])[] = [
  ['99012100-0000-4000-8000-0000000e0001', '受理告知', '您好，您反映的“{{事项类别}}”（编号 {{案件编号}}）已由{{办理单位}}受理，将于{{办结期限}}前答复。'],
  ['99012100-0000-4000-8000-0000000e0002', '办结答复', '您好，您反映的“{{事项类别}}”（编号 {{案件编号}}）已办结：{{办理结果}}。如有疑问请致电{{办理单位电话}}。'],
  ['99012100-0000-4000-8000-0000000e0003', '依法说明', '您好，经核实，您反映的事项依据{{法律依据}}办理：{{办理结果}}。'],
];

/** Centres stand below the centre above them, villages below their town's, what serves a county below its centre. */
const LINE = `
update unit u set parent_code = above.code
  from unit above
 where u.parent_code is null and u.code = any($1)
   and above.code = any($1)
   and (u.kind, above.kind) in (('countyCentre', 'cityCentre'), ('townCentre', 'countyCentre'), ('village', 'townCentre'),
                                ('department', 'countyCentre'), ('organisation', 'countyCentre'))
   and u.area_code like above.area_code || '%'`;

const ADD_TEMPLATES = `
with made as (
  insert into response_template (id, county_code, name, text, changed_by, changed_at)
  select id, $2, name, text, $3, now() from json_to_recordset($1) as t (id uuid, name text, text text)
  on conflict do nothing returning *)
insert into response_template_version (template_id, version, name, text, changed_by, changed_at)
select id, version, name, text, changed_by, changed_at from made`;

/** What a county's office would have set up on its first day: the line of its units, and texts to answer with. */
export async function loadOffice(manager: EntityManager, countyCode: string, unitCodes: readonly string[]): Promise<void> {
  await manager.query(LINE, [unitCodes]);
  const templates = TEMPLATES.map(([id, name, text]) => ({ id, name, text }));
  await manager.query(ADD_TEMPLATES, [JSON.stringify(templates), countyCode, MADE_BY]);
}
