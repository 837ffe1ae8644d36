import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { orThrow } from '@yiwang/platform/errors';
import { AttachmentRecords } from '@yiwang/platform/storage';
import { DataSource } from 'typeorm';
import { checkAttachmentCount } from './attachment-claims.js';
import type { Around } from '../tasks/task-decisions.js';

/** Pictures of an answer that was never given are no part of the case, unless somebody said something with them. */
const GIVE_BACK_PICTURES = `
update attachment a set case_number = null
where a.id = any($1::uuid[]) and a.case_number = $2 and not exists (
  select from timeline_entry e where e.case_number = $2 and e.data->'attachmentIds' ? a.id::text)`;

/** What is shown with a decision: it becomes the case's with the decision, and is given back where that is refused. */
@Injectable()
export class DecidedAttachments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: AttachmentRecords,
  ) {}

  /** @throws AppError INPUT_INVALID for too many. */
  check(ids: readonly string[] | null | undefined): string[] {
    orThrow(checkAttachmentCount(ids));
    return [...(ids ?? [])];
  }

  around(ids: readonly string[] | null | undefined, caller: Caller): Around {
    const given = [...(ids ?? [])];
    const { manager } = this.dataSource;
    let taken: string[] = [];
    return {
      // Before the decision, so that an answer never refers to a picture that is not the case's.
      before: async ({ caseNumber }) => {
        if (given.length === 0) return;
        const free = (await this.records.find(manager, given)).filter((one) => one.caseNumber === null);
        taken = free.map(({ id }) => id);
        // All of them or none: a transaction of its own, because no other may stay open while the engine is asked.
        await this.dataSource.transaction((own) =>
          this.records.attach(own, given, { caseNumber, uploadedBy: caller.subject }),
        );
      },
      refused: async ({ caseNumber }) => {
        if (taken.length > 0) await manager.query(GIVE_BACK_PICTURES, [taken, caseNumber]);
      },
    };
  }
}
