import { pageSizeWithin } from '@yiwang/platform/graphql';

const MAX_PAGE = 500;

/** @throws AppError INPUT_INVALID for a page of no rows or too many. */
export const pageSize = (first: number): number => pageSizeWithin(first, MAX_PAGE);
