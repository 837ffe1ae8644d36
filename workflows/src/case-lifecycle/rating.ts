import { refuse } from '@yiwang/contracts/errors';
import { condition } from '@temporalio/workflow';
import { goesBy, type CarriedCourse, type RateCaseInput, type TimelineEvent } from '@yiwang/contracts/case-flow';
import { afterRating, mayRate, mayReopen } from '@yiwang/domain/paths';
import { rateCase } from '../recording/messages.js';
import { firstRefusal, type Verdict } from '../recording/tasks.rules.js';
import { now } from '../recording/time.js';
import { showRound } from '../recording/search-attributes.js';
import { clockPatch, isOpen, policyFor, rulesFor, type Course, type Plan } from './course.rules.js';
import { beginAgain, pathOf } from './entry.js';
import { onCourse } from './on-course.js';
import { bySystem, haveCalendar, recordCourse, toReporter } from './write.js';

/**
 * Whether the resident may rate now. A path that runs may have answered already without the lifecycle having heard
 * of it, so the validator lets that pass and it is asked again once it has heard.
 */
function checkRating(course: Course, { actor, round }: RateCaseInput, heard: boolean): Verdict {
  if (!isOpen(course)) return refuse('CASE_CLOSED');
  const stage = course.run !== null && !heard ? 'evaluating' : course.stage;
  return firstRefusal(
    () => (round < course.round ? refuse('STAGE_REFUSES', { actual: course.stage }) : { ok: true }),
    () => mayRate({ stage, handlerSubjects: course.handlers }, actor.subject ?? null),
  );
}

/** Where a dissatisfied resident's next round goes: another handler on the same path, or up where the policy says so. */
export function nextRoundPlan(course: Course, round: number): Plan {
  const path = course.path ?? pathOf(course);
  const { ladder, nextRound, up } = rulesFor(course, path);
  const rung = path === 'villageDirect' ? round - 1 : 0;
  const goesUp = up !== 'city' && (nextRound === 'up' || rung >= ladder.length);
  return { path: goesUp ? up : path, areaCode: course.areaCode, rung: goesUp ? 0 : Math.min(rung, ladder.length - 1), handOver: true };
}

const ratedEvent = (course: Course, { rating, ratingId, comment }: RateCaseInput) => ({
  type: 'rated' as const,
  ...(comment === '' ? {} : { text: comment }),
  data: { rating, ratingId, round: course.round },
});

async function close(course: Course, input: RateCaseInput, closedAs: 'rated' | 'roundsExhausted', at: string): Promise<void> {
  await recordCourse(course, 'rateCase', at, {
    actor: input.actor,
    patch: { stage: 'closed', rating: input.rating, closedAt: at, closedAs },
    timeline: [ratedEvent(course, input), { type: 'closed', data: { stage: 'closed', closedAs } }],
    cancelOpenTasks: true,
    notices: closedAs === 'rated' ? [] : [toReporter(course, 'caseClosed', { closedAs })],
  });
  Object.assign(course, { closedAs, orders: {}, requests: {} });
}

/** 满意 and 基本满意 close; 不满意 opens the next round while one is left. Each round keeps its record and its figures. */
export function registerRating(course: Course): void {
  onCourse(course, rateCase, {
    check: (input) => checkRating(course, input, false),
    // PostgreSQL knows the path's answer a moment sooner than the lifecycle, which may take long to hear of it.
    ready: () => condition(() => course.run === null || !isOpen(course)),
    checkAgain: (input) => checkRating(course, input, true),
    async act(input, at) {
      const next = afterRating(input.rating, course.round, policyFor(course).rounds.most);
      if (next.kind === 'close') await close(course, input, next.as, at);
      else await beginRound(course, 'rateCase', at, next.round, input);
    },
  });
}

async function beginRound(course: Course, name: string, at: string, round: number, input: RateCaseInput): Promise<void> {
  const plan = nextRoundPlan(course, round);
  await recordCourse(course, name, at, {
    actor: input.actor,
    patch: { stage: 'dispatched', rating: input.rating, round, resolvedAt: null, card: 'none', mergedInto: null },
    timeline: [ratedEvent(course, input), { type: 'newRound', data: { stage: 'dispatched', round, path: plan.path } }],
    notices: [toReporter(course, 'newRound', { round })],
  });
  Object.assign(course, { round, answeredAt: null, ratingClosesAt: null, mergedInto: null });
  await beginAgain(course, `referred:${round}`, at, plan);
  showRound(round, clockPatch(course).resolutionDueAt ?? at);
}

/** Nobody rated within the window. Never counted as satisfied. */
export async function closeNotRated(course: Course): Promise<void> {
  const at = now(course);
  await recordCourse(course, `notRated:${course.round}`, at, {
    actor: bySystem,
    patch: { stage: 'closed', closedAt: at, closedAs: 'notRated' },
    timeline: [
      { type: 'notRated', data: { round: course.round } },
      { type: 'closed', data: { stage: 'closed', closedAs: 'notRated' } },
    ],
    cancelOpenTasks: true,
    notices: [toReporter(course, 'caseClosed', { closedAs: 'notRated' })],
  });
  Object.assign(course, { closedAs: 'notRated', orders: {}, requests: {} });
}

/**
 * Dissatisfaction found after the close, by call-back, sample or the resident: a new round under the same number. After
 * the last round it stays closed, unless the county or the city centre has decided otherwise; that round counts apart.
 */
export async function reopen(course: Course, { reason, subject, role }: NonNullable<CarriedCourse['reopen']>): Promise<void> {
  const isOrderly = goesBy(course.input, '2026-11-owners');
  const { most } = policyFor(course).rounds;
  if (isOrderly && !mayReopen(course.round, most, role).ok) return;
  // What was loaded while the case was closed is in force for the new round.
  if (isOrderly && course.calendar !== null) await haveCalendar(course, true);
  const at = now(course);
  const round = course.round + 1;
  const data: TimelineEvent['data'] = { round, ...(round > most ? { beyondRounds: true } : {}) };
  const plan = nextRoundPlan(course, round);
  await recordCourse(course, `reopened:${round}`, at, {
    actor: subject === undefined ? bySystem : { kind: 'person', subject },
    patch: { stage: 'dispatched', round, resolvedAt: null, closedAt: null, closedAs: null, card: 'none', mergedInto: null },
    timeline: [
      { type: 'reopened', text: reason, data },
      { type: 'newRound', data: { stage: 'dispatched', round, path: plan.path } },
    ],
    notices: [toReporter(course, 'newRound', { round })],
  });
  Object.assign(course, { round, answeredAt: null, ratingClosesAt: null, closedAs: null, mergedInto: null });
  await beginAgain(course, `referred:${round}`, at, plan);
}
