import type { AreaLevel } from '@yiwang/domain/areas';

/** Digits of a code, by level. */
export const LENGTH_BY_LEVEL = { city: 4, county: 6, town: 9, village: 12, grid: 15 } as const satisfies Record<
  AreaLevel,
  number
>;
