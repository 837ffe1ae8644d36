import { Injectable } from '@nestjs/common';
import { pageSize } from '@yiwang/platform/graphql';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { parseCursor } from '../timeline/feed.service.js';
import { CHANGED_FACTS } from './facts.sql.js';
import type { CaseFactsPage } from './facts.types.js';

export const MAX_CHANGES = 2_000;

/** What assessments count, for the service that counts it. */
@Injectable()
export class FactsService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Facts of the cases that changed after a cursor. A case comes again with each change, and nothing is ever skipped.
   * @param first how many changes are looked at; several of one case give it once.
   * @throws AppError CURSOR_INVALID
   */
  async changed(after: string | null, first: number): Promise<CaseFactsPage> {
    const [xid, seq] = parseCursor(after);
    const limit = pageSize(first, MAX_CHANGES);
    const [page] = await asSystem('facts', () =>
      this.dataSource.query<{ looked: number; cursor: string | null; facts: unknown[] }[]>(CHANGED_FACTS, [xid, seq, limit]),
    );
    const { looked = 0, cursor = null, facts = [] } = page ?? {};
    return { facts, cursor: cursor ?? after ?? '0:0', hasMore: looked === limit };
  }
}
