import { Injectable } from '@nestjs/common';
import { canonicalForm, checkReason } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import type { CaseReasonArguments } from '../approvals/approvals.types.js';
import { CaseAccess } from '../case/case-access.js';
import { CaseDecisions } from '../case/case-decisions.js';
import { CaseEntity } from '../case/case.entity.js';
import type { MergeArguments } from './same-event.types.js';

const SAME_CONCERNED = '投诉对象相同的案件；否则被投诉人会经手或看到对自己的投诉（回避） / a case about the same people, or those complained about would handle or see it';

/**
 * Whoever handles the leading case answers for all and sees their numbers: a case that is kept from somebody joins only
 * one that is kept from the very same, and the other way round.
 */
const isAboutTheSame = (one: CaseEntity, other: CaseEntity): boolean =>
  canonicalForm(one.aboutWhom) === canonicalForm(other.aboutWhom);

const TIMES = `select count(*)::int as times from timeline_entry where case_number = $1 and type = $2`;

/**
 * Cases of the same event (并案): two workflows are told, the joining one first. The second call's key follows from the
 * how-manieth joining or leaving it is, so that whoever repeats a half-done act completes it and nothing happens twice.
 */
@Injectable()
export class SameEventService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly cases: CaseDecisions,
  ) {}

  async merge(given: MergeArguments, caller: Caller): Promise<CaseEntity> {
    const joining = await this.access.visible(given.number, caller);
    if (joining.mergedInto !== given.into) {
      await this.cases.decide('mergeCase', given, caller, async (found) => {
        const reason = orThrow(checkReason('reason', given.reason)).text;
        await this.checkLeading(found, given.into, caller);
        return { into: given.into, reason };
      });
    }
    try {
      await this.tell(given.into, given.number, 'join', caller);
    } catch (error) {
      // The leading case will not have it: it goes its own way again. While the engine is away it stays for a repetition.
      if (error instanceof AppError && error.code !== 'ENGINE_UNAVAILABLE') await this.undo(given, caller);
      throw error;
    }
    return this.dataSource.manager.findOneByOrFail(CaseEntity, { number: given.number });
  }

  async separate(given: CaseReasonArguments, caller: Caller): Promise<CaseEntity> {
    const { mergedInto } = await this.access.visible(given.number, caller);
    const separated = await this.cases.decide('separateCase', given, caller, () => ({
      reason: orThrow(checkReason('reason', given.reason)).text,
    }));
    const leading = mergedInto ?? (await this.lastLeading(given.number));
    if (leading !== null) await this.tell(leading, given.number, 'leave', caller);
    return separated;
  }

  /** Two open cases of one county, of which the leading one is not itself merged, and nobody sees more than before. */
  private async checkLeading(joining: CaseEntity, into: string, caller: Caller): Promise<void> {
    const refused = (expected: string): AppError => new AppError('MERGE_REFUSED', { field: 'into', value: into, expected });
    if (joining.number === into) throw refused('另一个案件 / another case');
    const leading = await this.access.visible(into, caller);
    if (leading.countyCode !== joining.countyCode) throw refused('同一县的案件 / a case of the same county');
    if (leading.closedAt !== null) throw refused('未结案的案件 / a case that is open');
    if (leading.mergedInto !== null) throw refused(`主案件 ${leading.mergedInto} / the leading case`);
    if (!isAboutTheSame(joining, leading)) throw refused(SAME_CONCERNED);
  }

  private async tell(leading: string, caseNumber: string, act: 'join' | 'leave', caller: Caller): Promise<void> {
    const type = act === 'join' ? 'merged' : 'separated';
    const [row] = await this.dataSource.query<{ times: number }[]>(TIMES, [caseNumber, type]);
    const key = `${act}:${caseNumber}:${row?.times ?? 0}`;
    await this.cases.decide('groupMember', { number: leading, idempotencyKey: key }, caller, () => ({ caseNumber, act }));
  }

  private async undo({ number, reason }: MergeArguments, caller: Caller): Promise<void> {
    await this.cases.decide('separateCase', { number }, caller, () => ({ reason }));
  }

  /** Of a separation that was recorded and not passed on: into which case it was merged last. */
  private async lastLeading(caseNumber: string): Promise<string | null> {
    const [row] = await this.dataSource.query<{ into: string | null }[]>(
      `select data->>'into' as into from timeline_entry where case_number = $1 and type = 'merged' order by seq desc limit 1`,
      [caseNumber],
    );
    return row?.into ?? null;
  }
}
