import { protectRows } from '../row-scope/policies.js';
import type { Ddl } from './tables.js';

/** Counties, with the cities above them, that the caller of a statement administrates, as patterns for LIKE. */
const ADMINISTRATED = `(select array(select p.area || '%'
  from jsonb_to_recordset(scope_positions()) as p (role text, area text) where p.role = 'administrator'))::text[]`;

/** By which an entry is opened to a request whatever its county: code has checked that its target is the caller's to look after. */
export const auditKey = (targetId: string): string => `audit/${targetId}`;

/**
 * Closes the audit to everybody but its linker, for the migration of a service that has not done so: whoever acts adds
 * their entry, and nobody reads one. After `SCOPE_FUNCTIONS`.
 */
export function closedAudit(): Ddl {
  const steps = [
    protectRows('audit_entry', { sees: 'false', adds: 'true', systems: ['audit'] }),
    protectRows('audit_block', { sees: 'false', systems: ['audit'] }),
  ];
  return { up: steps.flatMap(({ up }) => up), down: steps.toReversed().flatMap(({ down }) => down) };
}

/**
 * Opens entries to administrators of their county, and single targets that were granted; with the indexes by which a
 * county is read newest first, all of it, by operation, or by who acted. After the audit was closed.
 */
export function searchableAudit(): Ddl {
  const opened = `county_code like any(${ADMINISTRATED}) or 'audit/' || target_id = any((select scope_granted())::text[])`;
  return {
    up: [
      `create index audit_entry_county on audit_entry (county_code, id)`,
      `create index audit_entry_operation on audit_entry (county_code, operation, id)`,
      `create index audit_entry_actor on audit_entry (actor_subject, id) where actor_subject is not null`,
      `alter policy sees on audit_entry using (${opened})`,
    ],
    down: [
      `alter policy sees on audit_entry using (false)`,
      `drop index audit_entry_actor, audit_entry_operation, audit_entry_county`,
    ],
  };
}
