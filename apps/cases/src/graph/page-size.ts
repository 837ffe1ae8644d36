/** How many a page has: what was asked for, at least one and never more than the limit, whatever was asked for. */
export const pageSize = (first: number, limit: number): number => Math.min(Math.max(first, 1), limit);
