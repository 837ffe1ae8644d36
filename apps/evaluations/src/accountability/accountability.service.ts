import { Injectable } from '@nestjs/common';
import type { AccountabilityEventType } from '@yiwang/contracts/accountability';
import type { Actor } from '@yiwang/contracts/case-flow';
import { covers } from '@yiwang/domain/areas';
import {
  acceptsFrom,
  answerableFor,
  type AccountabilityKind,
  type Answerable,
  type Scope,
  type ScopeKind,
  type Shortfall,
} from '@yiwang/domain/figures';
import { checkIdempotencyKey, checkText } from '@yiwang/domain/intake';
import { PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { pageSize, readCursor, uuidOr } from '../access/page.js';
import { AssessmentStanding, countyCodeOf } from '../access/standing.js';
import { AccountabilityEngine } from './accountability-engine.js';
import { ACCOUNTABILITY_COLUMNS } from './accountability.sql.js';
import type { AccountabilityFilter, AccountabilityState, DecideRectificationInput, SubmitRectificationInput } from './accountability.types.js';

export interface AccountabilityRow {
  id: string;
  countyCode: string;
  month: string;
  scopeKind: ScopeKind;
  scopeCode: string;
  kind: AccountabilityKind;
  countId: string;
  shortfalls: Shortfall[];
  monthsRunning: number;
  state: AccountabilityState;
  attempts: number;
  dueAt: Date | null;
  provisional: boolean;
  overdue: boolean;
  openedAt: Date;
}

export interface AccountabilityEventRow {
  accountabilityId: string;
  type: AccountabilityEventType;
  at: Date;
  actorSubject: string | null;
  text: string;
  dueAt: Date | null;
}

const MAX_TEXT = 2_000;

@Injectable()
export class AccountabilityService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly positions: PositionDirectory,
    private readonly standing: AssessmentStanding,
    private readonly engine: AccountabilityEngine,
  ) {}

  /** The newest month first. @throws AppError CURSOR_INVALID, AREA_OUTSIDE_JURISDICTION */
  async page(countyCode: string, filter: AccountabilityFilter, after: string | null, first: number, caller: Caller): Promise<AccountabilityRow[]> {
    const county = countyCodeOf(countyCode);
    await this.standing.readsCounty(county, caller);
    const [month = '9999-99', id = '00000000-0000-0000-0000-000000000000'] = readCursor(after, /^(\d{4}-\d\d):([0-9a-f-]{36})$/) ?? [];
    return this.dataSource.query<AccountabilityRow[]>(
      `select ${ACCOUNTABILITY_COLUMNS} from accountability
       where county_code = $1 and (month < $2 or (month = $2 and id > $3::uuid))
         and ($4::text is null or month = $4) and ($5::text[] is null or state = any($5)) and ($6::boolean is null or overdue = $6)
         and ($7::text is null or scope_code = $7)
       order by month desc, id limit $8`,
      [
        ...[county, month, uuidOr(id), filter.month ?? null, filter.states ?? null, filter.overdue ?? null],
        ...[filter.scopeCode ?? null, pageSize(first)],
      ],
    );
  }

  /** @throws AppError NOT_FOUND also for one of a county that the caller does not work in */
  async one(id: string): Promise<AccountabilityRow> {
    const [found] = await this.dataSource.query<AccountabilityRow[]>(
      `select ${ACCOUNTABILITY_COLUMNS} from accountability where id = $1`,
      [uuidOr(id)],
    );
    if (!found) throw new AppError('NOT_FOUND', { field: 'id', value: id });
    return found;
  }

  async eventsOf(ids: readonly string[]): Promise<Map<string, AccountabilityEventRow[]>> {
    const rows = await this.dataSource.query<AccountabilityEventRow[]>(
      `select accountability_id as "accountabilityId", type, at, actor_subject as "actorSubject", text, due_at as "dueAt"
       from accountability_event where accountability_id = any($1) order by seq`,
      [ids],
    );
    const byId = new Map<string, AccountabilityEventRow[]>();
    for (const row of rows) byId.set(row.accountabilityId, [...(byId.get(row.accountabilityId) ?? []), row]);
    return byId;
  }

  /** @throws AppError RECTIFICATION_NOT_YOURS, RECTIFICATION_STATE_REFUSES, what the form lacks, ENGINE_UNAVAILABLE */
  submit({ id, text, idempotencyKey }: SubmitRectificationInput, caller: Caller): Promise<AccountabilityRow> {
    return this.decide('submitRectification', id, caller, (scope, county) => answerableFor(scope, county), (actor) => ({
      actor,
      text: textOf('text', text),
      idempotencyKey: orThrow(checkIdempotencyKey(idempotencyKey)).idempotencyKey,
    }));
  }

  /** @throws AppError RECTIFICATION_OWN and whatever `submit` may */
  accept({ id, accepted, reason, idempotencyKey }: DecideRectificationInput, caller: Caller): Promise<AccountabilityRow> {
    return this.decide('decideRectification', id, caller, acceptsFrom, (actor) => ({
      actor,
      accepted,
      reason: textOf('reason', reason),
      idempotencyKey: orThrow(checkIdempotencyKey(idempotencyKey)).idempotencyKey,
    }));
  }

  private decide<N extends 'submitRectification' | 'decideRectification'>(
    name: N,
    id: string,
    caller: Caller,
    whose: (scope: Scope, countyCode: string) => Answerable | null,
    contentOf: (actor: Actor) => Parameters<AccountabilityEngine['decide']>[2] & object,
  ): Promise<AccountabilityRow> {
    const operation: AuditedOperation = { operation: name, caller, target: { type: 'accountability', id: uuidOr(id) } };
    return this.unitOfWork.attempt(operation, async () => {
      const found = await this.one(id);
      const { countyCode, month, scopeKind, scopeCode } = found;
      operation.target = { type: 'accountability', id: found.id, countyCode };
      const scope = { kind: scopeKind, code: scopeCode };
      const position = positionFor(await this.positions.positionsOf(caller), whose(scope, countyCode));
      operation.positions = [position.id];
      const actor = { kind: 'person' as const, subject: caller.subject ?? '', positionId: position.id, ...placed(position) };
      await this.engine.decide(name, { countyCode, month, scope }, contentOf(actor) as never);
      return this.one(id);
    });
  }
}

const placed = ({ role, areaCode, unitCode }: Position) => ({ role, areaCode, ...(unitCode === null ? {} : { unitCode }) });

/** In which position somebody acts; whether it may, the workflow says. */
function positionFor(held: readonly Position[], whose: Answerable | null): Position {
  const fits = ({ role, areaCode, unitCode }: Position): boolean =>
    whose !== null &&
    whose.roles.includes(role) &&
    (whose.unitCode === undefined ? covers(areaCode, whose.areaCode) : unitCode === whose.unitCode);
  const position = held.find(fits);
  if (!position) throw new AppError('RECTIFICATION_NOT_YOURS');
  return position;
}

function textOf(field: string, value: string): string {
  const { text } = orThrow(checkText(field, value, MAX_TEXT));
  if (text === '') throw new AppError('INPUT_INVALID', { field, expected: '不能为空 / must not be empty' });
  return text;
}
