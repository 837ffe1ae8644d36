import { pathKey, type WantedCategory } from './category-rows.js';
import type { CategoryEntity } from './category.entity.js';
import type { DomainFinder } from './domain-names.js';

export type StandingCategory = Pick<CategoryEntity, 'code' | 'parentCode' | 'zh' | 'en' | 'domainCode' | 'level' | 'closedOn'>;
export type PlannedCategory = Omit<StandingCategory, 'closedOn'>;

export interface CategoryPlan {
  added: PlannedCategory[];
  changed: { before: StandingCategory; after: PlannedCategory }[];
  closed: StandingCategory[];
  unchanged: number;
}

/** Digits that each level adds to a code, and so how many branches fit below one place, closed ones counted. */
const DIGITS = 3;
const MOST_BRANCHES = 999;

/**
 * What a file would do to a county's tree. A category is who it is by its names from the top down; codes are given in the
 * order of the file, stay for good, and those of closed ones are not given again; a name that comes back gets its own.
 * Throws RangeError where more than 999 would stand below one place.
 * @param standing all categories of the county, the closed ones too.
 */
export function planCategories(
  countyCode: string,
  wanted: readonly WantedCategory[],
  standing: readonly StandingCategory[],
  domainOf: DomainFinder,
  whole: { closeMissing: boolean; doubtful: ReadonlySet<string> },
): CategoryPlan {
  const paths = pathsOf(standing);
  const byPath = new Map(standing.map((category) => [pathKey(paths.get(category.code)!), category]));
  const codes = codeGiver(countyCode, standing);
  const placed = new Map<string, PlannedCategory>();
  const plan: CategoryPlan = { added: [], changed: [], closed: [], unchanged: 0 };
  for (const { path, domainCode, en } of wanted) {
    const key = pathKey(path);
    const parent = path.length > 1 ? placed.get(pathKey(path.slice(0, -1)))! : null;
    const before = byPath.get(key);
    const zh = path.at(-1)!;
    const after: PlannedCategory = {
      code: before?.code ?? codes(parent?.code ?? null),
      parentCode: parent?.code ?? null,
      level: path.length,
      zh,
      en: en ?? before?.en ?? zh,
      domainCode: domainCode ?? parent?.domainCode ?? (parent === null ? domainOf(zh) : null),
    };
    placed.set(key, after);
    if (!before) plan.added.push(after);
    else if (before.closedOn !== null || before.en !== after.en || before.domainCode !== after.domainCode) plan.changed.push({ before, after });
    else plan.unchanged += 1;
  }
  if (whole.closeMissing) {
    plan.closed = standing.filter(({ code, closedOn }) => {
      const key = pathKey(paths.get(code)!);
      return closedOn === null && !placed.has(key) && !whole.doubtful.has(key);
    });
  }
  return plan;
}

/** Where each category stands in the tree: names from the top down, by code. */
export function pathsOf(categories: readonly Pick<StandingCategory, 'code' | 'parentCode' | 'zh'>[]): Map<string, string[]> {
  const byCode = new Map(categories.map((category) => [category.code, category]));
  const pathOf = (code: string): string[] => {
    const category = byCode.get(code);
    if (!category) return [];
    return [...(category.parentCode === null ? [] : pathOf(category.parentCode)), category.zh];
  };
  return new Map(categories.map(({ code }) => [code, pathOf(code)]));
}

/** Gives the next free code below a parent: `990121-005`, `990121-005003`, `990121-005003012`. */
function codeGiver(countyCode: string, standing: readonly Pick<StandingCategory, 'code' | 'parentCode'>[]): (parent: string | null) => string {
  const last = new Map<string, number>();
  for (const { code, parentCode } of standing) {
    const prefix = parentCode ?? `${countyCode}-`;
    const number = Number(code.slice(prefix.length));
    last.set(prefix, Math.max(last.get(prefix) ?? 0, Number.isNaN(number) ? 0 : number));
  }
  return (parent) => {
    const prefix = parent ?? `${countyCode}-`;
    const next = (last.get(prefix) ?? 0) + 1;
    if (next > MOST_BRANCHES) throw new RangeError(`More than ${MOST_BRANCHES} categories below ${prefix}`);
    last.set(prefix, next);
    return `${prefix}${String(next).padStart(DIGITS, '0')}`;
  };
}
