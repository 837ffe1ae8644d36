import { readBehind } from '../../overview/address-of.js';
import type { Card, CaseFilterInput, CaseKind, Path, Stage } from '../../graph/generated/graphql.js';

export const STAGES = ['received', 'accepted', 'dispatched', 'handling', 'verifying', 'evaluating', 'closed', 'notAccepted', 'withdrawn', 'suspended', 'referred'] as const satisfies readonly Stage[];
export const PATHS = ['villageDirect', 'cadreLed', 'villageTownJoint', 'countyCoordinated'] as const satisfies readonly Path[];
export const KINDS = ['complaint', 'report', 'suggestion', 'consultation', 'request', 'dispute'] as const satisfies readonly CaseKind[];
export const CARDS = ['yellow', 'red'] as const satisfies readonly Card[];

/** What is looked for, as the address says it and a saved view keeps it. */
export interface Searched {
  text: string;
  stages: Stage[];
  path: Path | null;
  kind: CaseKind | null;
  card: Card | null;
  area: string | null;
  isLate: boolean;
  /** What else an address says that somebody was led to by a number. */
  behind: CaseFilterInput;
}

const oneOf = <T extends string>(some: readonly T[], value: string | null): T | null => some.find((one) => one === value) ?? null;

/** Whatever stands in an address, only what is known counts. */
export const readSearched = (params: URLSearchParams): Searched => ({
  text: params.get('text') ?? '',
  stages: (params.get('stages') ?? '').split(',').flatMap((stage) => oneOf(STAGES, stage) ?? []),
  path: oneOf(PATHS, params.get('path')),
  kind: oneOf(KINDS, params.get('kind')),
  card: oneOf(CARDS, params.get('card')),
  area: /^\d{4,15}$/.test(params.get('area') ?? '') ? params.get('area') : null,
  isLate: params.get('late') === '1',
  behind: readBehind(params),
});

export const caseFilterOf = ({ text, stages, path, kind, card, area, isLate, behind }: Searched): CaseFilterInput => ({
  ...behind,
  ...(text === '' ? {} : { text }),
  ...(stages.length === 0 ? {} : { stages }),
  ...(path === null ? {} : { path }),
  ...(kind === null ? {} : { kind }),
  ...(card === null ? {} : { card }),
  ...(area === null ? {} : { areaCode: area }),
  ...(isLate ? { overdue: true } : {}),
});
