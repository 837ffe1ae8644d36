import type { Language } from '@yiwang/contracts/errors';
import { GraphQLError } from 'graphql';

/** Why a query is refused before any service is asked. `{allowed}` is the setting, `{actual}` what the query has. */
const REASONS = {
  body: { zh: '请求超过 {allowed} 字节', en: 'the request has more than {allowed} bytes' },
  tokens: { zh: '语句超过 {allowed} 个词元', en: 'it has more than {allowed} tokens' },
  depth: { zh: '嵌套超过 {allowed} 层', en: 'it is nested more than {allowed} levels deep' },
  aliases: { zh: '别名超过 {allowed} 个', en: 'it has more than {allowed} aliases' },
  cost: {
    zh: '预计返回 {actual} 个对象，最多 {allowed} 个；请减少条数或层次',
    en: 'its answer would hold about {actual} objects, the limit is {allowed}; ask for fewer at once',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type RefusalReason = keyof typeof REASONS;

/** The sentence waits until the answer is written: parse and validation results are kept for callers of any language. */
export const queryRefused = (reason: RefusalReason, limit: number, actual?: number): GraphQLError =>
  new GraphQLError(`QUERY_REFUSED ${reason}`, {
    extensions: { code: 'QUERY_REFUSED', limit: reason, allowed: limit, ...(actual === undefined ? {} : { actual }) },
  });

/** @param numbers what the sentence's places are filled with: the error's own details. */
export const refusalSentence = (reason: RefusalReason, language: Language, numbers: Record<string, unknown>): string =>
  REASONS[reason][language].replace(/\{(\w+)\}/g, (_, name: string) => String(numbers[name]));
