import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { askSubgraph } from '@yiwang/platform/graphql';

const AREA = 'query ($code: ID!) { area(code: $code) { code } }';

/** What grids knows of places, asked as the caller: a unit nowhere would be responsible for nobody. */
export class GridsGraph {
  constructor(private readonly url: string) {}

  /** @throws AppError AREA_UNKNOWN, SERVICE_UNAVAILABLE */
  async insistOnArea(areaCode: string, field: string, caller: Caller): Promise<void> {
    const { area } = await askSubgraph<{ area: object | null }>(this.url, AREA, { code: areaCode }, caller);
    if (area === null) throw new AppError('AREA_UNKNOWN', { field, value: areaCode });
  }
}
