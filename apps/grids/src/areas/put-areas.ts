import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { levelOf } from '@yiwang/domain/areas';
import type { EntityManager } from 'typeorm';
import { checkArea, needsParent, type AreaRow, type CheckedArea } from './check-area.js';

export interface RefusedArea {
  /** Counted from 1, in the order given. */
  row: number;
  code: string;
  refusal: Refusal;
}

export interface PutAreasResult {
  created: number;
  changed: number;
  unchanged: number;
  refused: RefusedArea[];
}

const ROWS_A_STATEMENT = 5_000;

/**
 * Puts areas in by their codes, in any order: new ones are made, known ones renamed, and a row that may not be is
 * refused by itself. A row whose parent is neither known nor among the accepted rows is refused with AREA_UNKNOWN, a grid
 * with GRID_WITHOUT_VILLAGE, and what has been closed, or lies in what has been, with AREA_CLOSED.
 * Putting the same rows again changes nothing. The caller opens the transaction.
 */
export async function putAreas(manager: EntityManager, rows: readonly AreaRow[]): Promise<PutAreasResult> {
  const refused: RefusedArea[] = [];
  const checked = new Map<string, { row: number; area: CheckedArea }>();
  for (const [index, row] of rows.entries()) {
    const result = checkArea(row);
    const refusal = result.ok ? twice(result.area.code, checked) : result;
    if (refusal) refused.push({ row: index + 1, code: row.code, refusal });
    else if (result.ok) checked.set(result.area.code, { row: index + 1, area: result.area });
  }
  const accepted = await withKnownParents(manager, [...checked.values()], refused);
  let [created, changed] = [0, 0];
  for (let at = 0; at < accepted.length; at += ROWS_A_STATEMENT) {
    for (const { fresh } of await upsert(manager, accepted.slice(at, at + ROWS_A_STATEMENT))) {
      if (fresh) created += 1;
      else changed += 1;
    }
  }
  await adoptCounties(manager, accepted);
  refused.sort((a, b) => a.row - b.row);
  return { created, changed, unchanged: accepted.length - created - changed, refused };
}

const twice = (code: string, seen: ReadonlyMap<string, unknown>): Refusal | null =>
  seen.has(code) ? refuse('INPUT_INVALID', { field: 'code', expected: '编码不可重复 / each code once' }) : null;

/** Widest first, so that an area's parent is decided on before itself. */
async function withKnownParents(
  manager: EntityManager,
  rows: { row: number; area: CheckedArea }[],
  refused: RefusedArea[],
): Promise<CheckedArea[]> {
  rows.sort((a, b) => a.area.code.length - b.area.code.length || a.row - b.row);
  const codes = [...new Set(rows.flatMap(({ area }) => [area.parentCode, area.code]).filter((code) => code !== null))];
  const found: { code: string; valid_to: string | null }[] = await manager.query(
    `select code, valid_to::text from area where code = any($1) for key share`,
    [codes],
  );
  const closed = new Map(found.filter(({ valid_to }) => valid_to !== null).map(({ code, valid_to }) => [code, valid_to]));
  const known = new Set(found.map(({ code }) => code).filter((code) => !closed.has(code)));
  const accepted: CheckedArea[] = [];
  for (const { row, area } of rows) {
    const hasParent = area.parentCode !== null && known.has(area.parentCode);
    const refusal = closedRefusal(area, closed) ?? (!hasParent && needsParent(area.code) ? orphan(area) : null);
    if (refusal) {
      refused.push({ row, code: area.code, refusal });
      continue;
    }
    known.add(area.code);
    accepted.push({ ...area, parentCode: hasParent ? area.parentCode : null });
  }
  return accepted;
}

/** What has ended, or is about to, is not changed any more, and nothing new is put below it. */
function closedRefusal({ code, parentCode }: CheckedArea, closed: ReadonlyMap<string, string | null>): Refusal | null {
  const ended = [code, parentCode ?? ''].find((one) => closed.has(one));
  return ended === undefined
    ? null
    : refuse('AREA_CLOSED', { field: 'code', value: ended, on: closed.get(ended) ?? '' });
}

const orphan = ({ code, parentCode }: CheckedArea): Refusal =>
  levelOf(code) === 'grid'
    ? refuse('GRID_WITHOUT_VILLAGE', { field: 'code', value: code })
    : refuse('AREA_UNKNOWN', { field: 'code', value: parentCode ?? code });

/** What is left as it was is not among the rows answered. */
function upsert(manager: EntityManager, areas: CheckedArea[]): Promise<{ fresh: boolean }[]> {
  return manager.query(
    `insert into area as a (code, parent_code, name, aliases, grid_kind, valid_from)
     select r.code, r."parentCode", r.name, coalesce(r.aliases, e.aliases, '{}'),
            case when length(r.code) = 15 then coalesce(r."gridKind", e.grid_kind, 'urbanRural') end,
            coalesce(r."validFrom", e.valid_from, date '2000-01-01')
       from jsonb_to_recordset($1::jsonb)
              as r (code text, "parentCode" text, name text, aliases text[], "gridKind" text, "validFrom" date)
       left join area e on e.code = r.code
     on conflict (code) do update
        set parent_code = coalesce(excluded.parent_code, a.parent_code), name = excluded.name,
            aliases = excluded.aliases, grid_kind = excluded.grid_kind
      where (a.name, a.aliases, a.grid_kind) is distinct from (excluded.name, excluded.aliases, excluded.grid_kind)
     returning (xmax = 0) as fresh`,
    [JSON.stringify(areas)],
  );
}

/** Counties that were there before their city. */
async function adoptCounties(manager: EntityManager, areas: CheckedArea[]): Promise<void> {
  const cities = areas.filter(({ code }) => code.length === 4).map(({ code }) => code);
  if (cities.length === 0) return;
  await manager.query(
    `update area set parent_code = left(code, 4)
      where length(code) = 6 and parent_code is null and left(code, 4) = any($1)`,
    [cities],
  );
}
