import type { Language } from '@yiwang/contracts/errors';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import type { Role } from '@yiwang/contracts/roles';

/** Who is asking, as their verified token says; what they may do in which place comes from their positions. */
export interface Caller {
  kind: 'person' | 'client' | 'anonymous';
  /** Keycloak's `sub`; null only for an anonymous caller. */
  subject: string | null;
  username: string | null;
  clientId: string | null;
  roles: Role[];
  /** The bearer token itself, so that a call to another service carries the same caller. */
  token: string | null;
  language: Language;
  correlationId: string;
  /** Set where something is to be changed: only positions that may act count then. */
  acts?: true;
}

/** One appointment of a person or client: what they are, where, and for which unit. */
export interface Position {
  id: string;
  role: PositionRole;
  areaCode: string;
  unitCode: string | null;
  /** Whom the caller stands in for while that person is away; their own position without it. */
  actingForId?: string | null;
  /** Its holder sees what others in such a position see, and changes nothing. */
  readOnly?: boolean;
}

/** Those from which something may be done. */
export const acting = <P extends Pick<Position, 'readOnly'>>(held: readonly P[]): P[] => held.filter(({ readOnly }) => readOnly !== true);

export const hasRole = (caller: Caller, ...roles: readonly Role[]): boolean =>
  roles.some((role) => caller.roles.includes(role));
