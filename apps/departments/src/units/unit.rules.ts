import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { AREA_LEVELS, covers, levelOf, type AreaLevel } from '@yiwang/domain/areas';
import type { UnitKind } from './unit.kinds.js';

/** At which levels each kind of unit stands (product.md §1: three command levels, the village's committee below them). */
export const LEVELS_OF_KIND: Record<UnitKind, readonly AreaLevel[]> = {
  cityCentre: ['city'],
  countyCentre: ['county'],
  townCentre: ['town'],
  village: ['village'],
  department: ['city', 'county', 'town'],
  organisation: AREA_LEVELS,
};

/** Whether a unit of that kind may stand in that area. */
export function checkKind(kind: UnitKind, areaCode: string): { ok: true } | Refusal {
  const level = levelOf(areaCode);
  if (level !== null && LEVELS_OF_KIND[kind].includes(level)) return { ok: true };
  const expected = `${kind}: ${LEVELS_OF_KIND[kind].join(', ')}`;
  return refuse('INPUT_INVALID', { field: 'areaCode', value: areaCode, expected });
}

interface Placed {
  code: string;
  areaCode: string;
  closedOn: string | null;
}

/**
 * Whether one unit may stand below another: it is open, its area holds the other's, and the line upward comes back to
 * neither.
 * @param line the parent and everything above it.
 */
export function checkParent(unit: { code: string; areaCode: string }, line: readonly Placed[], today: string): { ok: true } | Refusal {
  const [parent] = line;
  const refused = (expected: string): Refusal => refuse('UNIT_PARENT_REFUSED', { field: 'parentCode', value: parent?.code ?? '', expected });
  if (parent === undefined) return { ok: true };
  if (line.some(({ code }) => code === unit.code)) return refused('不能是自己或自己的下级 / neither itself nor a unit below it');
  if (!takesTasks(parent, today)) return refused('须为未停用的单位 / a unit that is open');
  if (!covers(parent.areaCode, unit.areaCode)) return refused('其区域须包含本单位的区域 / its area holds this unit’s');
  return { ok: true };
}

/** Whether a unit is given new tasks on a date (`YYYY-MM-DD`): from the day it closes on it is not. */
export const takesTasks = ({ closedOn }: { closedOn: string | null }, date: string): boolean =>
  closedOn === null || date < closedOn;
