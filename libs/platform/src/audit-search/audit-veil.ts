import type { FoundEntry } from '../audit/index.js';
import type { Caller } from '../auth/caller.js';

/** What a service keeps from a reader although it is their county's; one that has such entries provides it. */
export abstract class AuditVeil {
  /** The entries that the caller may see, in their order. */
  abstract leave(entries: FoundEntry[], caller: Caller): Promise<FoundEntry[]>;
}
