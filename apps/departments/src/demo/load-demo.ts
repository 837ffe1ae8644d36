import { countyOf } from '@yiwang/domain/areas';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { UNIT_KINDS } from '../units/unit.kinds.js';
import { loadOffice } from './office.js';
import { DEMO_POWERS } from './powers.js';
import { DEMO_UNIT_DOMAINS } from './unit-domains.js';

const Unit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  areaCode: z.string(),
  domains: z.array(z.string()).optional(),
});
const County = z.object({ units: z.array(Unit) });
type DemoUnit = Omit<z.infer<typeof Unit>, 'domains'> & { domains: readonly string[] };

/** The demonstration county's units in their line, what they answer for, a first list of powers and texts to answer with. */
export async function loadDemo(manager: EntityManager, county: unknown): Promise<void> {
  const units = County.parse(county).units.map((unit) => ({
    ...unit,
    domains: unit.domains ?? DEMO_UNIT_DOMAINS[unit.code] ?? [],
  }));
  await manager.query(
    `insert into unit (code, name, kind, area_code)
     select code, name, kind, "areaCode"
       from json_to_recordset($1) as u (code text, name text, kind text, "areaCode" text)
     on conflict (code) do nothing`,
    [JSON.stringify(units)],
  );
  const answers = units.flatMap(({ code, domains }) => domains.map((domain) => ({ code, domain })));
  await manager.query(
    `insert into unit_domain (unit_code, domain_code)
     select code, domain from json_to_recordset($1) as a (code text, domain text) on conflict do nothing`,
    [JSON.stringify(answers)],
  );
  const countyCode = units.map(({ areaCode }) => countyOf(areaCode)).find((code) => code !== null);
  if (countyCode == null) return;
  await loadPowers(manager, units, countyCode);
  await loadOffice(manager, countyCode, units.map(({ code }) => code));
}

async function loadPowers(manager: EntityManager, units: readonly DemoUnit[], countyCode: string): Promise<void> {
  const powers = Object.entries(DEMO_POWERS).flatMap(([domain, items]) =>
    items.map(([name, legalGround], i) => ({
      code: `${countyCode}-${domain}-${i + 1}`,
      domain,
      name,
      legalGround,
      lead: units.find((unit) => unit.kind === 'department' && unit.domains.includes(domain))?.code ?? null,
      county: countyCode,
    })),
  );
  await manager.query(
    `insert into power (code, domain_code, name, legal_ground, level, lead_unit_code, county_code)
     select code, domain, name, "legalGround", 'county', lead, county
       from json_to_recordset($1) as p (code text, domain text, name text, "legalGround" text, lead text, county text)
     on conflict (county_code, code) do nothing`,
    [JSON.stringify(powers)],
  );
}
