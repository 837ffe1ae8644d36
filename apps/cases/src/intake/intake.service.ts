import { Injectable } from '@nestjs/common';
import { MAX_BATCH } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, describeAppError, orThrow } from '@yiwang/platform/errors';
import { enqueue } from '@yiwang/platform/notification';
import { grantFromHere } from '@yiwang/platform/row-scope';
import { AttachmentRecords } from '@yiwang/platform/storage';
import type { EntityManager } from 'typeorm';
import { attachAll, refuseShared } from '../attachments/attachment-claims.js';
import type { CaseEntity } from '../case/case.entity.js';
import { CasePreparation, type PreparedCase } from './case-preparation.js';
import { CaseWriter, FEW, type Draft, type Written } from './case-writer.js';
import { ClientQuotas } from './client-quotas.js';
import { GroupedWrites } from './grouped-writes.js';
import { IntakeAccess, starterOf, takingIn } from './intake-access.js';
import { PickupCodes } from './pickup-codes.js';
import type { StartCaseInput } from './start-case.input.js';
import type { StartReport, StartResult, StartedCase } from './started-case.types.js';

interface SingleCase {
  draft: Draft;
  caller: Caller;
}

/** What is written of a caller is the same for all calls with this in common. */
const groupOf = (caller: Caller): string => [starterOf(caller), caller.kind, caller.clientId, ...caller.roles].join(' ');

/** Takes cases in: looked at first, then durable with their numbers before the answer is given. */
@Injectable()
export class IntakeService {
  private readonly singles = new GroupedWrites((cases: SingleCase[]) => this.writeSingles(cases), {
    atOnce: 2,
    largest: FEW,
  });

  constructor(
    private readonly access: IntakeAccess,
    private readonly preparation: CasePreparation,
    private readonly quotas: ClientQuotas,
    private readonly writer: CaseWriter,
    private readonly pickupCodes: PickupCodes,
    private readonly attachments: AttachmentRecords,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws AppError whatever is wrong with the case; then nothing was written. */
  async startOne(input: StartCaseInput, caller: Caller): Promise<StartedCase> {
    const right = await this.access.rightOf(caller);
    const preparation = await this.preparation.prepare(input, caller, right);
    if (!preparation.ok) {
      const { case: standing } = orThrow((await this.preparation.replayOf(input, input, caller)) ?? preparation);
      grantFromHere([standing.number]);
      return { case: standing, replayed: true, pickupCode: this.codeFor(standing) };
    }
    const { prepared } = preparation;
    await this.quotas.takeOne(prepared, caller);
    const hasAttachments = (input.attachmentIds ?? []).length > 0;
    const [outcome] = hasAttachments
      ? await this.write('startCase', [prepared], caller)
      : [await this.singles.add(groupOf(caller), { draft: await this.writer.draft(prepared, caller), caller })];
    const { case: started, replayed } = orThrow(outcome as Written);
    grantFromHere([started.number]);
    return { case: started, replayed, pickupCode: this.codeFor(started) };
  }

  private codeFor({ number, onBehalf }: CaseEntity): string | null {
    return onBehalf ? null : this.pickupCodes.of(number);
  }

  /** Up to 200 at once; each stands or falls by itself. */
  async startMany(inputs: readonly StartCaseInput[], caller: Caller): Promise<StartReport> {
    if (caller.kind === 'anonymous') throw new AppError('UNAUTHENTICATED');
    checkBatchSize(inputs.length);
    const outcomes = await this.start(inputs, caller);
    return reportOf(inputs, outcomes, caller, this.pickupCodes);
  }

  private async start(inputs: readonly StartCaseInput[], caller: Caller): Promise<Written[]> {
    const right = await this.access.rightOf(caller);
    const usable = refuseShared(
      await Promise.all(inputs.map((input) => this.preparation.prepare(input, caller, right))),
    );
    const preparations = await this.quotas.within(usable, caller);
    const prepared = preparations.flatMap((preparation) => (preparation.ok ? [preparation.prepared] : []));
    const written = prepared.length > 0 ? await this.write('startCases', prepared, caller) : [];
    let next = 0;
    return Promise.all(
      preparations.map(async (preparation, index) => {
        if (preparation.ok) return written[next++] as Written;
        const input = inputs[index] as StartCaseInput;
        return (await this.preparation.replayOf(input, input, caller)) ?? preparation;
      }),
    );
  }

  /** Calls of one caller in one transaction, each with its own audit entry. */
  private writeSingles(cases: SingleCase[]): Promise<Written[]> {
    const operations = cases.map(({ caller }): AuditedOperation => ({ operation: 'startCase', caller }));
    return takingIn(() =>
      this.unitOfWork.runAll(operations, async (manager) => {
        const { caller } = cases[0] as SingleCase;
        const written = await this.writer.write(manager, cases.map(({ draft }) => draft), caller);
        await this.tellResidents(manager, written);
        for (const [index, { draft }] of cases.entries()) {
          Object.assign(operations[index] as AuditedOperation, auditOf(written.slice(index, index + 1), [draft.prepared]));
        }
        return written;
      }),
    );
  }

  /** Whoever did not file the case themselves gets its number and code by message, and nobody else does. */
  private async tellResidents(manager: EntityManager, written: readonly Written[]): Promise<void> {
    for (const result of written) {
      if (!result.ok || result.replayed || !result.case.onBehalf) continue;
      const { number } = result.case;
      await enqueue(manager, 'cases', {
        dedupeKey: `${number}/filed`,
        type: 'caseFiled',
        to: { kind: 'reporter' },
        caseNumber: number,
        data: { caseNumber: number, pickupCode: this.pickupCodes.of(number) },
      });
    }
  }

  private async write(operation: string, prepared: PreparedCase[], caller: Caller): Promise<Written[]> {
    const drafts = await Promise.all(prepared.map((one) => this.writer.draft(one, caller)));
    return takingIn(() =>
      this.unitOfWork.run({ operation, caller }, async (manager, audited) => {
        const written = await this.writer.write(manager, drafts, caller);
        await attachAll(this.attachments, manager, written, prepared, caller);
        await this.tellResidents(manager, written);
        Object.assign(audited, auditOf(written, prepared));
        return written;
      }),
    );
  }
}

export function checkBatchSize(size: number): void {
  if (size === 0) throw new AppError('BATCH_EMPTY', { field: 'cases' });
  if (size > MAX_BATCH) throw new AppError('BATCH_TOO_LARGE', { field: 'cases', limit: MAX_BATCH, actual: size });
}

export function reportOf(
  inputs: readonly { idempotencyKey: string }[],
  outcomes: readonly Written[],
  caller: Caller,
  pickupCodes: PickupCodes,
): StartReport {
  const results = outcomes.map((outcome, index): StartResult => {
    const shared = { index, idempotencyKey: inputs[index]?.idempotencyKey ?? '' };
    if (outcome.ok) {
      const { case: started, replayed } = outcome;
      const pickupCode = started.onBehalf ? null : pickupCodes.of(started.number);
      return { ...shared, case: started, pickupCode, replayed, error: null };
    }
    const { message } = describeAppError(new AppError(outcome.code, outcome.details), caller.language);
    const field = typeof outcome.details['field'] === 'string' ? outcome.details['field'] : null;
    return { ...shared, case: null, pickupCode: null, replayed: false, error: { code: outcome.code, message, field } };
  });
  return {
    accepted: results.filter((result) => result.case && !result.replayed).length,
    replayed: results.filter((result) => result.replayed).length,
    refused: results.filter((result) => result.error).length,
    results,
  };
}

/** One entry names every case of the batch; a single case is the entry's target. */
export function auditOf(written: readonly Written[], prepared: readonly PreparedCase[]): Partial<AuditedOperation> {
  const numbers = written.flatMap((result) => (result.ok ? [result.case.number] : []));
  const countyCode = prepared[0]?.countyCode;
  const [only] = written.length === 1 ? numbers : [];
  if (only !== undefined) {
    const proxy = prepared[0]?.proxyId;
    const target = { type: 'case', id: only, countyCode };
    return { target, idempotencyKey: prepared[0]?.input.idempotencyKey, ...(proxy ? { details: { proxy } } : {}) };
  }
  return {
    target: { type: 'cases', id: numbers[0] ?? '-', countyCode },
    details: { numbers: numbers.join(' '), refused: written.length - numbers.length },
  };
}
