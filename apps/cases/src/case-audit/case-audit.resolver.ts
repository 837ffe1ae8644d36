import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AUDIT_ARGUMENTS, AuditFilterInput, AuditPage } from '@yiwang/platform/audit-search';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { CaseAuditService } from './case-audit.service.js';

@Resolver()
export class CaseAuditResolver {
  constructor(private readonly audit: CaseAuditService) {}

  @Query(() => AuditPage, {
    description: 'What was done about a case and its tasks, for supervisors and administrators whose area it lies in.',
  })
  @Allow('supervisor', 'administrator')
  caseAudit(
    @Args('number', { type: () => ID }) number: string,
    @Args('filter', AUDIT_ARGUMENTS.filter) filter: AuditFilterInput | null,
    @Args('after', AUDIT_ARGUMENTS.after) after: string | null,
    @Args('first', AUDIT_ARGUMENTS.first) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<AuditPage> {
    return this.audit.ofCase(number, { filter: filter ?? null, after: after ?? null, first }, caller);
  }
}
