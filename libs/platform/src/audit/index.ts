export { identifier, literal, type SqlExecutor, type TransactionRunner } from './executor.js';
export { AuditLinker, type AuditLinkerOptions, type AuditLog } from './linker.js';
export { recordAudit, recordAudits, type AuditedActor, type AuditedTarget, type AuditEntry } from './record.js';
export { auditedCounties, linkedUpTo, searchAudit, type AuditFilter, type AuditReach, type FoundEntry } from './search.js';
export { auditKey, closedAudit, searchableAudit } from './search-tables.js';
export { auditTables, type Ddl } from './tables.js';
export {
  verifyAudit,
  type AuditDay,
  type AuditHead,
  type AuditProblem,
  type AuditReport,
  type VerifyOptions,
} from './verify.js';
