import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { lifecycleWorkflowId } from '@yiwang/contracts/engine';
import {
  compareCase,
  compareKnown,
  foldSteps,
  knownOf,
  type Difference,
  type ProjectionReport,
  type ProjectionScope,
} from '@yiwang/contracts/projection';
import type { DataSource } from 'typeorm';
import { listAllRuns, runsOf, type KeptRun } from './case-runs.js';
import { forgottenCases, withoutRow, type LifecycleState } from './forgotten.js';
import { mendCase, type Mending } from './mend-case.js';
import { isWhole, recordedSteps, withoutTakenOver } from './recorded-steps.js';
import { readStored } from './stored-case.js';

export interface ProjectionOptions {
  /** For `rebuild` as the owner of the tables, or as the system `mending` for cases in doubt; for `check` the service's own role is enough. */
  dataSource: DataSource;
  client: Client;
  cases: ProjectionScope;
  /** Mends what differs. */
  rebuild?: boolean;
  /** How long mending waits for steps that are being written, in milliseconds; 10 s where left out. */
  patienceMs?: number;
  /** How many cases are asked of the engine at once. */
  parallel?: number;
  onProgress?: (done: number, of: number) => void;
}

const PARALLEL = 16;
/** What differs is looked at again: a step may be on its way. */
const LOOKS = 4;
const BETWEEN_LOOKS_MS = 500;

/** Compares what PostgreSQL holds of cases with what the engine's steps make of it, and mends it where that is wanted. */
export async function checkProjection(options: ProjectionOptions): Promise<ProjectionReport> {
  const check = new ProjectionCheck(options);
  return check.run();
}

class ProjectionCheck {
  private readonly begun = Date.now();
  private readonly report: ProjectionReport = {
    ...{ checked: 0, steps: 0, differences: [], mended: [], forgotten: [], unreadable: [], partly: [], tookMs: 0 },
  };
  private listed: Map<string, KeptRun[]> | null = null;

  constructor(private readonly options: ProjectionOptions) {}

  async run(): Promise<ProjectionReport> {
    const { cases, onProgress } = this.options;
    const numbers = await this.numbers();
    const queue = [...numbers];
    let done = 0;
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        await this.checkCase(next);
        onProgress?.((done += 1), numbers.length);
      }
    };
    await Promise.all(Array.from({ length: this.options.parallel ?? PARALLEL }, worker));
    if (typeof cases === 'string') await this.readAgain();
    await this.findForgotten(typeof cases === 'string' ? null : cases);
    return { ...this.report, tookMs: Date.now() - this.begun };
  }

  /** Sixteen cases at once keep a busy worker longer than a question may wait: what was not read is asked for alone. */
  private async readAgain(): Promise<void> {
    for (const { caseNumber } of this.report.unreadable.splice(0)) await this.checkCase(caseNumber);
  }

  private async numbers(): Promise<string[]> {
    const { cases, client, dataSource } = this.options;
    if (typeof cases !== 'string') return [...new Set(cases)];
    this.listed = await listAllRuns(client);
    const closed = cases === 'open' ? 'closed_at is null' : 'true';
    const rows = await dataSource.query<{ number: string }[]>(
      `select number from case_file c where ${closed} and exists (select from case_step s where s.case_number = c.number)`,
    );
    const numbers = new Set(rows.map(({ number }) => number));
    if (cases === 'all') for (const number of this.listed?.keys() ?? []) numbers.add(number);
    return [...numbers].filter((number) => !this.listed || this.listed.has(number)).sort();
  }

  /** The list first, because it is quick; histories and another moment where something seems to be wrong. */
  private async checkCase(caseNumber: string): Promise<void> {
    try {
      let runs = this.listed?.get(caseNumber);
      let surplus: readonly string[] | undefined;
      for (let look = 1; ; look += 1) {
        runs ??= await runsOf(this.options.client, caseNumber);
        if (runs.length === 0) throw new Error('the engine keeps no history of it');
        const seen = await this.look(caseNumber, runs);
        // Whatever a workflow was about to keep at the first look it has kept by the last: an answer waits for its task.
        if (seen) surplus = surplusOf(seen.differences).filter((id) => surplus?.includes(id) ?? true);
        if (seen && look === LOOKS) seen.neverKept = surplus;
        const verdict = await this.judge(caseNumber, seen, look === LOOKS);
        if (verdict === 'settled') return;
        runs = undefined;
        await pause(BETWEEN_LOOKS_MS);
      }
    } catch (error) {
      this.report.unreadable.push({ caseNumber, reason: reasonOf(error) });
    }
  }

  private async look(caseNumber: string, runs: KeptRun[]): Promise<(Mending & { differences: Difference[] }) | null> {
    const { client, dataSource } = this.options;
    let recorded = await recordedSteps(client, caseNumber, runs);
    const stored = (await readStored(dataSource.manager, [caseNumber])).get(caseNumber);
    if (!stored) return null;
    const known = new Set(recorded.steps.map(({ stepId }) => stepId));
    if (stored.stepIds.some((id) => !known.has(id))) recorded = await withoutTakenOver(client, caseNumber, runs, recorded);
    const whole = isWhole(recorded, stored.stepIds);
    const expected = whole ? foldSteps(recorded.steps) : knownOf(recorded.steps, stored);
    if (!expected) return null;
    const differences = (whole ? compareCase : compareKnown)(expected, stored);
    return { steps: recorded.steps, expected, isWhole: whole, differences };
  }

  private async judge(
    caseNumber: string,
    seen: (Mending & { differences: Difference[] }) | null,
    isLast: boolean,
  ): Promise<'settled' | 'again'> {
    const differences = seen?.differences ?? [];
    const isMended = differences.length > 0 && this.options.rebuild === true && (await this.mend(seen as Mending));
    if (differences.length > 0 && !isLast && !isMended) return 'again';
    this.report.checked += 1;
    this.report.steps += seen?.steps.length ?? 0;
    if (seen && !seen.isWhole) this.report.partly.push(caseNumber);
    if (isLast && !isMended) this.report.differences.push(...differences);
    return 'settled';
  }

  private async mend(mending: Mending): Promise<boolean> {
    const outcome = await mendCase(this.options.dataSource, mending, this.options.patienceMs);
    if (outcome.ok) this.report.mended.push(...outcome.mended);
    return outcome.ok;
  }

  private async findForgotten(caseNumbers: readonly string[] | null): Promise<void> {
    const { manager } = this.options.dataSource;
    const look = (numbers: readonly string[] | null) => forgottenCases(manager, numbers, (number) => this.stateOf(number));
    const candidates = await look(caseNumbers);
    const running = [...(this.listed ?? [])].flatMap(([number, runs]) =>
      runs.some(({ workflowId, isOpen }) => workflowId === number && isOpen) ? [number] : [],
    );
    const rowless = await withoutRow(manager, running);
    if (candidates.length > 0) {
      // Between starting and opening its first task a case is nobody's for a moment.
      this.listed = null;
      await pause(2 * BETWEEN_LOOKS_MS);
      this.report.forgotten.push(...(await look(candidates.map(({ caseNumber }) => caseNumber))));
    }
    this.report.forgotten.push(...rowless);
  }

  private async stateOf(caseNumber: string): Promise<LifecycleState> {
    const listed = this.listed?.get(caseNumber)?.some(({ workflowId, isOpen }) => workflowId === caseNumber && isOpen);
    if (listed) return 'open';
    try {
      const { status } = await this.options.client.workflow.getHandle(lifecycleWorkflowId(caseNumber)).describe();
      return status.name === 'RUNNING' ? 'open' : 'ended';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'none';
      throw error;
    }
  }
}

/** Steps of PostgreSQL that the workflows do not name. */
const surplusOf = (differences: readonly Difference[]): string[] =>
  differences.flatMap(({ field, expected, actual }) => (field === 'step' && expected === undefined ? [actual as string] : []));

const reasonOf = (error: unknown): string =>
  error instanceof Error
    ? [error.message, (error.cause as Error | undefined)?.message].filter(Boolean).join(': ')
    : String(error);
