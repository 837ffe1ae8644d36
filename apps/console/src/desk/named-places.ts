import { covers, villageOf } from '@yiwang/domain/areas';
import type { DeskLocatedQuery, LocateReason } from './generated/graphql.js';

type Located = Pick<DeskLocatedQuery['locateAddress'][number], 'areaCode' | 'reason' | 'matched' | 'area'>;

/** A place that the words of a case name. */
export interface Place {
  areaCode: string;
  reason: LocateReason;
  /** The words that tell. */
  matched: string | null;
  /** From the town down to the place itself. */
  names: readonly string[];
}

/**
 * The places that a desk can send to, the likeliest first, each once. Where only a village is named it is the village: which
 * of its grids it lies in nobody said.
 */
export function placesWithin(desk: string, located: readonly Located[]): Place[] {
  const all = located.filter(({ areaCode }) => covers(desk, areaCode)).map((one): Place => {
    const { areaCode, reason, matched = null, area } = one;
    const above = (area?.ancestors ?? []).filter(({ level }) => level === 'town' || level === 'village').map(({ name }) => name);
    const village = villageOf(areaCode);
    return reason === 'villageNamed' && village !== null && village !== areaCode
      ? { areaCode: village, reason, matched, names: above.length > 0 ? above : [village] }
      : { areaCode, reason, matched, names: [...above, area?.name ?? areaCode] };
  });
  return all.filter(({ areaCode }, index) => all.findIndex((other) => other.areaCode === areaCode) === index);
}
