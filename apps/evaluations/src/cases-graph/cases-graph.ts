import type { Stage } from '@yiwang/contracts/case-flow';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { askSubgraph } from '@yiwang/platform/graphql';

/** What the cases service says to somebody who wants to rate. */
export interface RatingAccess {
  caseNumber: string;
  countyCode: string;
  stage: Stage;
  round: number;
  mayRate: boolean;
  /** An error code where they may not. */
  reason: string | null;
}

const RATING_ACCESS = `query ($caseNumber: ID!, $pickupCode: String) {
  ratingAccess(caseNumber: $caseNumber, pickupCode: $pickupCode) {
    caseNumber countyCode stage round mayRate reason } }`;

const LINK_ACCESS = `query ($caseNumber: ID!, $link: String) {
  ratingAccess(caseNumber: $caseNumber, link: $link) {
    caseNumber countyCode stage round mayRate reason } }`;

const REOPEN = `mutation ($input: ReopenCaseArguments!) { reopenCase(input: $input) { number } }`;

const VISIBLE = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Case { number } } }`;

/** Questions to the cases service, asked as the caller: who may see or rate a case is decided there. */
export class CasesGraph {
  constructor(private readonly url: string) {}

  /** @throws AppError CASE_NOT_FOUND, PICKUP_CODE_WRONG, FORBIDDEN or SERVICE_UNAVAILABLE */
  async ratingAccess(caseNumber: string, pickupCode: string | null, caller: Caller): Promise<RatingAccess> {
    const variables = { caseNumber, pickupCode };
    return (await askSubgraph<{ ratingAccess: RatingAccess }>(this.url, RATING_ACCESS, variables, caller)).ratingAccess;
  }

  /** Of the link that came with an answer. @throws AppError RATING_LINK_WRONG, CASE_NOT_FOUND or SERVICE_UNAVAILABLE */
  async linkAccess(caseNumber: string, link: string, caller: Caller): Promise<RatingAccess> {
    return (await askSubgraph<{ ratingAccess: RatingAccess }>(this.url, LINK_ACCESS, { caseNumber, link }, caller)).ratingAccess;
  }

  /** Opens a closed case for a new round, in the caller's name. @throws AppError whatever cases refuses */
  async reopen(number: string, reason: string, caller: Caller): Promise<void> {
    await askSubgraph(this.url, REOPEN, { input: { number, reason } }, caller);
  }

  /** Which of these cases the caller may see, in one question. */
  async visible(numbers: readonly string[], caller: Caller): Promise<Set<string>> {
    if (numbers.length === 0 || caller.kind === 'anonymous') return new Set();
    const representations = numbers.map((number) => ({ __typename: 'Case', number }));
    try {
      const { _entities: found } = await askSubgraph<{ _entities: ({ number: string } | null)[] }>(
        this.url,
        VISIBLE,
        { representations },
        caller,
      );
      return new Set(found.flatMap((one) => (one ? [one.number] : [])));
    } catch (error) {
      if (error instanceof AppError && error.code === 'FORBIDDEN') return new Set();
      throw error;
    }
  }
}
