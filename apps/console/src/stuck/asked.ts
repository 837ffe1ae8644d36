import { REASON_KINDS, type ReasonKind } from '@yiwang/domain/stuck';
import type { StuckFilter } from './generated/graphql.js';

/** What the address says of what is looked for. */
export interface Asked {
  kinds: ReasonKind[];
  whose: 'people' | 'machine' | null;
  area: string | null;
  unit: string | null;
  fromDays: number | null;
}

/** Anything in an address may be nonsense: it is then not there. */
export function readAsked(params: URLSearchParams): Asked {
  const whose = params.get('whose');
  const days = params.get('days') ?? '';
  return {
    kinds: params.getAll('kind').filter((one): one is ReasonKind => (REASON_KINDS as readonly string[]).includes(one)),
    whose: whose === 'people' || whose === 'machine' ? whose : null,
    area: /^\d{4,15}$/.test(params.get('area') ?? '') ? params.get('area') : null,
    unit: params.get('unit') || null,
    fromDays: /^\d{1,3}$/.test(days) ? Number(days) : null,
  };
}

export const filterOf = ({ kinds, whose, area, unit, fromDays }: Asked): StuckFilter => ({
  ...(kinds.length > 0 && { kinds }),
  ...(whose !== null && { isMachine: whose === 'machine' }),
  ...(area !== null && { areaCode: area }),
  ...(unit !== null && { unitCode: unit }),
  ...(fromDays !== null && { fromDays }),
});

/** How long it has stood, in its two largest units; the key of the words and what goes into them. */
export function spanOf(since: string, now: number): { key: string; d: number; h: number; m: number } {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const key = d > 0 ? (h > 0 ? 'dh' : 'd') : h > 0 ? 'h' : m > 0 ? 'm' : 'now';
  return { key, d, h, m };
}
