import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { levelOf, villageOf } from '@yiwang/domain/areas';
import { checkArea, type CheckedArea } from '../areas/check-area.js';
import type { GridKind } from '../areas/area.entity.js';

export interface NewGrid {
  code: string;
  name: string;
  aliases?: string[] | null;
  gridKind?: GridKind | null;
}

const MOST_PARTS = 20;

/** What can be said of the grids that follow others without looking at any: their codes, names and village. */
export function checkNewGrids(
  village: string,
  field: string,
  grids: readonly NewGrid[],
): { ok: true; areas: CheckedArea[] } | Refusal {
  const areas: CheckedArea[] = [];
  for (const [index, grid] of grids.entries()) {
    const at = grids.length > 1 ? `${field}[${index}]` : field;
    const checked = checkArea(grid);
    if (!checked.ok) return { ...checked, details: { ...checked.details, field: `${at}.${checked.details['field']}` } };
    const { code } = checked.area;
    if (levelOf(code) !== 'grid' || villageOf(code) !== village) {
      const expected = `${village} 之下的 15 位网格编码 / 15 digits that begin with ${village}`;
      return refuse('INPUT_INVALID', { field: `${at}.code`, expected });
    }
    if (areas.some((other) => other.code === code)) {
      return refuse('AREA_CODE_USED', { field: `${at}.code`, value: code });
    }
    areas.push(checked.area);
  }
  return { ok: true, areas };
}

/** A split has two to twenty parts. */
export const checkParts = (parts: readonly unknown[]): { ok: true } | Refusal =>
  parts.length >= 2 && parts.length <= MOST_PARTS
    ? { ok: true }
    : refuse('INPUT_INVALID', { field: 'into', expected: `2 至 ${MOST_PARTS} 个网格 / 2 to ${MOST_PARTS} grids` });

/** Grids that become one: two to twenty, each once, of one village. */
export function checkMerged(codes: readonly string[]): { ok: true; village: string } | Refusal {
  const [first = ''] = codes;
  const village = villageOf(first);
  if (codes.length < 2 || codes.length > MOST_PARTS || new Set(codes).size !== codes.length || village === null) {
    const expected = `2 至 ${MOST_PARTS} 个不同的网格 / 2 to ${MOST_PARTS} different grids`;
    return refuse('INPUT_INVALID', { field: 'codes', expected });
  }
  for (const code of codes) {
    if (levelOf(code) !== 'grid') return refuse('AREA_UNKNOWN', { field: 'codes', value: code });
    if (villageOf(code) !== village) {
      return refuse('GRIDS_OF_DIFFERENT_VILLAGES', { field: 'codes', value: first, other: code });
    }
  }
  return { ok: true, village };
}
