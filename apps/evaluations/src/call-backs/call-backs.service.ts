import { Injectable } from '@nestjs/common';
import { afterCall, isCallOpen, type CallBackState, type CallOutcome } from '@yiwang/domain/figures';
import { checkText } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { BusinessClock } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { pageSize, readCursor, uuidOr } from '../access/page.js';
import { AssessmentStanding, countyCodeOf } from '../access/standing.js';
import { CasesGraph } from '../cases-graph/cases-graph.js';
import type { CallBack, CallBackLevel, RecordCallBackInput } from './call-back.types.js';

const COLUMNS = `id, case_number as "caseNumber", county_code as "countyCode", area_code as "areaCode", round, level, state,
  due_at as "dueAt", attempts, solved, rating, opened_round as "openedRound", version`;
const DAY_MS = 86_400_000;

export type CallBackRow = CallBack & { countyCode: string; areaCode: string; version: number };

const RECORD = `
update call_back set state = $2, attempts = $3, solved = $4, rating = $5, due_at = coalesce($6, due_at), opened_round = $7,
  closed_at = case when $2 in ('done', 'unreachable') then $8::timestamptz end, version = version + 1
where id = $1 and version = $9 returning id`;
const ADD_ATTEMPT = `
insert into call_back_attempt (call_back_id, attempt, at, by_subject, reached, comment) values ($1, $2, $3, $4, $5, $6)`;

/** The desk that calls residents back: the county about every closed case, the city about those of its samples. */
@Injectable()
export class CallBacksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: AssessmentStanding,
    private readonly cases: CasesGraph,
    private readonly clock: BusinessClock,
  ) {}

  /** Whom to call: due first. @throws AppError CURSOR_INVALID, AREA_OUTSIDE_JURISDICTION */
  async page(
    asked: { countyCode: string; level: CallBackLevel; states: CallBackState[] | null; dueBy: Date | null },
    after: string | null,
    first: number,
    caller: Caller,
  ): Promise<CallBackRow[]> {
    const county = countyCodeOf(asked.countyCode);
    await this.standing.actsFor(county, ['countyCentre', 'cityCentre', 'supervisor', 'leader'], caller);
    const [dueAt, id] = readCursor(after, /^([\d:.TZ-]{20,24})\/([0-9a-f-]{36})$/) ?? ['-infinity', ''];
    const states = asked.states ?? ['due', 'later'];
    const dueBy = asked.dueBy ?? (asked.states === null ? this.clock.now() : null);
    return this.dataSource.query<CallBackRow[]>(
      `select ${COLUMNS} from call_back where county_code = $1 and level = $2 and state = any($3)
         and ($4::timestamptz is null or due_at <= $4) and (due_at, id) > ($5::timestamptz, $6::uuid)
       order by due_at, id limit $7`,
      [county, asked.level, states, dueBy, dueAt, uuidOr(id ?? ''), pageSize(first)],
    );
  }

  /**
   * What a call came to. Whoever is not satisfied, or has the matter still, gets a new round: cases opens it in the
   * caller's name before the call is written down. Should this process end between the two, the case is open again all
   * the same and the call-back is found overtaken.
   * @throws AppError NOT_FOUND, CALL_BACK_CLOSED, INPUT_INVALID, TIME_INVALID, and whatever cases refuses
   */
  record(input: RecordCallBackInput, caller: Caller): Promise<CallBackRow> {
    const operation: AuditedOperation = { operation: 'recordCallBack', caller, target: { type: 'callBack', id: uuidOr(input.id) } };
    return this.unitOfWork.attempt(operation, async () => {
      const found = await this.one(input.id);
      operation.target = { type: 'case', id: found.caseNumber, countyCode: found.countyCode };
      const role = found.level === 'county' ? 'countyCentre' : 'cityCentre';
      operation.positions = [(await this.standing.actsFor(found.areaCode, [role], caller)).id];
      if (!isCallOpen(found.state)) throw new AppError('CALL_BACK_CLOSED', { actual: found.state });
      const comment = orThrow(checkText('comment', input.comment ?? '', 1_000)).text;
      const now = this.clock.now();
      const outcome = outcomeOf(input, now);
      const next = afterCall(found, outcome);
      if (next.opensRound && comment === '') throw missing('comment');
      if (next.opensRound) await this.cases.reopen(found.caseNumber, comment, caller);
      operation.details = { level: found.level, attempt: next.attempts, reached: outcome.reached, openedRound: next.opensRound };
      const { solved, rating } = outcome.reached ? outcome : { solved: null, rating: null };
      const tryAgainAt = next.state === 'later' && !outcome.reached ? (outcome.tryAgainAt ?? new Date(now.getTime() + DAY_MS).toISOString()) : null;
      return this.unitOfWork.run(operation, async (manager) => {
        const changed: [unknown[], number] = await manager.query(RECORD, [
          ...[found.id, next.state, next.attempts, solved, rating, tryAgainAt, next.opensRound, now, found.version],
        ]);
        if (changed[1] === 0) throw new AppError('VERSION_CONFLICT', { field: 'id', actual: found.version });
        await manager.query(ADD_ATTEMPT, [found.id, next.attempts, now, caller.subject, outcome.reached, comment]);
        const [row] = await manager.query<CallBackRow[]>(`select ${COLUMNS} from call_back where id = $1`, [found.id]);
        return row!;
      });
    });
  }

  /** @throws AppError NOT_FOUND also for one that the caller may not see */
  private async one(id: string): Promise<CallBackRow> {
    const [found] = await this.dataSource.query<CallBackRow[]>(`select ${COLUMNS} from call_back where id = $1`, [uuidOr(id)]);
    if (!found) throw new AppError('NOT_FOUND', { field: 'id', value: id });
    return found;
  }
}

const missing = (field: string): AppError => new AppError('INPUT_INVALID', { field, expected: '接通时必填 / needed where somebody was reached' });

function outcomeOf({ reached, solved, rating, tryAgainAt }: RecordCallBackInput, now: Date): CallOutcome {
  if (!reached) {
    if (tryAgainAt && tryAgainAt <= now) throw new AppError('TIME_INVALID', { field: 'tryAgainAt', expected: '晚于现在 / later than now' });
    return { reached, tryAgainAt: tryAgainAt?.toISOString() ?? null };
  }
  if (solved === null || solved === undefined) throw missing('solved');
  if (!rating) throw missing('rating');
  return { reached, solved, rating };
}
