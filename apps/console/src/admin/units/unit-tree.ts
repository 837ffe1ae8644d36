/** What a tree needs to know of a unit. */
export interface Placed {
  code: string;
  name: string;
  areaCode: string;
  parent?: { code: string } | null;
}

export interface Line<U> {
  unit: U;
  depth: number;
  below: number;
}

/**
 * Units as lines of a tree: each below the one above it, wider areas before narrower ones, and only what lies below opened
 * units. A unit whose parent is not among them stands at the top, so that a part of the county is still a tree.
 */
export function linesOf<U extends Placed>(units: readonly U[], opened: ReadonlySet<string>): Line<U>[] {
  const known = new Set(units.map(({ code }) => code));
  const below = new Map<string, U[]>();
  for (const unit of units) {
    const above = unit.parent && known.has(unit.parent.code) ? unit.parent.code : '';
    below.set(above, [...(below.get(above) ?? []), unit]);
  }
  const byArea = (a: U, b: U): number => a.areaCode.length - b.areaCode.length || a.areaCode.localeCompare(b.areaCode) || a.code.localeCompare(b.code);
  const lines: Line<U>[] = [];
  const walk = (above: string, depth: number): void => {
    for (const unit of (below.get(above) ?? []).sort(byArea)) {
      lines.push({ unit, depth, below: below.get(unit.code)?.length ?? 0 });
      if (opened.has(unit.code)) walk(unit.code, depth + 1);
    }
  };
  walk('', 0);
  return lines;
}
