import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { isOverdue } from '@yiwang/domain/clocks';
import { checkText, checkTime } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AttachmentRecords } from '@yiwang/platform/storage';
import { attachAll, refuseShared } from '../attachments/attachment-claims.js';
import { BusinessTime } from '../business-time.js';
import { ContentHashes } from '../personal-data/content-hashes.js';
import { CasePreparation, type PreparedCase } from './case-preparation.js';
import { CaseWriter, type CloseAs, type Written } from './case-writer.js';
import { ClientQuotas } from './client-quotas.js';
import { IntakeAccess, takingIn, type StartingRight } from './intake-access.js';
import { auditOf, checkBatchSize, reportOf } from './intake.service.js';
import { PickupCodes } from './pickup-codes.js';
import type { ClosedCaseInput } from './start-case.input.js';
import type { StartReport } from './started-case.types.js';

const MAX_REPLY = 20_000;

type Prepared = { ok: true; prepared: PreparedCase; close: CloseAs } | Refusal;

/**
 * Whole lives from before this network: recorded as closed cases with their reply and its delay, without a workflow.
 * Their clocks ran in the past, so receipt is the time it was reported and lateness follows from the policy in force.
 */
@Injectable()
export class ClosedCasesService {
  constructor(
    private readonly access: IntakeAccess,
    private readonly preparation: CasePreparation,
    private readonly quotas: ClientQuotas,
    private readonly writer: CaseWriter,
    private readonly pickupCodes: PickupCodes,
    private readonly attachments: AttachmentRecords,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
    private readonly hashes: ContentHashes,
  ) {}

  async record(inputs: readonly ClosedCaseInput[], caller: Caller): Promise<StartReport> {
    checkBatchSize(inputs.length);
    const right = await this.access.rightOf(caller);
    const looked = refuseShared(await Promise.all(inputs.map((input) => this.prepare(input, caller, right))));
    const preparations = await this.quotas.within(looked, caller);
    const usable = preparations.filter((one) => one.ok);
    const written = usable.length > 0 ? await this.write(usable, caller) : [];
    let next = 0;
    const outcomes = await Promise.all(
      preparations.map(async (one, index): Promise<Written> => {
        if (one.ok) return written[next++] as Written;
        const { start, reply, repliedAt } = inputs[index] as ClosedCaseInput;
        return (await this.preparation.replayOf(start, { start, reply, repliedAt }, caller)) ?? one;
      }),
    );
    return reportOf(inputs.map(({ start }) => start), outcomes, caller, this.pickupCodes);
  }

  private async prepare({ start, reply, repliedAt }: ClosedCaseInput, caller: Caller, right: StartingRight): Promise<Prepared> {
    const preparation = await this.preparation.prepare(start, caller, right);
    if (!preparation.ok) return preparation;
    const { reportedAt } = preparation.prepared;
    if (reportedAt === null) return refuse('TIME_INVALID', { field: 'start.reportedAt', expected: '必填 / required' });
    const text = checkText('reply', reply, MAX_REPLY);
    if (!text.ok) return text;
    if (text.text === '') return refuse('INPUT_INVALID', { field: 'reply', expected: '不能为空 / must not be empty' });
    const replied = checkTime('repliedAt', repliedAt.getTime(), this.time.now().getTime());
    if (!replied.ok) return replied as Refusal;
    if (isOverdue(replied.at, reportedAt)) {
      return refuse('TIME_INVALID', { field: 'repliedAt', expected: '不早于诉求时间 / not before the report' });
    }
    const contentHash = this.hashes.of({ start, reply, repliedAt });
    const close = { reply: text.text, repliedAt: replied.at };
    return { ok: true, prepared: { ...preparation.prepared, contentHash }, close };
  }

  private async write(usable: { prepared: PreparedCase; close: CloseAs }[], caller: Caller): Promise<Written[]> {
    const drafts = await Promise.all(usable.map(({ prepared, close }) => this.writer.draft(prepared, caller, close)));
    return takingIn(() =>
      this.unitOfWork.run({ operation: 'recordClosedCases', caller }, async (manager, audited) => {
        const written = await this.writer.write(manager, drafts, caller);
        const prepared = usable.map((one) => one.prepared);
        await attachAll(this.attachments, manager, written, prepared, caller);
        Object.assign(audited, auditOf(written, prepared));
        return written;
      }),
    );
  }
}
