import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { askSubgraph } from '@yiwang/platform/graphql';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import type { CasesConfig } from '../config.js';
import type { TaskEntity } from './task.entity.js';

const MAY_VERIFY = `query ($verifierId: ID!, $handlerIds: [ID!]!, $since: DateTime!, $at: DateTime) {
  mayVerify(verifierId: $verifierId, handlerIds: $handlerIds, since: $since, at: $at) { allowed } }`;
const RECEIVED = 'select received_at as "receivedAt" from case_file where number = $1';

/** Two keys: who stood in for a handler is asked of identity, because no task says so. */
@Injectable()
export class Verifiers {
  constructor(
    private readonly config: Pick<CasesConfig, 'IDENTITY_URL'>,
    private readonly dataSource: DataSource,
    private readonly time: BusinessTime,
  ) {}

  /**
   * Those shut out from a verification are who handled the case; whoever acted for one of them at any moment since it was
   * received, or the other way round, does not verify it either. Of other tasks nothing is asked.
   * @throws AppError VERIFIER_HANDLED; SERVICE_UNAVAILABLE while identity is away.
   */
  async check({ kind, caseNumber, excludedSubjects: handlerIds }: TaskEntity, caller: Caller): Promise<void> {
    if (kind !== 'verify' || handlerIds.length === 0 || caller.subject === null) return;
    const [received] = await this.dataSource.query<{ receivedAt: Date }[]>(RECEIVED, [caseNumber]);
    const at = this.time.now().toISOString();
    const asked = { verifierId: caller.subject, handlerIds, since: received?.receivedAt.toISOString() ?? at, at };
    const { mayVerify } = await askSubgraph<{ mayVerify: { allowed: boolean } }>(this.config.IDENTITY_URL, MAY_VERIFY, asked, caller);
    if (!mayVerify.allowed) throw new AppError('VERIFIER_HANDLED');
  }
}
