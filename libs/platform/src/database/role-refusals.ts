import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { recordAudit, type AuditedTarget } from '../audit/index.js';
import { RoleRefusals, type RoleRefusal } from '../auth/role-refusals.js';

const WINDOW_MS = 60_000;
const MOST_OF_CALLER = 20;
const MOST_OF_ALL = 600;
const MOST_CALLERS = 20_000;

interface Window {
  written: number;
  /** By operation and target. */
  seen: Set<string>;
}

/**
 * Writes refusals by role on the audit trail. Whoever tries everything fills no disk: within a minute the same operation
 * on the same target counts once for a caller, a caller has 20 entries and a process 600; how many more there were
 * (`leftOut`) stands in the caller's next entry.
 */
@Injectable()
export class AuditedRoleRefusals extends RoleRefusals {
  private readonly logger = new Logger('RoleRefusals');
  private readonly windows = new LRUCache<string, Window>({ max: MOST_CALLERS, ttl: WINDOW_MS });
  private readonly leftOut = new LRUCache<string, number>({ max: MOST_CALLERS });
  private all = { since: 0, written: 0 };

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override async note({ operation, caller, code, args }: RoleRefusal): Promise<void> {
    const target = targetOf(args);
    const who = caller.subject ?? caller.clientId ?? caller.kind;
    if (!this.isWithin(who, `${operation} ${target?.type}/${target?.id}`)) {
      this.leftOut.set(who, (this.leftOut.get(who) ?? 0) + 1);
      return;
    }
    const leftOut = this.leftOut.get(who);
    this.leftOut.delete(who);
    const details = { code, ...(leftOut === undefined ? {} : { leftOut }) };
    await recordAudit(this.dataSource.manager, { operation, caller, outcome: 'refused', target, details }).catch((error: unknown) =>
      this.logger.error({ err: error, operation }, 'a refusal could not be audited'),
    );
  }

  private isWithin(who: string, what: string): boolean {
    const now = Date.now();
    if (now - this.all.since > WINDOW_MS) this.all = { since: now, written: 0 };
    const window = this.windows.get(who) ?? { written: 0, seen: new Set<string>() };
    // The window begins with its first refusal; later ones do not prolong it.
    if (window.written === 0) this.windows.set(who, window);
    if (window.seen.has(what) || window.written >= MOST_OF_CALLER || this.all.written >= MOST_OF_ALL) return false;
    window.seen.add(what);
    window.written += 1;
    this.all.written += 1;
    return true;
  }
}

const MAX_ID = 64;
/** Arguments by which operations say what they are about, on their own or within `input`. */
const NAMES = [
  ['taskId', 'task'],
  ['number', 'case'],
  ['caseNumber', 'case'],
] as const;

function targetOf(args: Record<string, unknown>): AuditedTarget | null {
  const input = typeof args['input'] === 'object' && args['input'] !== null ? (args['input'] as Record<string, unknown>) : {};
  for (const [name, type] of NAMES) {
    const id = input[name] ?? args[name];
    // Whatever else stands there may be anything: the audit can never be erased.
    if (typeof id === 'string' && /^[\w-]+$/.test(id)) return { type, id: id.slice(0, MAX_ID) };
  }
  return null;
}
