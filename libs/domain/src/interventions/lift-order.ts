import { isAbove, tierOfPost } from '../paths/above.js';
import type { PathRefusal } from '../paths/decisions.js';
import type { HolderOfCase, Speaking } from '../paths/sharing.js';
import { isFinal } from '../paths/stages.js';
import type { PositionRole, Stage } from '../paths/vocabulary.js';

/** Who issued a supervision order, and from which position. */
export interface Issuer {
  subject: string;
  role: PositionRole;
  areaCode: string;
}

interface Ordered {
  stage: Stage;
  holder: HolderOfCase | null;
  /** Who issued each open order; null where a clock did, and for orders of before it was kept. */
  orders: readonly (Issuer | null)[];
}

type Lifting = { ok: true } | { ok: false; code: PathRefusal['code']; details: Record<string, string | number> };
const no = (code: PathRefusal['code']): Lifting => ({ ok: false, code, details: {} });

/** The issuer as an order's task carries it beside its other data: ids, no names. */
export const issuerData = ({ subject, role, areaCode }: Partial<Issuer>): Record<string, string> =>
  subject === undefined || role === undefined || areaCode === undefined ? {} : { issuedBy: subject, issuedAs: role, issuedIn: areaCode };

/** Read back from an order's task; null where it does not say. */
export function issuerOf(data: Readonly<Record<string, unknown>> | null | undefined): Issuer | null {
  const { issuedBy: subject, issuedAs: role, issuedIn: areaCode } = data ?? {};
  const isSaid = typeof subject === 'string' && typeof role === 'string' && typeof areaCode === 'string';
  return isSaid ? { subject, role: role as PositionRole, areaCode } : null;
}

/**
 * 撤销督办单, all that are open: by whoever issued them, in person or in the same post, or somebody above the issuer. An
 * order whose issuer is not known is lifted by whoever stands above the holder.
 */
export function mayLiftOrder(actor: Speaking & { subject?: string }, { stage, holder, orders }: Ordered): Lifting {
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (orders.length === 0) return no('TASK_CLOSED');
  return orders.every((issuer) => (issuer === null ? holder !== null && isAbove(actor, holder) : speaksFor(actor, issuer))) ? { ok: true } : no('NOT_FROM_ABOVE');
}

function speaksFor(actor: Speaking & { subject?: string }, { subject, role, areaCode }: Issuer): boolean {
  if (actor.subject === subject || (actor.role === role && actor.areaCode === areaCode)) return true;
  return isAbove(actor, { tier: tierOfPost(role, areaCode), roles: [role], areaCode });
}
