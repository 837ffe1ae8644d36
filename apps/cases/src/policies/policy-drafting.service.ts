import { Injectable } from '@nestjs/common';
import { checkText } from '@yiwang/domain/intake';
import { differenceOf } from '@yiwang/domain/policies';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { BusinessClock } from '@yiwang/platform/time';
import { DataSource, type EntityManager } from 'typeorm';
import { Policies } from './policies.js';
import { PolicyAccess } from './policy-access.js';
import { checkDocument, checkStored, refusePolicy } from './policy-document.js';
import { insertDraft, lockVersion, markPublished, markWithdrawn, versionOf, versionsOf, type PolicyRow } from './policy-rows.js';
import type { DraftPolicyInput } from './policy.types.js';

const MOST_NOTE = 500;

/** From a draft to a policy in force: drafted by anybody who administrates the county, checked, published from a date. */
@Injectable()
export class PolicyDraftingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policies: Policies,
    private readonly access: PolicyAccess,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: BusinessClock,
  ) {}

  /** The versions of a county and those of the field, the newest first. */
  async all(countyCode: string, caller: Caller): Promise<PolicyRow[]> {
    return versionsOf(this.dataSource, await this.access.reader(caller, countyCode));
  }

  async one(countyCode: string, version: number, caller: Caller): Promise<PolicyRow | null> {
    return (await versionOf(this.dataSource, await this.access.reader(caller, countyCode), version)) ?? null;
  }

  /** Keeps rules as they are, right or wrong: only publishing asks. @throws AppError INPUT_INVALID for what is no object. */
  async draft(input: DraftPolicyInput, caller: Caller): Promise<PolicyRow> {
    const { county, positions } = await this.access.administrator(caller, input.countyCode);
    const { rules } = orThrow(checkDocument(input.rules));
    const { text: note } = orThrow(checkText('note', input.note ?? '', MOST_NOTE));
    const audited = { operation: 'draftPolicy', caller, positions, target: null as AuditedOperation['target'] };
    return this.unitOfWork.run(audited, async (manager, operation) => {
      const drafted = await insertDraft(manager, { county, rules, by: caller.subject, note: note || null });
      operation.target = targetOf(drafted.countyCode, drafted.version);
      return drafted;
    });
  }

  /**
   * Puts a draft in force from an instant, now if none is given; it is never changed again.
   * @throws AppError POLICY_INVALID with every problem; POLICY_NOT_DRAFT; TIME_INVALID for the past.
   */
  async publish(countyCode: string, version: number, from: Date | null, caller: Caller): Promise<PolicyRow> {
    const now = this.clock.now();
    if (from !== null && from < now) {
      throw new AppError('TIME_INVALID', { field: 'inForceFrom', expected: '不早于现在 / not in the past' });
    }
    const published = await this.decide('publishPolicy', { countyCode, version, caller }, async (manager, draft, operation) => {
      const checked = checkStored(draft.rules);
      if (!checked.ok) throw new AppError('POLICY_INVALID', refusePolicy(checked.problems).details);
      const rules = differenceOf(checked.rules) ?? {};
      const row = await markPublished(manager, { county: draft.countyCode, version, rules, from: from ?? now, by: caller.subject });
      operation.details = { version, inForceFrom: row.inForceFrom?.toISOString() };
      return row;
    });
    this.policies.forget(published.countyCode);
    return published;
  }

  /** @throws AppError POLICY_NOT_DRAFT */
  withdraw(countyCode: string, version: number, caller: Caller): Promise<PolicyRow> {
    return this.decide('withdrawPolicyDraft', { countyCode, version, caller }, (manager, draft) =>
      markWithdrawn(manager, draft.countyCode, version),
    );
  }

  private async decide(
    operation: string,
    { countyCode, version, caller }: { countyCode: string; version: number; caller: Caller },
    work: (manager: EntityManager, draft: PolicyRow, audited: AuditedOperation) => Promise<PolicyRow>,
  ): Promise<PolicyRow> {
    const { county, positions } = await this.access.administrator(caller, countyCode);
    const audited = { operation, caller, positions, target: targetOf(county, version) };
    return this.unitOfWork.run(audited, async (manager, open) => {
      const draft = await lockVersion(manager, county, version);
      if (!draft) throw new AppError('NOT_FOUND', { field: 'version', value: String(version) });
      if (draft.state !== 'draft') throw new AppError('POLICY_NOT_DRAFT', { value: String(version), actual: draft.state });
      return work(manager, draft, open);
    });
  }
}

const targetOf = (countyCode: string, version: number) => ({ type: 'policy', id: `${countyCode}/${version}`, countyCode });
