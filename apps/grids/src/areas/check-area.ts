import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { levelOf, parentOf } from '@yiwang/domain/areas';
import { checkText, tidyTitle } from '@yiwang/domain/intake';
import { isDate } from '../dates.js';
import { GRID_KINDS, type GridKind } from './area.entity.js';

export interface AreaRow {
  code: string;
  name: string;
  /** Left out: an area that is there already keeps its own. */
  aliases?: readonly string[] | null;
  gridKind?: GridKind | null;
  /** `YYYY-MM-DD`, for a new one; long ago, where left out. */
  validFrom?: string | null;
}

export interface CheckedArea {
  code: string;
  parentCode: string | null;
  name: string;
  aliases: string[] | null;
  gridKind: GridKind | null;
  validFrom: string | null;
}

const MAX_NAME = 60;
const MAX_ALIASES = 20;

/** A county may be the widest area kept here; whatever is narrower lies in another. */
export const needsParent = (code: string): boolean => code.length > 6;

/** Checks what can be said of one area without looking at others. */
export function checkArea(row: AreaRow): { ok: true; area: CheckedArea } | Refusal {
  const code = row.code.trim();
  const level = levelOf(code);
  if (level === null) {
    return refuse('INPUT_INVALID', { field: 'code', expected: '4、6、9、12 或 15 位数字 / 4, 6, 9, 12 or 15 digits' });
  }
  const name = checkName('name', row.name);
  if (!name.ok) return name;
  const aliases = checkAliases(row.aliases ?? null);
  if (!aliases.ok) return aliases;
  const gridKind = row.gridKind ?? null;
  if (gridKind !== null && level !== 'grid') {
    return refuse('INPUT_INVALID', { field: 'gridKind', expected: '仅网格填写 / only a grid has one' });
  }
  if (gridKind !== null && !GRID_KINDS.includes(gridKind)) {
    return refuse('INPUT_INVALID', { field: 'gridKind', expected: GRID_KINDS.join(', ') });
  }
  const validFrom = row.validFrom ?? null;
  if (validFrom !== null && !isDate(validFrom)) {
    return refuse('TIME_INVALID', { field: 'validFrom', expected: 'YYYY-MM-DD' });
  }
  const parentCode = parentOf(code);
  return { ok: true, area: { code, parentCode, name: name.text, aliases: aliases.aliases, gridKind, validFrom } };
}

function checkName(field: string, given: string): { ok: true; text: string } | Refusal {
  const checked = checkText(field, given, MAX_NAME, tidyTitle);
  if (!checked.ok || checked.text !== '') return checked;
  return refuse('INPUT_INVALID', { field, expected: '不能为空 / must not be empty' });
}

function checkAliases(given: readonly string[] | null): { ok: true; aliases: string[] | null } | Refusal {
  if (given === null) return { ok: true, aliases: null };
  if (given.length > MAX_ALIASES) {
    const expected = `至多 ${MAX_ALIASES} 个 / ${MAX_ALIASES} at most`;
    return refuse('INPUT_INVALID', { field: 'aliases', expected });
  }
  const aliases = new Set<string>();
  for (const [index, alias] of given.entries()) {
    const checked = checkName(`aliases[${index}]`, alias);
    if (!checked.ok) return checked;
    aliases.add(checked.text);
  }
  return { ok: true, aliases: [...aliases] };
}
