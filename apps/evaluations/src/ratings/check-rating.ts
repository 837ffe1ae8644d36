import type { Actor } from '@yiwang/contracts/case-flow';
import type { Refusal } from '@yiwang/contracts/errors';
import { STAFF_ROLES } from '@yiwang/contracts/roles';
import { parseCaseNumber } from '@yiwang/domain/case-number';
import { checkIdempotencyKey, checkText } from '@yiwang/domain/intake';
import { hasRole, type Caller } from '@yiwang/platform/auth';
import type { RateCaseInput } from './rating.types.js';
import type { RatingEntity } from './rating.entity.js';

const MAX_COMMENT = 1_000;

export type CheckedRating = Pick<RatingEntity, 'caseNumber' | 'rating' | 'comment' | 'idempotencyKey'>;

/** Checks what can be said of a rating without knowing the case. */
export function checkRating(input: RateCaseInput): { ok: true; rating: CheckedRating } | Refusal {
  const number = parseCaseNumber(input.caseNumber);
  if (!number.ok) return number;
  const key = checkIdempotencyKey(input.idempotencyKey);
  if (!key.ok) return key;
  const comment = checkText('comment', input.comment ?? '', MAX_COMMENT);
  if (!comment.ok) return comment;
  const { idempotencyKey } = key;
  return {
    ok: true,
    rating: { caseNumber: input.caseNumber.trim(), rating: input.rating, comment: comment.text, idempotencyKey },
  };
}

type Rater = Pick<RatingEntity, 'ratedByKind' | 'ratedBySubject'>;

/** Whoever is not signed in rates as the resident who holds the pickup code. */
export function raterOf(caller: Caller): Rater {
  if (caller.kind === 'client') return { ratedByKind: 'client', ratedBySubject: caller.subject };
  const ratedByKind = caller.kind === 'person' && hasRole(caller, ...STAFF_ROLES) ? 'person' : 'resident';
  return { ratedByKind, ratedBySubject: caller.subject };
}

export const actorOf = ({ ratedByKind, ratedBySubject }: Rater): Actor => ({
  kind: ratedByKind,
  ...(ratedBySubject === null ? {} : { subject: ratedBySubject }),
});

/** Whether a key was used before for exactly this, by the same rater. */
export const isSameRating = (before: RatingEntity, checked: CheckedRating, rater: Rater): boolean =>
  before.rating === checked.rating &&
  before.comment === checked.comment &&
  before.ratedByKind === rater.ratedByKind &&
  before.ratedBySubject === rater.ratedBySubject;
