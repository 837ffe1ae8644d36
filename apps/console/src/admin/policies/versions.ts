import type { AdminPoliciesQuery } from '../generated/graphql.js';

export type Version = AdminPoliciesQuery['policies'][number];
type Dated = Pick<Version, 'countyCode' | 'version' | 'state' | 'inForceFrom'>;

/** The version that a case received now begins with: the county's own before that of the field, the newest before older ones. */
export function inForceAt<V extends Dated>(versions: readonly V[], now: Date): V | undefined {
  const began = versions.filter(({ state, inForceFrom }) => state === 'published' && inForceFrom && new Date(inForceFrom) <= now);
  const own = began.filter(({ countyCode }) => countyCode !== '');
  return [...(own.length > 0 ? own : began)].sort((a, b) => String(b.inForceFrom).localeCompare(String(a.inForceFrom)) || b.version - a.version)[0];
}

export type Standing = 'draft' | 'withdrawn' | 'inForce' | 'comes' | 'replaced';

/** What a version is to whoever reads the list. */
export function standingOf<V extends Dated>(version: V, versions: readonly V[], now: Date): Standing {
  if (version.state !== 'published') return version.state;
  if (inForceAt(versions, now) === version) return 'inForce';
  return version.inForceFrom && new Date(version.inForceFrom) > now ? 'comes' : 'replaced';
}
