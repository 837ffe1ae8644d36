import { orThrow } from '@yiwang/platform/errors';
import type { EntityManager } from 'typeorm';
import { CategoryEntity } from './category.entity.js';
import { pathsOf, planCategories, type CategoryPlan, type PlannedCategory } from './category-plan.js';
import { readCategoryRows } from './category-rows.js';
import { DomainEntity } from './domain.entity.js';
import { domainFinder } from './domain-names.js';
import { plannedOrRefused, type CatalogueDraft, type CatalogueImporter } from './import-file.service.js';
import type { CatalogueChange } from './import.types.js';

const PUT = `
insert into category (code, parent_code, domain_code, level, zh, en, county_code, since_version)
select code, "parentCode", "domainCode", level, zh, en, $2, $3
  from json_to_recordset($1) as c (code text, "parentCode" text, "domainCode" text, level int, zh text, en text)
 order by level
on conflict (code) do update set domain_code = excluded.domain_code, en = excluded.en, closed_on = null`;

/** A county's category tree, from a file of one to three columns of names. */
export const categoryImporter = (today: () => string): CatalogueImporter => ({
  kind: 'categories',
  operation: 'importCategories',
  async draft(manager, table, countyCode, input): Promise<CatalogueDraft> {
    const domainOf = domainFinder(await manager.find(DomainEntity));
    const { wanted, rows, problems, doubtful } = orThrow(readCategoryRows(table, domainOf));
    const standing = await manager.find(CategoryEntity, { where: { countyCode }, order: { code: 'ASC' } });
    const whole = { closeMissing: input.missing === 'close', doubtful };
    const plan = plannedOrRefused(() => planCategories(countyCode, wanted, standing, domainOf, whole));
    const changes = changesOf(plan, standing);
    return { rows, problems, ...changes, unchanged: plan.unchanged, write: (version) => write(manager, plan, countyCode, version, today()) };
  },
});

function changesOf({ added, changed, closed }: CategoryPlan, standing: readonly PlannedCategory[]) {
  const paths = pathsOf([...standing, ...added]);
  const shown = (kind: CatalogueChange['kind']) => ({ code }: { code: string }): CatalogueChange => ({
    ...{ kind, code },
    name: (paths.get(code) ?? []).join(' / '),
  });
  return { added: added.map(shown('added')), changed: changed.map(({ after }) => after).map(shown('changed')), closed: closed.map(shown('closed')) };
}

async function write(manager: EntityManager, { added, changed, closed }: CategoryPlan, countyCode: string, version: number, today: string): Promise<void> {
  const put = [...added, ...changed.map(({ after }) => after)];
  if (put.length > 0) await manager.query(PUT, [JSON.stringify(put), countyCode, version]);
  if (closed.length === 0) return;
  await manager.query(`update category set closed_on = $2 where code = any($1)`, [closed.map(({ code }) => code), today]);
}
