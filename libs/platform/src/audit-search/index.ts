export { AUDIT_ARGUMENTS, auditResolver } from './audit.resolver.js';
export { AuditSearch, type AuditWishes } from './audit-search.service.js';
export { AuditFilterInput, AuditPage, AuditRecord } from './audit-search.types.js';
export { AuditVeil } from './audit-veil.js';
