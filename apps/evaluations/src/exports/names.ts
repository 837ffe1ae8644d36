import type { Scope } from '@yiwang/domain/figures';
import type { Caller } from '@yiwang/platform/auth';
import { askSubgraph } from '@yiwang/platform/graphql';

const AREAS = 'query ($county: ID!) { areaDirectory(countyCode: $county) { code name } }';
const UNITS = (codes: readonly string[]): string =>
  `query { ${codes.map((code, index) => `u${index}: unit(code: ${JSON.stringify(code)}) { code name }`).join(' ')} }`;
const AT_ONCE = 10;

/** How places and units are called, asked of the services that know, in the caller's name; a code where they do not. */
export class Names {
  constructor(private readonly urls: { grids: string; departments: string }) {}

  async of(countyCode: string, scopes: readonly Scope[], caller: Caller): Promise<(scope: Scope) => string> {
    const known = new Map<string, string>();
    const areas = askSubgraph<{ areaDirectory: { code: string; name: string }[] }>(this.urls.grids, AREAS, { county: countyCode }, caller);
    for (const { code, name } of (await areas.catch(() => ({ areaDirectory: [] }))).areaDirectory) known.set(code, name);
    const units = scopes.filter(({ kind }) => kind === 'unit').map(({ code }) => code);
    for (let from = 0; from < units.length; from += AT_ONCE) {
      const asked = askSubgraph<Record<string, { code: string; name: string } | null>>(
        this.urls.departments,
        UNITS(units.slice(from, from + AT_ONCE)),
        {},
        caller,
      );
      for (const unit of Object.values(await asked.catch(() => ({})))) if (unit) known.set(unit.code, unit.name);
    }
    return ({ code }) => known.get(code) ?? code;
  }
}
