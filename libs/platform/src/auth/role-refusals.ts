import type { Caller } from './caller.js';

/** A call to an operation that none of the caller's roles may call, or that changes what they only look at. */
export interface RoleRefusal {
  /** The root field's name. */
  operation: string;
  caller: Caller;
  code: 'FORBIDDEN' | 'POSITION_READ_ONLY';
  args: Record<string, unknown>;
}

/** Where refusals by role are noted; a service with a database has one. */
export abstract class RoleRefusals {
  /** Never fails. */
  abstract note(refusal: RoleRefusal): Promise<void>;
}
