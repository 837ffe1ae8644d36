import type { Path, TaskKind, TaskScope } from '../graph/generated/graphql.js';
import type { TaskFilter } from './use-task-list.js';

export const SCOPES = ['ALL', 'MINE', 'UNIT', 'WAITING', 'DONE'] as const satisfies readonly TaskScope[];
export const KINDS = ['desk', 'handle', 'lead', 'contribute', 'coordinate', 'arbitrate', 'verify', 'approve', 'order'] as const satisfies readonly TaskKind[];
export const PATHS = ['villageDirect', 'cadreLed', 'villageTownJoint', 'countyCoordinated'] as const satisfies readonly Path[];

/** What the address says of the list; the same words make a saved view. */
export interface Shown {
  scope: (typeof SCOPES)[number];
  kind: TaskKind | null;
  path: Path | null;
  late: '1' | null;
  text: string;
}

const oneOf = <T extends string>(some: readonly T[], value: string | null): T | null => some.find((one) => one === value) ?? null;

/** Whatever stands in an address, only what is known counts. */
export const readShown = (params: URLSearchParams): Shown => ({
  scope: oneOf(SCOPES, params.get('scope')) ?? 'ALL',
  kind: oneOf(KINDS, params.get('kind')),
  path: oneOf(PATHS, params.get('path')),
  late: params.get('late') === '1' ? '1' : null,
  text: params.get('text') ?? '',
});

export const filterOf = ({ scope, kind, path, late, text }: Shown): TaskFilter => ({
  scope,
  ...(kind === null ? {} : { kind }),
  ...(path === null ? {} : { path }),
  ...(late === null || scope === 'DONE' ? {} : { isDueSoon: true }),
  ...(text === '' ? {} : { text }),
});

export const isNarrowed = ({ kind, path, late, text }: Shown): boolean => kind !== null || path !== null || late !== null || text !== '';
