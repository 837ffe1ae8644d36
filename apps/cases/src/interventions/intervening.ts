import { setTimeout as pause } from 'node:timers/promises';
import { activityInfo } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { CaseStep } from '@yiwang/contracts/case-flow';
import { decisionStepId, QUERIES, updateIdOf } from '@yiwang/contracts/engine';
import { CATEGORIES, ERRORS, type ErrorCode } from '@yiwang/contracts/errors';
import { interventionKey, type CaseIntervention, type CaseResult, type InterventionActivities } from '@yiwang/contracts/interventions';
import { recordAudit } from '@yiwang/platform/audit';
import { AppError } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource, EntityManager } from 'typeorm';
import type { BusinessTime } from '../business-time.js';
import type { CaseEngine } from '../course/case-engine.js';
import { runsOf } from '../projection/case-runs.js';
import { recordedSteps } from '../projection/recorded-steps.js';
import { ReasonKeeper } from '../stuck/reason-keeper.js';
import { ACTS, TELL } from '../stuck/repairs.service.js';
import { DecidedBefore } from '../tasks/decided-before.js';
import { actorOf } from './acting.js';
import { beforeOf, DECISION, decisionOf, isDecision, isRepair, isWanted } from './decisions-of.js';
import { markOf, type KnownCase, type KnownCases } from './known-cases.js';
import { Resetting } from './resetting.js';
import { Terminating } from './terminating.js';

type Outcome = CaseResult['outcome'];
type Position = CaseIntervention['by']['positions'][number];

/** What follows from a decision by itself is looked for so long before the try counts as failed. */
const LOOK_MS = 12_000;
const LOOK_EVERY_MS = 250;

/** Refusals that say: it is so already. */
const SO_ALREADY: readonly ErrorCode[] = ['CASE_NOT_PAUSED', 'CASE_ALREADY_PAUSED', 'REPAIR_NOT_NEEDED'];

const STORED = 'select outcome, before from intervention_case where intervention_id = $1 and case_number = $2';
/** Known before the act, so that a try that follows a dead one still knows it. */
const BEFORE = `update intervention_case set before = $3, tries = tries + 1 where intervention_id = $1 and case_number = $2 and outcome = 'waiting'`;
const TRIED = `update intervention_case set tries = tries + 1 where intervention_id = $1 and case_number = $2 and outcome = 'waiting'`;
const STORE = `
update intervention_case set outcome = $3, code = $4, details = $5, at = $6
where intervention_id = $1 and case_number = $2 and outcome = 'waiting' returning outcome`;
const ENTER = `
update intervention set state = $2, approved_by = coalesce($3, approved_by), ended_at = case when $2 = any($5) then $4::timestamptz end
where id = $1 returning id`;
const LEAVE = `update intervention_case set outcome = 'left' where intervention_id = $1 and outcome = 'waiting'`;
const FINAL = ['done', 'cancelled', 'lapsed'];
const STEP = 'select 1 from case_step where case_number = $1 and step_id = $2';
const REPAIRED = `select 1 from timeline_entry where case_number = $1 and type = 'repaired' and data->>'intervention' = $2`;
const SEND_SKIPPED = {
  system: 'sender',
  sql: `update notification set state = 'waiting', attempts = 0, next_attempt_at = now(), settled_at = null where case_number = $1 and state = 'skipped' returning 1`,
};

/** Whether a repair has come to something; what waits to be sent again is looked at until it is sent or refused. */
const REPAIR_STANDS = `
select not exists (select from start_outbox where case_number = $1) as started,
  not exists (select from case_doubt where case_number = $1) as compared,
  not exists (select from notification where case_number = $1 and recipient->>'kind' in ('position', 'person')
    and state in ('waiting', 'refused', 'dead')) as sent,
  not exists (select from notification where case_number = $1 and recipient->>'kind' in ('position', 'person')
    and (state in ('refused', 'dead') or (state = 'waiting' and attempts > 1))) as skipped`;
type Stands = Record<'started' | 'compared' | 'sent' | 'skipped', boolean>;

/** The worker's side of stepping in: one case at a time, however often it is tried. */
export class Intervening {
  private readonly before: DecidedBefore;
  private readonly keeper: ReasonKeeper;
  private readonly resetting: Resetting;
  private readonly terminating: Terminating;

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: Client,
    private readonly engine: CaseEngine,
    private readonly known: KnownCases,
    private readonly time: BusinessTime,
  ) {
    this.before = new DecidedBefore(dataSource, engine);
    this.keeper = new ReasonKeeper(dataSource, time, { warn: () => undefined });
    this.resetting = new Resetting(dataSource, client, known, time);
    this.terminating = new Terminating(dataSource, client, known, time);
  }

  get activities(): InterventionActivities {
    return {
      intervene: (one) => this.intervene(one),
      giveUp: ({ id, number }) => this.store({ id, number }, { outcome: 'failed', code: null, details: {} }),
      recordIntervention: (entered) => this.enter(entered),
    };
  }

  /** @throws whatever another try may mend: an engine or a database that is away, a result that does not show yet. */
  async intervene(one: CaseIntervention): Promise<Outcome> {
    const [stored] = await this.query<{ outcome: Outcome | 'waiting' }>(STORED, [one.id, one.number]);
    if (stored && stored.outcome !== 'waiting') return stored.outcome;
    try {
      const stands = await this.act(one);
      return await this.store(one, { outcome: stands ? 'done' : 'failed', code: null, details: {} });
    } catch (error) {
      if (!(error instanceof AppError) || CATEGORIES[ERRORS[error.code].category].http >= 500) throw error;
      const { code, details } = error;
      return this.store(one, { outcome: SO_ALREADY.includes(code) ? 'unchanged' : 'refused', code, details });
    }
  }

  /** @returns false where it was done and did not mend what it was to mend. */
  private async act(one: CaseIntervention): Promise<boolean> {
    if (isRepair(one.kind)) return this.repair(one);
    if (isDecision(one.kind)) await this.decide(one);
    else {
      await this.query(TRIED, [one.id, one.number]);
      await (one.kind === 'reset' ? this.resetting.reset(one) : this.terminating.terminate(one));
    }
    return true;
  }

  private async decide(one: CaseIntervention): Promise<void> {
    const { kind, number, id } = one;
    if (!isDecision(kind)) return;
    const idempotencyKey = interventionKey(id, number);
    const keyed = { actor: { kind: 'person' as const, subject: one.by.subject }, idempotencyKey };
    const before = await asSystem('watch', () => this.before.look(DECISION[kind], keyed, number, null));
    const found = await this.caseOf(number);
    const { position, verdict } = this.known.verdict(kind, one.by, found, one.parameters);
    const name = DECISION[kind];
    if (before.was === 'never') {
      if (!verdict.ok) throw new AppError(verdict.code, verdict.details);
      if (markOf(found, verdict) !== one.mark) throw new AppError('INTERVENTION_CASE_CHANGED');
      await this.query(BEFORE, [id, number, JSON.stringify(beforeOf(kind, found))]);
    } else await this.query(TRIED, [id, number]);
    let owner = before.was === 'lost' ? before.workflowId : '';
    if (before.was === 'taken') owner = await this.ownerOf(number, name, keyed);
    else {
      const { workflowId, content } = decisionOf(kind, one, found);
      owner ||= workflowId;
      const input = { actor: actorOf(one, position), idempotencyKey, ...content };
      await this.engine.decide(name, { caseNumber: number, workflowId: owner }, input as never);
    }
    await this.seeDecided(one, owner, decisionStepId(owner, name, updateIdOf(name, keyed.actor, idempotencyKey)), found);
  }

  /** Read back from both: the workflow says that it has recorded the step, and PostgreSQL has it. */
  private async seeDecided(one: CaseIntervention, workflowId: string, stepId: string, before: KnownCase): Promise<void> {
    if (!isDecision(one.kind)) return;
    const step = await this.recorded(one.number, workflowId, stepId);
    const [stands] = await asSystem('watch', () => this.dataSource.query<unknown[]>(STEP, [one.number, stepId]));
    if (step === undefined || stands === undefined || !isWanted(one.kind, one, step)) throw new Error(`${one.kind} of ${one.number} does not show yet`);
    if (one.kind !== 'escalate' && one.kind !== 'deescalate') return;
    const had = new Set(workOf(before.tasks).map(({ id }) => id));
    const isThere = await this.isSeen(async () => {
      const { tasks, facts } = await this.caseOf(one.number);
      if (one.kind === 'deescalate') return facts.path === one.parameters.path;
      const work = workOf(tasks);
      return work.some(({ id }) => !had.has(id)) || (work.length > 0 && (await this.wasMoved(one.number, step.at)));
    });
    if (!isThere) throw new Error(`${one.number} has not moved yet`);
  }

  private async recorded(number: string, workflowId: string, stepId: string): Promise<CaseStep | undefined> {
    const ofRun = await this.client.workflow
      .getHandle(workflowId)
      .query<CaseStep[]>(QUERIES.recordedSteps)
      .catch(() => [] as CaseStep[]);
    const found = ofRun.find((step) => step.stepId === stepId);
    if (found !== undefined) return found;
    const runs = (await runsOf(this.client, number)).filter((run) => run.workflowId === workflowId);
    return (await recordedSteps(this.client, number, runs)).steps.find((step) => step.stepId === stepId);
  }

  /** A decision that was taken names its workflow in its step. */
  private async ownerOf(number: string, name: string, { actor, idempotencyKey }: { actor: { kind: string; subject: string }; idempotencyKey: string }): Promise<string> {
    const end = decisionStepId('', name, updateIdOf(name, actor, idempotencyKey));
    const sql = 'select step_id as id from case_step where case_number = $1 and position($2 in step_id) > 0';
    const [row] = await asSystem('watch', () => this.dataSource.query<{ id: string }[]>(sql, [number, end]));
    return row === undefined ? number : row.id.slice(0, row.id.indexOf('#'));
  }

  private async wasMoved(number: string, since: string): Promise<boolean> {
    const sql = `select 1 from timeline_entry where case_number = $1 and type in ('movedUp', 'handedUp') and at >= $2::timestamptz - interval '1 second'`;
    return (await asSystem('watch', () => this.dataSource.query<unknown[]>(sql, [number, since]))).length > 0;
  }

  /** @returns whether it mended what it was to mend; where it did not, the case says so again by its reason. */
  private async repair(one: CaseIntervention): Promise<boolean> {
    const { kind, number, id } = one;
    if (!isRepair(kind)) return false;
    await this.query(TRIED, [id, number]);
    await this.keeper.lookAt([number]);
    const found = await this.caseOf(number);
    const { position, verdict } = this.known.verdict(kind, one.by, found, one.parameters);
    await this.dataSource.transaction(async (manager) => {
      const told = await asSystem('watch', () => manager.query<unknown[]>(REPAIRED, [number, id]));
      if (told.length > 0) return;
      if (!verdict.ok || position === undefined) throw verdict.ok ? new AppError('FORBIDDEN') : new AppError(verdict.code, verdict.details);
      const { system, sql } = kind === 'sendSkipped' ? SEND_SKIPPED : ACTS[kind];
      // TypeORM answers an UPDATE with its rows and their count.
      const [, count] = await asSystem(system, () => manager.query<[unknown[], number]>(sql, [number]));
      if (count === 0) throw new AppError('REPAIR_NOT_NEEDED', { field: 'kind' });
      await this.tell(manager, one, position, found.countyCode, count);
    });
    const wanted = { retryStart: 'started', compareRecords: 'compared', retryNotices: 'sent', sendSkipped: 'sent', skipNotices: 'skipped' } as const;
    const isMended = await this.isSeen(async () => {
      const [stands] = await asSystem('watch', () => this.dataSource.query<[Stands]>(REPAIR_STANDS, [number]));
      return stands[wanted[kind]];
    });
    await this.keeper.lookAt([number]);
    return isMended;
  }

  private async tell(manager: EntityManager, { id, kind, number, reason, by }: CaseIntervention, position: Position, countyCode: string, count: number): Promise<void> {
    const data = JSON.stringify({ act: kind, count, intervention: id });
    await asSystem('steps', () => manager.query(TELL, [number, countyCode, this.time.now(), by.subject, position.role, reason, data]));
    const caller = { kind: 'person' as const, subject: by.subject };
    const target = { type: 'case', id: number, countyCode };
    await recordAudit(manager, { operation: 'startIntervention', caller, target, positions: [position.id], details: { kind, count, intervention: id } });
  }

  private async caseOf(number: string): Promise<KnownCase> {
    const found = (await this.known.of([number])).get(number);
    if (!found) throw new AppError('CASE_NOT_FOUND', { value: number });
    return found;
  }

  private async isSeen(holds: () => Promise<boolean>): Promise<boolean> {
    for (const until = Date.now() + LOOK_MS; ; await pause(LOOK_EVERY_MS)) {
      if (await holds()) return true;
      if (Date.now() > until) return false;
    }
  }

  private async store({ id, number }: Pick<CaseIntervention, 'id' | 'number'>, { outcome, code, details }: Omit<CaseResult, 'before'>): Promise<Outcome> {
    await this.query(STORE, [id, number, outcome, code, JSON.stringify(details), this.time.now()]);
    const [stored] = await this.query<{ outcome: Outcome }>(STORED, [id, number]);
    return stored?.outcome ?? outcome;
  }

  private async enter({ id, state, at, approvedBy }: Parameters<InterventionActivities['recordIntervention']>[0]): Promise<void> {
    await asSystem('interventions', () =>
      this.dataSource.transaction(async (manager) => {
        const [, rows] = await manager.query<[unknown[], number]>(ENTER, [id, state, approvedBy ?? null, at, FINAL]);
        if (rows === 0) throw new Error(`There is no intervention ${id} (attempt ${activityInfo().attempt})`);
        if (state === 'cancelled' || state === 'lapsed') await manager.query(LEAVE, [id]);
      }),
    );
  }

  private query<R>(sql: string, values: unknown[]): Promise<R[]> {
    return asSystem('interventions', () => this.dataSource.query<R[]>(sql, values));
  }
}

/** Between the path that a case leaves and the next one it has none of these: it has moved once somebody holds it again. */
const workOf = (tasks: KnownCase['tasks']): KnownCase['tasks'] => tasks.filter(({ kind }) => kind !== 'order' && kind !== 'approve');
