import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { describeError, type ErrorCode } from '@yiwang/contracts/errors';
import type { InterventionParameters } from '@yiwang/contracts/interventions';
import { canonicalForm, checkReason } from '@yiwang/domain/intake';
import { commonAreaOf } from '@yiwang/domain/areas';
import { INTERVENTION_RULES } from '@yiwang/domain/interventions';
import { type Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { engineError } from '@yiwang/platform/engine';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { enqueue } from '@yiwang/platform/notification';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource, type EntityManager } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { CasesService } from '../case/cases.service.js';
import { keyOf } from '../tasks/decide.js';
import { begunBefore, oneAtATime } from './begun-before.js';
import { bulkInputs, handOver } from './hand-over.js';
import { addIntervention, InterventionRows, NONE_DONE, NOT_STARTED, type InterventionRow, type NewCase, type NewIntervention } from './intervention-rows.js';
import type { InterventionInput, InterventionPreview, PreviewedCase, StartInterventionInput } from './interventions.types.js';
import { changedSince, previewHashOf } from './known-cases.js';
import { secondPersonNotice } from './second-person-notice.js';
import { Selecting, type Looked, type Selection } from './selecting.js';

/** So long somebody else may take to agree. */
const APPROVAL_HOURS = 24;
const HOUR_MS = 3_600_000;
/** A difference of hundreds is told by its number. */
const MOST_TOLD = 20;

/** What is written beside the selection. */
type Said = Pick<NewIntervention, 'areaCode' | 'countyCode' | 'reason' | 'undoOf' | 'key' | 'contentHash' | 'at'>;

interface Beginning {
  selection: Selection;
  reason: string;
  key: string;
  undoOf?: string;
  own?: ReadonlyMap<string, InterventionParameters>;
}

/** Looks what stepping into many cases would do, and has a workflow do it. */
@Injectable()
export class InterventionsService {
  readonly rows: InterventionRows;

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly selecting: Selecting,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
    private readonly cases: CasesService,
  ) {
    this.rows = new InterventionRows(dataSource);
  }

  /** Changes nothing. @throws AppError BATCH_EMPTY, INTERVENTION_TOO_LARGE, and what is wrong with the parameters */
  async preview(input: InterventionInput, caller: Caller): Promise<InterventionPreview> {
    const { asked, looked, allowed, secondPersonAbove, isForTwo } = await this.selecting.of(input, caller);
    const begun = await asSystem('interventions', () => begunBefore(this.dataSource, caller.subject ?? '', asked.kind, this.time.now()));
    const { clocks, told, undoneBy } = INTERVENTION_RULES[asked.kind];
    return {
      previewHash: previewHashOf(asked, looked.map(({ mark }) => mark)),
      ...{ allowed: allowed.length, refused: looked.length - allowed.length, needsSecond: isForTwo(begun), begunBefore: begun, secondPersonAbove },
      ...{ clocks: [...clocks], told: [...told], undoneBy, cases: looked.map((one) => previewed(one, caller)) },
    };
  }

  /**
   * Freezes the selection and hands it to the engine; what the rules refuse has its result at once.
   * @throws AppError INPUT_INVALID without a reason, PREVIEW_CHANGED, INTERVENTION_EMPTY or a last resort's own refusal, IDEMPOTENCY_CONFLICT, ENGINE_UNAVAILABLE
   */
  start(input: StartInterventionInput, caller: Caller): Promise<InterventionRow> {
    const { previewHash, idempotencyKey: _key, reason, ...asked } = input;
    const audited: AuditedOperation = { operation: 'startIntervention', caller, target: { type: 'intervention', id: '-' }, details: { kind: input.kind } };
    return this.unitOfWork.attempt(audited, async () => {
      const { text } = orThrow(checkReason('reason', reason));
      const key = keyOf(withoutPreview(input));
      const before = await this.startedBefore(key, caller);
      if (before) return before;
      const selection = await this.selecting.of(asked, caller);
      const changed = changedSince(previewHash, selection.asked, selection.looked.map(({ mark }) => mark));
      if (changed.length > 0) throw new AppError('PREVIEW_CHANGED', { field: 'previewHash', actual: changed.length, changed: changed.slice(0, MOST_TOLD) });
      return this.begin({ selection, reason: text, key }, audited, caller);
    });
  }

  /**
   * Another one of the opposite kind over those that were done; each gets back what it had.
   * @throws AppError NOT_FOUND, INTERVENTION_NOT_UNDOABLE, INTERVENTION_EMPTY
   */
  undo(id: string, reason: string, caller: Caller): Promise<InterventionRow> {
    const audited: AuditedOperation = { operation: 'undoIntervention', caller, target: { type: 'intervention', id } };
    return this.unitOfWork.attempt(audited, async () => {
      const { text } = orThrow(checkReason('reason', reason));
      const undone = await this.rows.one(id);
      const { undoneBy: kind } = INTERVENTION_RULES[undone.kind];
      if (kind === null || undone.undoneBy !== null || undone.undoOf !== null || !isOver(undone)) throw new AppError('INTERVENTION_NOT_UNDOABLE');
      const done = ((await this.rows.allResults([id])).get(id) ?? []).filter(({ outcome }) => outcome === 'done');
      if (done.length === 0) throw new AppError('INTERVENTION_NOT_UNDOABLE');
      const own = new Map(done.map(({ number, before }) => [number, before]));
      const numbers = [...own.keys()].toSorted();
      const visible = await this.cases.manyVisible(numbers, caller);
      const selection = await this.selecting.look({ kind, numbers, parameters: {} }, new Set(visible.keys()), caller, own);
      return this.begin({ selection, reason: text, key: `undo/${id}`, undoOf: id, own }, audited, caller);
    });
  }

  private async startedBefore(key: string, caller: Caller): Promise<InterventionRow | null> {
    const known = await this.rows.ofKey(caller.subject ?? '', key.slice(0, key.lastIndexOf('#')));
    if (!known) return null;
    if (known.contentHash !== hashOf(key)) throw new AppError('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey', value: key.slice(0, key.lastIndexOf('#')) });
    return this.rows.one(known.id);
  }

  private async begin(beginning: Beginning, audited: AuditedOperation, caller: Caller): Promise<InterventionRow> {
    const { selection, reason, undoOf = null, own } = beginning;
    const { asked, allowed } = selection;
    const [first] = allowed;
    if (first === undefined) throw nothingAllowed(selection);
    const at = this.time.now();
    const areaCode = widestOver(selection);
    const key = undoOf === null ? beginning.key.slice(0, beginning.key.lastIndexOf('#')) : `${beginning.key}/${at.getTime()}`;
    const countyCode = first.known.countyCode;
    const added = await this.unitOfWork.run(audited, async (manager) => {
      const cases = selection.looked.map((one) => newCase(one, own?.get(one.number) ?? null, areaCode));
      const { id, approvalUntil } = await this.write(manager, selection, { areaCode, countyCode, reason, undoOf, key, contentHash: hashOf(beginning.key), at }, cases);
      audited.target = { type: 'intervention', id, countyCode };
      audited.details = { kind: asked.kind, cases: selection.looked.length, allowed: allowed.length, needsSecond: approvalUntil !== null, ...(undoOf === null ? {} : { undoOf }) };
      return { id, approvalUntil };
    });
    await this.handToEngine(added.id, audited, caller);
    if (added.approvalUntil !== null) {
      const notice = secondPersonNotice({ id: added.id, kind: asked.kind, areaCode, bySubject: selection.by.subject, cases: allowed.length, approvalUntil: added.approvalUntil });
      await asSystem('steps', () => enqueue(this.dataSource, 'cases', notice));
    }
    return this.rows.one(added.id);
  }

  /** Whether it waits for a second person is counted here, one after the other. @throws AppError IDEMPOTENCY_CONFLICT */
  private async write(manager: EntityManager, selection: Selection, said: Said, cases: NewCase[]): Promise<{ id: string; approvalUntil: Date | null }> {
    const { asked, by, secondPersonAbove } = selection;
    const { kind, parameters } = asked;
    const begun = await asSystem('interventions', () => oneAtATime(manager, by.subject, kind).then(() => begunBefore(manager, by.subject, kind, said.at)));
    const isForTwo = selection.isForTwo(begun);
    const approvalUntil = isForTwo ? new Date(said.at.getTime() + APPROVAL_HOURS * HOUR_MS) : null;
    const given = { ...said, kind, parameters, by, secondPersonAbove, isWaiting: isForTwo, approvalUntil };
    const id = await asSystem('interventions', () => addIntervention(manager, given, cases));
    if (id === null) throw new AppError('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey', value: said.key });
    return { id, approvalUntil };
  }

  /** Where the engine does not take it nothing was done, and that is told. */
  private async handToEngine(id: string, { operation, target }: AuditedOperation, caller: Caller): Promise<void> {
    const inputs = await asSystem('interventions', () => bulkInputs(this.dataSource, [id], this.time.mapped));
    try {
      for (const input of inputs) await handOver(this.client, input);
    } catch (error) {
      await this.unitOfWork.run({ operation, caller, target, details: { notStarted: true } }, (manager) =>
        asSystem('interventions', async () => {
          await manager.query(NOT_STARTED, [id, this.time.now()]);
          await manager.query(NONE_DONE, [id]);
        }),
      );
      throw engineError(error);
    }
  }
}

/** Of a last resort on its one case the refusal itself is told, with what people did behind the point. */
function nothingAllowed({ asked: { kind, parameters }, looked: [only] }: Selection): AppError {
  if (!INTERVENTION_RULES[kind].isLastResort || only === undefined || only.verdict.ok) return new AppError('INTERVENTION_EMPTY', { field: 'numbers' });
  const acts = (parameters.reset?.acts ?? []).map(({ name, at }) => `${name} ${at}`);
  return new AppError(only.verdict.code, { ...only.verdict.details, ...(only.verdict.code === 'RESET_REPEATS_ACTS' && { acts }) });
}

/** What was looked at before is no part of what is asked. */
const withoutPreview = ({ previewHash: _seen, reviewAt, ...said }: StartInterventionInput) => ({ ...said, ...(reviewAt ? { reviewAt: reviewAt.toISOString() } : {}) });
const isOver = ({ state }: InterventionRow): boolean => state === 'done' || state === 'cancelled';
const hashOf = (key: string): string => createHash('sha256').update(canonicalForm(key)).digest('hex');

/** The widest of the positions that speak for it, and whatever else lies in it: who looks after all of that sees it and may agree. */
function widestOver({ by, asked, allowed }: Selection): string {
  const { who } = INTERVENTION_RULES[asked.kind];
  const areas = by.positions.filter(({ role, areaCode }) => who.includes(role) && allowed.some((one) => one.known.areaCode.startsWith(areaCode))).map(({ areaCode }) => areaCode);
  const [widest] = areas.toSorted((a, b) => a.length - b.length);
  return commonAreaOf([...(widest ? [widest] : []), ...allowed.map(({ known }) => known.areaCode)]) ?? allowed[0]?.known.countyCode ?? '';
}

/** `within`: for a number that whoever asks does not see, so that they find it among the results. */
const newCase = ({ number, known, verdict, mark }: Looked, own: InterventionParameters | null, within: string): NewCase => ({
  ...{ case_number: number, area_code: known?.areaCode ?? within, mark, own },
  ...(verdict.ok ? { code: null, details: {} } : { code: verdict.code, details: verdict.details }),
});

function previewed({ number, known, verdict }: Looked, { language }: Caller): PreviewedCase {
  const code: ErrorCode | null = verdict.ok ? null : verdict.code;
  const has = known?.waitsFor;
  return {
    ...{ number, allowed: verdict.ok, code, message: verdict.ok ? null : describeError(verdict.code, verdict.details, language) },
    holder: has
      ? {
          ...{ tier: has.tier, roles: [...has.roles], area: { code: has.areaCode } },
          ...{ unit: has.unitCode === null ? null : { code: has.unitCode }, person: has.holder === null ? null : { id: has.holder } },
        }
      : null,
    tierDueAt: known?.tierDueAt ? new Date(known.tierDueAt) : null,
    resolutionDueAt: known ? new Date(known.resolutionDueAt) : null,
  };
}
