import { refuse } from '@yiwang/contracts/errors';
import { ancestorsOf } from '@yiwang/domain/areas';
import { orThrow } from '@yiwang/platform/errors';
import type { EntityManager } from 'typeorm';
import { takesTasks } from '../units/unit.rules.js';
import { DomainEntity } from './domain.entity.js';
import { domainFinder } from './domain-names.js';
import type { CatalogueDraft, CatalogueImporter } from './import-file.service.js';
import type { ChangeKind } from './import.types.js';
import { planPowers, type PowerPlan } from './power-plan.js';
import { readPowerRows, type UnitFinder } from './power-rows.js';
import { PowerEntity } from './power.entity.js';

const PUT = `
insert into power (county_code, code, domain_code, name, legal_ground, level, lead_unit_code, since_version)
select $2, code, "domainCode", name, "legalGround", level, "leadUnitCode", $3
  from json_to_recordset($1)
    as p (code text, "domainCode" text, name text, "legalGround" text, level text, "leadUnitCode" text)
on conflict (county_code, code) do update set domain_code = excluded.domain_code, name = excluded.name,
  legal_ground = excluded.legal_ground, level = excluded.level, lead_unit_code = excluded.lead_unit_code, closed_on = null`;

const UNITS = `
select code, name, closed_on::text as "closedOn" from unit
 where area_code like $1 or area_code = any($2) order by area_code, code`;

/** A county's list of powers: code, name, domain, legal ground, level and the unit that leads. */
export const powerImporter = (today: () => string): CatalogueImporter => ({
  kind: 'powers',
  operation: 'importPowers',
  async draft(manager, table, countyCode, input): Promise<CatalogueDraft> {
    const domainOf = domainFinder(await manager.find(DomainEntity));
    const unitOf = await unitFinder(manager, countyCode, today());
    const { wanted, rows, problems, doubtful } = orThrow(readPowerRows(table, domainOf, unitOf));
    const standing = await manager.find(PowerEntity, { where: { countyCode } });
    const plan = planPowers(wanted, standing, { closeMissing: input.missing === 'close', doubtful });
    const shown = (kind: ChangeKind) => ({ code, name }: { code: string; name: string }) => ({ kind, code, name });
    return {
      ...{ rows, problems, unchanged: plan.unchanged },
      added: plan.added.map(shown('added')),
      changed: plan.changed.map(({ after }) => after).map(shown('changed')),
      closed: plan.closed.map(shown('closed')),
      write: (version) => write(manager, plan, countyCode, version, today()),
    };
  },
});

/** Units of the county and of its city by code or by name; of two with one name the wider is meant. */
async function unitFinder(manager: EntityManager, countyCode: string, today: string): Promise<UnitFinder> {
  const units = await manager.query<{ code: string; name: string; closedOn: string | null }[]>(UNITS, [`${countyCode}%`, ancestorsOf(countyCode)]);
  const byName = new Map(units.toReversed().flatMap((unit) => [[unit.name, unit] as const]));
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return (written, field) => {
    const unit = byCode.get(written) ?? byName.get(written);
    if (!unit) return refuse('UNIT_UNKNOWN', { field, value: written });
    if (!takesTasks(unit, today)) return refuse('UNIT_CLOSED', { field, value: written, actual: unit.closedOn ?? '' });
    return { ok: true, code: unit.code };
  };
}

async function write(manager: EntityManager, { added, changed, closed }: PowerPlan, countyCode: string, version: number, today: string): Promise<void> {
  const put = [...added, ...changed.map(({ after }) => after)];
  if (put.length > 0) await manager.query(PUT, [JSON.stringify(put), countyCode, version]);
  if (closed.length === 0) return;
  const codes = closed.map(({ code }) => code);
  await manager.query(`update power set closed_on = $3 where county_code = $1 and code = any($2)`, [countyCode, codes, today]);
}
