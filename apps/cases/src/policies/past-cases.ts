import type { CaseClass, CaseKind, Path } from '@yiwang/domain/paths';
import { policyOf, routeOf, type PolicyRules, type ReplayFacts } from '@yiwang/domain/policies';
import type { DataSource } from 'typeorm';
import { carriedOf } from './policies.js';
import { versionsOf } from './policy-rows.js';

const CASES_AT_ONCE = 2_000;

/** A county's (`$1`) cases of a span, the newest first, after a case (`$4`, `$5`), with the paths their clocks name. */
const PAST_CASES = `
select c.number, c.kind, c.case_class as "caseClass", c.category_code as "categoryCode", c.received_at as "receivedAt",
  c.received_at::text as "exactly", c.policy_version as "policyVersion", l.held
from case_file c cross join lateral (
  select coalesce(jsonb_agg(jsonb_build_object('kind', e.entry->'kind', 'path', e.entry->'path', 'at', e.entry->'at')
    order by e.seq), '[]') as held
  from clock_entry e
  where e.case_number = c.number and e.entry ? 'path'
    and (e.entry->>'kind' = 'handOver' or e.entry @> '{"kind": "start", "clock": "resolution"}')) l
where c.county_code = $1 and c.received_at >= $2 and c.received_at < $3 and (c.received_at, c.number) < ($4, $5)
order by c.received_at desc, c.number desc limit ${CASES_AT_ONCE}`;

interface PastCase {
  number: string;
  kind: CaseKind;
  caseClass: CaseClass | null;
  categoryCode: string | null;
  receivedAt: Date;
  /** To the microsecond, which a Date does not hold. */
  exactly: string;
  policyVersion: number;
  held: { kind: 'start' | 'handOver'; path: Path; at: string }[];
}

export interface Span {
  county: string;
  from: Date;
  to: Date;
}

/** The cases that a county received in a span, the newest first and in portions, as the rule lab looks at them. */
export async function* pastCases(dataSource: Pick<DataSource, 'query'>, span: Span): AsyncGenerator<ReplayFacts[]> {
  const rulesOf = await rulesByVersion(dataSource, span.county);
  let [lastAt, lastNumber] = [span.to.toISOString(), ''];
  for (;;) {
    const values = [span.county, span.from, span.to, lastAt, lastNumber];
    const rows = await dataSource.query<PastCase[]>(PAST_CASES, values);
    yield rows.map((row) => factsOf(row, rulesOf(row.policyVersion)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < CASES_AT_ONCE) return;
    [lastAt, lastNumber] = [last.exactly, last.number];
  }
}

async function rulesByVersion(dataSource: Pick<DataSource, 'query'>, county: string): Promise<(version: number) => PolicyRules> {
  const known = new Map<number, PolicyRules>();
  for (const row of await versionsOf(dataSource, county)) {
    if (row.state === 'published' && !known.has(row.version)) known.set(row.version, policyOf(carriedOf(row)));
  }
  const field = policyOf({ version: 1 });
  return (version) => known.get(version) ?? field;
}

/**
 * The row does not say who chose its class and its path: what the policy of its day would have chosen by itself is taken
 * for the policy's choice, which another may make otherwise; anything else for a person's, which stays. At a desk every
 * clock starts as on the village's path; the hand-over that follows is then the way that the policy chose.
 */
function factsOf({ number, kind, caseClass, categoryCode, receivedAt, held }: PastCase, then: PolicyRules): ReplayFacts {
  const own = routeOf({ kind, categoryCode }, then);
  const givenClass = caseClass === own.caseClass ? null : caseClass;
  const { path } = routeOf({ kind, categoryCode, caseClass: givenClass }, then);
  const handOvers = held.filter((one) => one.kind === 'handOver');
  let from = held.find((one) => one.kind === 'start')?.path ?? path;
  const isFromDesk = from === 'villageDirect' && path !== 'villageDirect' && handOvers[0]?.path === path;
  const dispatchedAt = (isFromDesk && handOvers.shift()?.at) || null;
  if (isFromDesk) from = path;
  const chosenPath = from === path ? null : from;
  const moves = handOvers.map(({ path: to, at }) => {
    const move = { from, to, at };
    from = to;
    return move;
  });
  const matter = { kind, categoryCode, caseClass: givenClass };
  return { number, ...matter, chosenPath, dispatchedAt, receivedAt: receivedAt.toISOString(), handOvers: moves };
}
