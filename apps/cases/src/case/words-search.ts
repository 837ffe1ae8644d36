import { Injectable } from '@nestjs/common';
import { searchWords } from '@yiwang/domain/intake';
import { orThrow } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import type { CaseBranch } from './case-branches.js';

/** Where in the order of the list a case stands; the instant as PostgreSQL writes it. */
export interface CasePlace {
  receivedAt: string;
  number: string;
}

/** In the words of the graph. */
export const SEARCHED = "the case's title, text, place or number (of which four figures or more)";

/** Looked at first and at most in one go; the more, the less a filter leaves of them. */
const FEWEST = 200;
const MOST = 20_000;

/** The newest of all places: `$1` words, `$2` and `$3` places side by side, `$4` and `$5` from where on, `$6` how many. */
const NEWEST = `
select received_at::text as "receivedAt", number from (
  select distinct found.number, found.received_at from unnest($2::text[], $3::text[]) as looked (place, code)
  cross join lateral find_by_words($1::text[], looked.place, looked.code, $4::timestamptz, $5, $6) found
) one order by received_at desc, number desc limit $6`;

/** Which cases have words in their title, text, place or number, wherever they lie; who may read them is asked elsewhere. */
@Injectable()
export class WordsSearch {
  constructor(private readonly dataSource: DataSource) {}

  /** None where nothing is looked for. @throws AppError INPUT_INVALID, TEXT_TOO_LONG */
  wordsOf(text: string | null | undefined): string[] {
    return text ? orThrow(searchWords('filter.text', text)).words : [];
  }

  /**
   * A page of them: what `keep` leaves, newest first. They are looked for going back in time until the page is full,
   * because what a filter or row-level security leaves is not known before.
   */
  async page<T>(
    words: readonly string[],
    branches: readonly CaseBranch[],
    after: CasePlace | null,
    size: number,
    keep: (numbers: string[], size: number) => Promise<T[]>,
  ): Promise<T[]> {
    const found: T[] = [];
    const places = [branches.map(({ place }) => place), branches.map(({ code }) => code)];
    let from = after;
    for (let most = Math.max(FEWEST, size * 2); ; most = Math.min(most * 4, MOST)) {
      const bound = [words, ...places, from?.receivedAt ?? null, from?.number ?? null, most];
      const looked = await this.dataSource.query<CasePlace[]>(NEWEST, bound);
      if (looked.length > 0) found.push(...(await keep(looked.map(({ number }) => number), size - found.length)));
      if (found.length >= size || looked.length < most) return found;
      from = looked.at(-1)!;
    }
  }
}
