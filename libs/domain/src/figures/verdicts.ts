import { isOverdue } from '../clocks/limits.js';
import type { Tier } from '../paths/vocabulary.js';
import { TIERS } from '../paths/vocabulary.js';
import type { CaseFacts, MissedDeadline } from './facts.types.js';
import { SOLVED_AT, type Exclusion, type Verdict, type Verdicts } from './measures.js';
import type { Standing } from './standing.js';

/** Taken back, or not accepted with a reason: nothing was promised any more. */
const left = ({ ended }: Standing): Exclusion | null => (ended === 'withdrawn' || ended === 'notAccepted' ? ended : null);

const yesIf = (holds: boolean): Verdict => (holds ? 'yes' : 'no');

const missedClock = ({ missed }: Standing, clock: MissedDeadline['clock']): boolean => missed.some((one) => one.clock === clock);

/** A deadline that was missed counts, whatever became of the case afterwards. */
function onTime(standing: Standing, clock: MissedDeadline['clock'], isDone: boolean): Verdict {
  if (missedClock(standing, clock)) return 'no';
  const gone = left(standing);
  if (gone !== null) return gone;
  if (isDone) return 'yes';
  // Ended from outside before its deadline: what was promised was not done, and never will be.
  return standing.ended === 'terminated' ? 'no' : (standing.held ?? 'notYetDue');
}

/** The first promise to the resident, whatever has moved the deadline since; the promised instant itself is in time. */
function firstPromise({ firstDueAt }: CaseFacts, standing: Standing, asOf: string): Verdict {
  const { firstAnswer } = standing;
  if (firstAnswer !== null) return yesIf(!isOverdue(firstDueAt, firstAnswer.givenAt ?? firstAnswer.at));
  const gone = left(standing);
  if (gone !== null) return gone;
  return isOverdue(firstDueAt, asOf) ? 'no' : 'notYetDue';
}

/** An answer stands and the resident has not called it unsatisfactory. */
function resolved(standing: Standing): Verdict {
  return left(standing) ?? yesIf(standing.answer !== null && standing.ratingOfRound !== 'dissatisfied');
}

/** What was said last stands until something else is said; silence is never taken for satisfaction. */
function rated(standing: Standing): Verdict {
  if (standing.rating !== null) return 'yes';
  const gone = left(standing);
  if (gone !== null) return gone;
  if (standing.isImported) return 'imported';
  if (standing.ended !== null) return 'no';
  return standing.answer === null ? 'notAnswered' : 'ratingOpen';
}

function satisfied(standing: Standing, isMostlyEnough: boolean): Verdict {
  const { rating } = standing;
  const isRated = rated(standing);
  if (rating === null) return isRated === 'no' || isRated === 'yes' ? 'notRated' : isRated;
  return yesIf(rating === 'satisfied' || (isMostlyEnough && rating === 'mostlySatisfied'));
}

function solvedAt(tier: Tier, standing: Standing): Verdict {
  const isResolved = resolved(standing);
  if (isResolved !== 'yes') return isResolved === 'no' ? 'notResolved' : isResolved;
  if (standing.isImported) return 'imported';
  const answeredAt = standing.answer?.tier;
  return answeredAt === undefined ? 'sameEvent' : yesIf(answeredAt === tier);
}

/** A round that was found on patrol, unless somebody had reported the same before. */
function foundOnPatrol({ kind, channel, isCopy }: CaseFacts, { merged }: Standing): Verdict {
  if (kind === 'consultation' || kind === 'suggestion') return 'otherKind';
  return yesIf(channel === 'patrol' && !isCopy && !merged);
}

/** What a case counts for, in every figure, as it stood at an instant (ISO 8601, UTC). */
export function verdictsOf(facts: CaseFacts, standing: Standing, asOf: string): Verdicts {
  const isAnswered = standing.firstAnswer !== null;
  const gone = left(standing);
  return {
    replied: standing.ended === 'withdrawn' ? (isAnswered ? 'yes' : 'withdrawn') : yesIf(isAnswered || standing.ended === 'notAccepted'),
    responseOnTime: onTime(standing, 'response', standing.responded),
    resolutionOnTime: onTime(standing, 'resolution', isAnswered),
    firstPromiseKept: firstPromise(facts, standing, asOf),
    resolved: resolved(standing),
    satisfied: satisfied(standing, true),
    fullySatisfied: satisfied(standing, false),
    rated: rated(standing),
    rework: isAnswered ? yesIf(standing.round > 1) : (gone ?? 'notAnswered'),
    returned: gone ?? yesIf(standing.returns.length > 0),
    handedUp: gone ?? yesIf(standing.rises > 0),
    ...(Object.fromEntries(TIERS.map((tier) => [SOLVED_AT[tier], solvedAt(tier, standing)])) as Pick<
      Verdicts,
      'solvedAtGrid' | 'solvedAtVillage' | 'solvedAtTown' | 'solvedAtCounty' | 'solvedAtCity'
    >),
    foundOnPatrol: foundOnPatrol(facts, standing),
  };
}
