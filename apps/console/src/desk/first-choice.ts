import { covers, villageOf } from '@yiwang/domain/areas';
import { isFineEnough } from '@yiwang/domain/paths';
import type { CaseClass, CaseKind, Path } from './generated/graphql.js';

/** Where a case is to go. */
export interface Choice {
  areaCode: string;
  caseClass: CaseClass;
  path: Path;
  unitCode: string | null;
}

/** What somebody chose otherwise than suggested; a unit may be chosen away. */
export type Own = Partial<Choice>;

export interface Suggested {
  /** The desk's own area, and that of the case as it is known. */
  desk: string;
  known: string;
  kind: CaseKind;
  route: { caseClass: CaseClass; path: Path } | null;
  /** Places that its words name, and units that may answer, the likeliest first. */
  places: readonly string[];
  units: readonly string[];
}

/** The place to ask the path for: as chosen, as known to the village, or as the words of the case name it. */
export const placeOf = ({ desk, known, places }: Pick<Suggested, 'desk' | 'known' | 'places'>, own: Own): string =>
  own.areaCode ?? (villageOf(known) === null ? places.find((place) => covers(desk, place)) : undefined) ?? known;

/** On the county's path a unit leads, a consultation is answered by one; on the other paths positions do. */
export const takesUnit = ({ path, kind }: { path: Path; kind: CaseKind }): boolean => path === 'countyCoordinated' ? kind !== 'suggestion' : kind === 'consultation';

/** The first suggestion of everything, but for what was chosen otherwise; null while no path is known. */
export function choiceOf(suggested: Suggested, own: Own): Choice | null {
  const { route, units, kind } = suggested;
  const [path, caseClass] = [own.path ?? route?.path, own.caseClass ?? route?.caseClass];
  if (path === undefined || caseClass === undefined) return null;
  const first = takesUnit({ path, kind }) && path === 'countyCoordinated' ? (units[0] ?? null) : null;
  return {
    areaCode: placeOf(suggested, own),
    caseClass,
    path,
    unitCode: takesUnit({ path, kind }) ? (own.unitCode === undefined ? first : own.unitCode) : null,
  };
}

/** Whether the place is known exactly enough for the path: the same function decides in the service. */
export const isPlaced = ({ path, areaCode }: Pick<Choice, 'path' | 'areaCode'>): boolean => isFineEnough(path, areaCode);
