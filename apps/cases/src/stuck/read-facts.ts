import type { AboutWhom, Stage, TimelineType } from '@yiwang/contracts/case-flow';
import { ratingClosesAt } from '@yiwang/domain/clocks';
import type { CaseFacts, Failing, MachineFacts, TaskFacts } from '@yiwang/domain/stuck';
import { businessAt, type TimeMap } from '@yiwang/domain/time';

/** Instants inside JSON come as PostgreSQL writes them. */
type Instant = string;

interface Tries {
  since: Instant;
  attempts: number;
  failure: string | null;
  nextTryAt: Instant | null;
}

/** One row of FACTS. */
export interface FactsRow {
  number: string;
  countyCode: string;
  townCode: string | null;
  villageCode: string | null;
  areaCode: string;
  aboutWhom: AboutWhom | null;
  stage: Stage;
  paused: 'waitingForResident' | 'suspended' | null;
  mergedInto: string | null;
  receivedAt: Date;
  reviewAt: Date | null;
  tierDueAt: Date | null;
  resolutionDueAt: Date;
  resolvedAt: Date | null;
  closedAt: Date | null;
  /** While it waits for its rating. */
  ratingDays: number | null;
  tasks: TaskFacts[];
  last: Partial<Record<TimelineType, Instant>>;
  pausedUntil: Instant | null;
  returns: Instant[] | null;
  marked: Record<string, Instant> | null;
  isOpened: boolean;
  start: Tries | null;
  doubt: { since: Instant; tries: number } | null;
  delivery: (Tries & { isRefused: boolean }) | null;
  troubles: (Tries & { kind: 'step' | 'workflowTask' | 'lost'; part: string })[] | null;
}

/** What does not answer, since when by the machine's time. */
export interface MachineState {
  engineAwaySince: Date | null;
  workerAwaySince: Date | null;
}

/** A timer may be late by a second or two, and a worker busy; a minute says that none was armed. */
const UNMARKED_AFTER_MS = 60_000;

/** What brought a case into the stage that it is in. */
const BROUGHT_BY: Partial<Record<Stage, readonly TimelineType[]>> = {
  evaluating: ['answered', 'verified'],
  verifying: ['answered'],
  referred: ['referred'],
  handling: ['accepted', 'assigned', 'newRound', 'reopened', 'resumed', 'handedUp', 'movedUp', 'delegated'],
  dispatched: ['dispatched', 'handedUp', 'movedUp'],
  accepted: ['accepted'],
};

/** What the tables say, as the rule wants it: instants in UTC, and the machine's own turned into business time. */
export function readFacts(row: FactsRow, machine: MachineState, nowMs: number, map: TimeMap): CaseFacts {
  const business = (at: Instant | Date): Instant => new Date(businessAt(map, new Date(at).getTime())).toISOString();
  const now = new Date(businessAt(map, nowMs)).toISOString();
  const isAnswered = row.resolvedAt !== null || row.stage === 'evaluating' || row.stage === 'verifying';
  const stands = isAnswered || row.paused !== null || row.mergedInto !== null;
  const decidedAt = row.last.arbitrated === undefined ? 0 : Date.parse(row.last.arbitrated);
  const returns = (row.returns ?? []).map((at) => utc(at)).filter((at) => Date.parse(at) > decidedAt).toSorted();
  return {
    now,
    stage: row.stage,
    stageSince: latest([row.receivedAt, ...(BROUGHT_BY[row.stage] ?? []).flatMap((type) => row.last[type] ?? []), ...(row.mergedInto === null ? [] : [row.last.merged ?? row.receivedAt])]),
    dueAt: stands ? null : earliest([row.tierDueAt, row.resolutionDueAt]),
    paused: row.paused && {
      kind: row.paused,
      since: utc((row.paused === 'suspended' ? row.last.suspended : row.last.paused) ?? row.receivedAt),
      until: row.pausedUntil === null ? null : utc(row.pausedUntil),
    },
    mergedInto: row.mergedInto,
    tasks: row.tasks.map((task) => ({ ...task, openedAt: utc(task.openedAt), dueAt: utc(task.dueAt) })),
    returns: { count: returns.length, lastAt: returns.at(-1) ?? null },
    ratingUntil: ratingUntil(row),
    machine: readMachine(row, machine, business, stands ? null : unmarked(row, now, UNMARKED_AFTER_MS * map.rate)),
  };
}

function readMachine(row: FactsRow, machine: MachineState, business: (at: Instant | Date) => Instant, unmarkedAt: Instant | null): MachineFacts {
  const { start, doubt, delivery } = row;
  const failing = ({ since, attempts, failure, nextTryAt }: Tries): Failing => ({
    ...{ since: business(since), attempts, failure, nextTryAt: nextTryAt && business(nextTryAt) },
  });
  const trouble = (kind: 'step' | 'workflowTask' | 'lost') => row.troubles?.find((one) => one.kind === kind);
  const [step, workflowTask, lost] = [trouble('step'), trouble('workflowTask'), trouble('lost')];
  return {
    ...(lost && { lost: { since: business(lost.since), as: lost.failure as NonNullable<MachineFacts['lost']>['as'] } }),
    ...(machine.engineAwaySince && { engineAway: { since: business(machine.engineAwaySince) } }),
    ...(workflowTask && { workflowTask: failing(workflowTask) }),
    ...(machine.workerAwaySince && { noWorker: { since: business(machine.workerAwaySince) } }),
    ...(start && { start: failing(start) }),
    ...(!row.isOpened && !start && { unopened: { since: row.receivedAt.toISOString() } }),
    ...(step && { step: failing(step) }),
    ...(unmarkedAt && { unmarked: { dueAt: unmarkedAt } }),
    ...(doubt && { doubt: { since: business(doubt.since), tries: doubt.tries } }),
    ...(delivery && { delivery: { ...failing(delivery), isRefused: delivery.isRefused } }),
  };
}

/** When the case closes unrated. What was answered with another case has its answer's entry too. */
function ratingUntil({ ratingDays, last: { answered } }: FactsRow): Instant | null {
  return ratingDays === null || answered === undefined ? null : ratingClosesAt(utc(answered), ratingDays);
}

/** The first deadline that has passed without a mark, where one has. */
function unmarked({ tierDueAt, resolutionDueAt, marked }: FactsRow, now: Instant, graceMs: number): Instant | null {
  const clocks = [{ clock: 'tier', at: tierDueAt }, { clock: 'resolution', at: resolutionDueAt }];
  const missing = clocks.filter(({ clock, at }) => {
    if (at === null || at.getTime() + graceMs > Date.parse(now)) return false;
    const last = marked?.[clock];
    return last === undefined || Date.parse(last) < at.getTime();
  });
  return earliest(missing.map(({ at }) => at));
}

const utc = (at: Instant | Date): Instant => new Date(at).toISOString();
const earliest = (all: readonly (Date | null)[]): Instant | null => all.filter((at) => at !== null).map(utc).toSorted()[0] ?? null;
const latest = (all: readonly (Instant | Date)[]): Instant => all.map(utc).toSorted().at(-1) as Instant;
