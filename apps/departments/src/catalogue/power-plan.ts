import type { WantedPower } from './power-rows.js';
import type { PowerEntity } from './power.entity.js';

export type StandingPower = WantedPower & Pick<PowerEntity, 'closedOn'>;

export interface PowerPlan {
  added: WantedPower[];
  changed: { before: StandingPower; after: WantedPower }[];
  closed: StandingPower[];
  unchanged: number;
}

const SAYS = ['name', 'domainCode', 'legalGround', 'level', 'leadUnitCode'] as const;

/** What a file would do to a county's list of powers, which are told apart by their codes. */
export function planPowers(
  wanted: readonly WantedPower[],
  standing: readonly StandingPower[],
  whole: { closeMissing: boolean; doubtful: ReadonlySet<string> },
): PowerPlan {
  const byCode = new Map(standing.map((power) => [power.code, power]));
  const named = new Set(wanted.map(({ code }) => code));
  const plan: PowerPlan = { added: [], changed: [], closed: [], unchanged: 0 };
  for (const after of wanted) {
    const before = byCode.get(after.code);
    if (!before) plan.added.push(after);
    else if (before.closedOn !== null || SAYS.some((key) => before[key] !== after[key])) plan.changed.push({ before, after });
    else plan.unchanged += 1;
  }
  if (whole.closeMissing) {
    plan.closed = standing.filter(({ code, closedOn }) => closedOn === null && !named.has(code) && !whole.doubtful.has(code));
  }
  return plan;
}
