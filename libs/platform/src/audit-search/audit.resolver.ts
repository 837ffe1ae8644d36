import type { Type } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, type Caller } from '../auth/index.js';
import { AuditSearch, MAX_AUDIT_PAGE } from './audit-search.service.js';
import { AuditFilterInput, AuditPage } from './audit-search.types.js';

/** How every field that searches the audit takes its arguments. */
export const AUDIT_ARGUMENTS = {
  filter: { type: () => AuditFilterInput, nullable: true },
  after: { type: () => String, nullable: true, description: 'The `endCursor` of the page before.' },
  first: { type: () => Int, defaultValue: 50, description: `At most ${MAX_AUDIT_PAGE}.` },
} as const;

/** The root field by which administrators search a service's audit; each service gives it a name of its own. */
export function auditResolver(name: string): Type {
  @Resolver()
  class AuditResolver {
    constructor(readonly audit: AuditSearch) {}

    @Query(() => AuditPage, {
      name,
      description: 'What was done, refused, looked at and changed in the caller’s counties, as this service has it on record.',
    })
    @Allow('administrator')
    entries(
      @Args('filter', AUDIT_ARGUMENTS.filter) filter: AuditFilterInput | null,
      @Args('after', AUDIT_ARGUMENTS.after) after: string | null,
      @Args('first', AUDIT_ARGUMENTS.first) first: number,
      @CurrentCaller() caller: Caller,
    ): Promise<AuditPage> {
      return this.audit.ofCounties({ filter: filter ?? null, after: after ?? null, first }, caller);
    }
  }
  return AuditResolver;
}
