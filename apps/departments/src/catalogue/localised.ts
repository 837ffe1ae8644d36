import type { GraphContext } from '@yiwang/platform/graphql';

/** The name in the language the caller asked for. */
export const localised = (names: { zh: string; en: string }, { caller }: GraphContext): string =>
  names[caller.language];
