import { levelOf } from '../areas/index.js';
import { isAbove } from '../paths/above.js';
import { isFineEnough, type PathRefusal } from '../paths/decisions.js';
import { mayReclassify, mayResume, maySupervise, type CaseSeen } from '../paths/oversight.js';
import { mayDispose, mayReassign, PATHS_BELOW, type HolderOfCase, type Speaking } from '../paths/sharing.js';
import { isFinal } from '../paths/stages.js';
import type { Path, TaskKind } from '../paths/vocabulary.js';
import { repairsFor, type Repair } from '../stuck/repairs.js';
import type { ReasonKind } from '../stuck/reasons.js';
import { INTERVENTION_RULES, type Intervention } from './kinds.js';
import { mayLiftOrder, type Issuer } from './lift-order.js';

/** What is known of one case when somebody wants to step in. */
export interface InterventionFacts extends CaseSeen {
  areaCode: string;
  /** The path has nothing above it but the city. */
  isAtTop: boolean;
  isAnswered: boolean;
  /** A complaint about somebody here: it never goes down. */
  isAboutSomebody: boolean;
  /** The tier's deadline has passed. */
  isLate: boolean;
  lead: HolderOfCase | undefined;
  /** What it waits for: a part, or the lead. */
  task: (HolderOfCase & { kind: TaskKind; unitCode: string | null; subjects: readonly string[] | null }) | undefined;
  reasons: readonly ReasonKind[];
  /** Who issued each open order; null where that is not known. */
  orders: readonly (Issuer | null)[];
  /** Notices that somebody gave up. */
  skippedNotices: number;
}

/** What is said with it; a kind reads its own. */
export interface InterventionGiven {
  /** `deescalate`: the path that it goes down to. */
  path?: Path;
  /** `pause`: when it is looked at again (instant). */
  reviewAt?: string;
  /** `reassign`: whose it becomes. */
  to?: { areaCode: string; unitCode?: string };
  /** `extend`: whether a length was given. */
  isLengthGiven?: boolean;
  /** `reset`: the point to which a workflow goes back, as the engine knows it now. */
  reset?: { isThere: boolean; acts: number; tellThem: boolean };
}

export interface InterventionRefusal {
  ok: false;
  code: PathRefusal['code'] | 'FORBIDDEN' | 'REPAIR_NOT_NEEDED' | 'EXTENSION_TOO_LATE' | 'REVIEW_DATE_INVALID' | 'RESET_POINT_GONE' | 'RESET_REPEATS_ACTS' | 'CASE_CAN_ESCALATE' | 'CASE_WITHOUT_WORKFLOW';
  details: Record<string, string | number>;
}
export type Intervening = { ok: true } | InterventionRefusal;

const YES: Intervening = { ok: true };
const no = (code: InterventionRefusal['code'], details: InterventionRefusal['details'] = {}): InterventionRefusal => ({ ok: false, code, details });
/** Words are looked at once for all cases, before any of them. */
const TEXT = 'x';

/** What the county allows of a suspension. */
export interface InterventionLimits {
  now: string;
  mostSuspendedDays: number;
}

const DAY_MS = 86_400_000;

/**
 * Whether somebody may do this to a case as it stands now. The same for the preview, and for each case when its turn
 * comes; what only the course knows (an extension that is spent) its workflow refuses when it is tried.
 */
export function mayIntervene(kind: Intervention, actor: Speaking & { subject?: string }, facts: InterventionFacts, given: InterventionGiven, limits: InterventionLimits): Intervening {
  if (actor.role === undefined || !INTERVENTION_RULES[kind].who.includes(actor.role)) return no('FORBIDDEN');
  switch (kind) {
    case 'urge':
    case 'order':
    case 'escalate':
      return kind === 'escalate' && (facts.isMerged || facts.isAnswered) ? no('STAGE_REFUSES', { actual: facts.stage }) : maySupervise(actor, kind, facts, TEXT);
    case 'liftOrder':
      return mayLiftOrder(actor, facts);
    case 'deescalate':
      return mayDeescalate(actor, facts, given.path);
    case 'reassign':
      return mayGiveElsewhere(actor, facts, given.to);
    case 'extend':
      return mayExtend(actor, facts, given.isLengthGiven === true);
    case 'pause':
      return maySuspend(actor, facts, given.reviewAt, limits);
    case 'resume':
      return mayResume(actor, facts, TEXT);
    case 'sendSkipped':
      return facts.skippedNotices > 0 ? YES : no('REPAIR_NOT_NEEDED', { field: 'kind' });
    case 'reset':
      return mayReset(actor, facts, given.reset);
    case 'terminate':
      return mayTerminate(actor, facts);
    default:
      return mayRepair(kind, facts);
  }
}

/** By the county or from above it, by the city of what it has; and only what nothing else can be done about. */
function mayTerminate(actor: Speaking, facts: InterventionFacts): Intervening {
  if (isFinal(facts.stage)) return no('CASE_CLOSED');
  if (!isOfCounty(actor)) return no('NOT_FROM_ABOVE');
  if (facts.isReferred && !isOfCity(actor)) return no('NOT_FROM_ABOVE');
  // Nothing that ended before can be given the step that closes its case.
  if (facts.reasons.includes('workflowLost')) return no('CASE_WITHOUT_WORKFLOW');
  const expected = stillPossible(facts);
  return expected === null ? YES : no('CASE_CAN_ESCALATE', { expected });
}

/** What would be right instead of an end from outside; null where its workflows do not answer, or the city has it and nobody is above. */
export function stillPossible({ reasons, isAnswered, isMerged, paused, path, isReferred, isAtTop }: InterventionFacts): string | null {
  if (reasons.includes('workflowTaskFailing') || isReferred) return null;
  if (isAnswered) return '等待核查和评价，到期自动结案 / wait for verification and rating: it closes by itself';
  if (isMerged) return '先拆分，再提级办理 / separate it, then escalate it';
  if (paused === 'suspended') return '先恢复办理，再提级 / resume it, then escalate it';
  if (path === null) return '由受理台分派或不予受理 / have its desk dispatch it or not accept it';
  return isAtTop ? '申请转市级 / ask for a referral to the city' : '提级办理 / escalate it';
}

const isOfCity = ({ areaCode }: Speaking): boolean => areaCode !== undefined && levelOf(areaCode) === 'city';
const isOfCounty = ({ areaCode }: Speaking): boolean => areaCode !== undefined && ['county', 'city'].includes(levelOf(areaCode) ?? '');

/** Whether somebody in a position may take a last resort on any case at all: of the county or from above it. */
export const mayTakeLastResort = (actor: Speaking): boolean => actor.role !== undefined && INTERVENTION_RULES.terminate.who.includes(actor.role) && isOfCounty(actor);

/** By the county or from above it. What people did after the point is carried out again, never without their hearing of it. */
function mayReset(actor: Speaking, { stage }: InterventionFacts, reset: InterventionGiven['reset']): Intervening {
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (!isOfCounty(actor)) return no('NOT_FROM_ABOVE');
  if (reset?.isThere !== true) return no('RESET_POINT_GONE', { field: 'reset' });
  return reset.acts > 0 && !reset.tellThem ? no('RESET_REPEATS_ACTS', { field: 'reset.tellThem', actual: reset.acts }) : YES;
}

/** 交办 from above: to a path below the one that it is on, never below somebody whom it is about. */
function mayDeescalate(actor: Speaking, facts: InterventionFacts, to: Path | undefined): Intervening {
  const verdict = mayReclassify(actor, facts);
  if (!verdict.ok || facts.path === null) return verdict;
  const below: readonly Path[] = PATHS_BELOW[facts.path];
  if (to === undefined || !below.includes(to) || facts.isAboutSomebody) return no('PATH_REFUSES', { field: 'path', expected: facts.isAboutSomebody ? '' : below.join(', ') });
  return isFineEnough(to, facts.areaCode) ? YES : no('PATH_REFUSES', { field: 'path', expected: 'countyCoordinated' });
}

function mayGiveElsewhere(actor: Speaking, { stage, lead, task, path, paused, isReferred }: InterventionFacts, to: InterventionGiven['to']): Intervening {
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (task === undefined || path === null) return no('STAGE_REFUSES', { actual: stage });
  const held = isReferred ? 'referred' : paused === 'suspended' ? 'suspended' : null;
  const disposes = mayDispose(stage, { lead, held, leads: false, actor }, TEXT);
  const verdict = disposes.ok ? mayReassign(stage, task, path, actor) : disposes;
  if (!verdict.ok) return verdict;
  const isTheirs = to?.areaCode === task.areaCode && (to.unitCode ?? null) === task.unitCode && (task.subjects ?? []).length === 0;
  return to === undefined || isTheirs ? no('INPUT_INVALID', { field: 'to', expected: '另一单位或人员 / another unit or person' }) : YES;
}

/** What a holder may ask for, somebody above them may give unasked: before the deadline, while it is worked on. */
export function mayExtend(actor: Speaking, facts: CaseSeen & Pick<InterventionFacts, 'isAnswered' | 'isLate'>, isLengthGiven: boolean): Intervening {
  const { stage, holder, path, isReferred, isMerged, paused } = facts;
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (path === null || holder === null || facts.isAnswered || isMerged) return no('STAGE_REFUSES', { actual: stage });
  if (isReferred || paused === 'suspended') return no('CASE_HELD', { actual: stage });
  if (!isAbove(actor, holder)) return no('NOT_FROM_ABOVE');
  if (facts.isLate) return no('EXTENSION_TOO_LATE', {});
  return isLengthGiven ? YES : no('INPUT_INVALID', { field: 'by', expected: '须写明时长 / say how long' });
}

/** 挂账 by the county itself, which would have to approve it: until a day on which it is looked at again. */
export function maySuspend(
  actor: Speaking,
  facts: CaseSeen & Pick<InterventionFacts, 'isAnswered'>,
  reviewAt: string | undefined,
  { now, mostSuspendedDays }: InterventionLimits,
): Intervening {
  const { stage, holder, path, isReferred, isMerged, paused } = facts;
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (paused === 'suspended') return no('CASE_ALREADY_PAUSED');
  if (path === null || holder === null || facts.isAnswered || isMerged || stage === 'evaluating') return no('STAGE_REFUSES', { actual: stage });
  if (isReferred) return no('CASE_HELD', { actual: stage });
  if (!isOfCounty(actor) || !isAbove(actor, holder)) return no('NOT_FROM_ABOVE');
  const aheadMs = reviewAt === undefined ? 0 : Date.parse(reviewAt) - Date.parse(now);
  return aheadMs > 0 && aheadMs <= mostSuspendedDays * DAY_MS ? YES : no('REVIEW_DATE_INVALID', { field: 'reviewAt', limit: mostSuspendedDays });
}

const mayRepair = (kind: Repair, { stage, reasons }: InterventionFacts): Intervening => {
  if (isFinal(stage)) return no('CASE_CLOSED');
  const possible = repairsFor(reasons);
  return possible.includes(kind) ? YES : no('REPAIR_NOT_NEEDED', { field: 'kind', actual: reasons[0] ?? '', expected: possible.join(', ') });
};
