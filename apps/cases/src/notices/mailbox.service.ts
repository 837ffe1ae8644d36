import { Injectable } from '@nestjs/common';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import { DataSource } from 'typeorm';
import { positionsJson } from '../case/case-access.js';
import { MAILBOX } from './mailbox.sql.js';
import type { Notice } from './notice.types.js';

export const MAX_PAGE = 200;

/** What was sent by the mailbox adapter, for those to whom it was sent. */
@Injectable()
export class MailboxService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionDirectory,
  ) {}

  /** Newest first; `after` is the id of the last message of the page before. @throws AppError CURSOR_INVALID */
  async page(after: string | null, first: number, caller: Caller): Promise<Notice[]> {
    if (after !== null && !/^\d{1,18}$/.test(after)) throw new AppError('CURSOR_INVALID', { field: 'after' });
    const positions = await this.positions.positionsOf(caller);
    return this.dataSource.query<Notice[]>(MAILBOX, [
      caller.subject,
      positions.map(({ role }) => role),
      positions.map(({ areaCode }) => areaCode),
      after,
      pageSize(first, MAX_PAGE),
      positions.map(({ unitCode }) => unitCode),
      positionsJson(positions),
    ]);
  }
}
