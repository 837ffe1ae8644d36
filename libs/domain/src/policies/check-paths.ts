import { CASE_CLASSES, PATHS, TIERS, type CaseClass, type Path, type PositionRole, type Tier } from '../paths/vocabulary.js';
import { insistNotLonger, insistWithin, limit, limitOrNone } from './check-limit.js';
import { exactly, listOf, oneOf, orNull, problem, type Check, type PolicyProblem } from './shape.js';
import type { PathRules, PolicyRules } from './types.js';

/** Who may stand on a rung: anybody else of that tier could never hold the task. The city has its own desk. */
const HANDLERS: Readonly<Partial<Record<Tier, readonly PositionRole[]>>> = {
  grid: ['gridMember'],
  village: ['villageSecretary', 'villagePolice', 'stationedCadre', 'serviceTeam', 'leader'],
  town: ['townCentre', 'leader'],
  county: ['countyCentre', 'leader'],
};
const MOST_EXTENSION = { amount: 10, unit: 'workingDays' } as const;
/** What is verified before the resident is asked (两把钥匙): the classes above 一般. */
const SERIOUS: readonly CaseClass[] = ['major', 'difficult', 'crossCounty'];

const rung: Check = (value, field, found) => {
  const before = found.length;
  exactly({
    tier: oneOf(Object.keys(HANDLERS)),
    roles: listOf(oneOf([...new Set(Object.values(HANDLERS).flat())]), { least: 1, most: 10, of: '至少一个岗位 / at least one role' }),
  })(value, field, found);
  if (found.length > before) return;
  const { tier, roles } = value as PathRules['ladder'][number];
  const fitting = HANDLERS[tier] ?? [];
  for (const [index, role] of roles.entries()) if (!fitting.includes(role)) oneOf(fitting)(role, `${field}.roles[${index}]`, found);
};

export const pathShape: Check = exactly({
  accept: orNull(limit),
  resolution: limit,
  part: limit,
  extension: exactly({ most: limitOrNone, automaticUpTo: limitOrNone }),
  grace: limitOrNone,
  ladder: listOf(rung, { least: 1, most: 6, of: '1 至 6 级办理岗位 / 1 to 6 rungs of who handles it' }),
  up: oneOf([...PATHS, 'city']),
  verifyClasses: listOf(oneOf(CASE_CLASSES), { most: CASE_CLASSES.length, of: '事项类别的列表 / a list of classes' }),
  nextRound: oneOf(['samePath', 'up']),
});

/** What must be so between the rules of one path, and between it and the path above. */
export function checkPath(path: Path, rules: PolicyRules, found: PolicyProblem[]): void {
  const own = rules.paths[path];
  const at = (name: string): string => `paths.${path}.${name}`;
  if (own.accept !== null) insistNotLonger(at('accept'), own.accept, own.resolution, found);
  insistNotLonger(at('part'), own.part, own.resolution, found);
  insistWithin(at('extension.most'), own.extension.most, own.resolution, found);
  insistWithin(at('extension.most'), own.extension.most, MOST_EXTENSION, found);
  insistWithin(at('extension.automaticUpTo'), own.extension.automaticUpTo, own.extension.most, found);
  checkLadder(own, at('ladder'), found);
  checkUp(path, rules, at('up'), found);
  if (own.nextRound === 'up' && own.up === 'city') {
    found.push(problem(at('nextRound'), 'samePath：转市级须经批准 / samePath: a referral is approved, not a round'));
  }
}

function checkLadder({ ladder }: PathRules, field: string, found: PolicyProblem[]): void {
  const tiers = ladder.map(({ tier }) => TIERS.indexOf(tier));
  if (tiers.some((tier, index) => index > 0 && tier < (tiers[index - 1] ?? 0))) {
    found.push(problem(field, '层级逐级向上 / tiers that only rise'));
  }
}

/** Only ever to a path above, and to the city from the county alone: there is no ring, and nothing hands down by rising. */
function checkUp(path: Path, { paths }: PolicyRules, field: string, found: PolicyProblem[]): void {
  const { up, ladder } = paths[path];
  const above = PATHS.slice(PATHS.indexOf(path) + 1);
  if (path === 'countyCoordinated' ? up !== 'city' : !above.some((one) => one === up)) {
    oneOf(path === 'countyCoordinated' ? ['city'] : above)(undefined, field, found);
    return;
  }
  if (up === 'city') return;
  const [last, first] = [ladder.at(-1), paths[up].ladder[0]];
  if (last && first && TIERS.indexOf(first.tier) < TIERS.indexOf(last.tier)) {
    found.push(problem(field, '首级不低于本路径末级 / a path that begins no lower than this one ends'));
  }
}

/** Two keys: what weighs is looked at by somebody else on the path that the policy sends it to. */
export function checkVerified({ routing, paths }: PolicyRules, found: PolicyProblem[]): void {
  for (const caseClass of SERIOUS) {
    const path = routing.byClass[caseClass];
    if (paths[path].verifyClasses.includes(caseClass)) continue;
    found.push(problem(`paths.${path}.verifyClasses`, `含 ${caseClass}：走此路径而无人核查 / with ${caseClass}: it takes this path and nobody would verify it`));
  }
}
