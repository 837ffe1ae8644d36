import type { EntityManager } from 'typeorm';
import type { RoutingFacts } from './rank-candidates.js';

export interface Matter {
  countyCode: string;
  areaCode: string;
  /** The category and those above it, the deepest first. */
  categories: readonly string[];
  categoryName: string;
  domainCode: string | null;
  powerCode: string | null;
  /** YYYY-MM-DD */
  date: string;
}

const OPEN_UNIT = `join unit u on u.code = r.unit_code and (u.closed_on is null or u.closed_on > $1::date)`;

const RULES = `
select r.id, r.unit_code as "unitCode", r.reason, r.valid_from::text as "validFrom", length(r.area_code) as "areaDepth",
       r.power_code is not null as "namesPower",
       coalesce(array_length($3::text[], 1) + 1 - array_position($3::text[], r.category_code), 0) as "categoryDepth"
  from routing_rule r ${OPEN_UNIT}
 where r.county_code = left($2, 6) and starts_with($2, r.area_code)
   and (r.category_code is null or r.category_code = any($3)) and (r.power_code is null or r.power_code = $4)
   and r.valid_from <= $1::date and (r.valid_until is null or r.valid_until > $1::date)`;

/** Likeness is how many of the category's pairs of characters the power's name has: Chinese names share words so. */
const POWERS = `
with pair as (select distinct substr($3, i, 2) as text from generate_series(1, greatest(length($3) - 1, 1)) i)
select * from (
  select r.unit_code as "unitCode", r.code, r.name, r.legal_ground as "legalGround", r.code is not distinct from $5 as asked,
         (select count(*) from pair where strpos(r.name, pair.text) > 0)::float / (select count(*) from pair) as likeness
    from (select p.*, p.lead_unit_code as unit_code from power p) r ${OPEN_UNIT}
   where r.county_code = $2 and (r.closed_on is null or r.closed_on > $1::date)
     and (r.domain_code = $4 or r.code = $5)) found
 order by asked desc, likeness desc, code limit 200`;

/** Two years back; arbitrated ones count twice, because they bind. */
const DECISIONS = `
select r.unit_code as "unitCode", count(*)::int as count, (count(*) filter (where r.kind = 'arbitration'))::int as arbitrated,
       (array_agg(r.case_number order by r.decided_at desc))[1] as "lastCase"
  from routing_decision r ${OPEN_UNIT}
 where r.county_code = $2 and r.category_code = any($3)
   and r.decided_at < $1::date + 1 and r.decided_at >= $1::date - interval '2 years'
 group by r.unit_code`;

const DOMAINS = `
select r.unit_code as "unitCode", d.zh, d.en
  from unit_domain r ${OPEN_UNIT} join domain d on d.code = r.domain_code
 where r.domain_code = $3 and u.kind = 'department' and starts_with($2, u.area_code)`;

/** Everything that speaks for one unit or another in a matter. */
export async function routingFacts(manager: EntityManager, matter: Matter): Promise<RoutingFacts> {
  const { countyCode, areaCode, categories, categoryName, domainCode, powerCode, date } = matter;
  const [rules, powers, decisions, domains] = await Promise.all([
    manager.query<RoutingFacts['rules']>(RULES, [date, areaCode, categories, powerCode]),
    manager.query<RoutingFacts['powers']>(POWERS, [date, countyCode, categoryName, domainCode, powerCode]),
    manager.query<RoutingFacts['decisions']>(DECISIONS, [date, countyCode, categories]),
    manager.query<RoutingFacts['domains']>(DOMAINS, [date, areaCode, domainCode]),
  ]);
  return { rules, powers, decisions, domains };
}
