import { Injectable } from '@nestjs/common';
import type { SummonInput, TimelineType } from '@yiwang/contracts/case-flow';
import { checkReason, checkText, MAX_TEXT } from '@yiwang/domain/intake';
import type { Caller, Position } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { AttachmentRecords } from '@yiwang/platform/storage';
import { DataSource, type EntityManager } from 'typeorm';
import { checkAttachmentCount } from '../attachments/attachment-claims.js';
import { BusinessTime } from '../business-time.js';
import { CaseAccess } from '../case/case-access.js';
import { CaseStanding } from '../case/case-standing.js';
import type { CaseEntity } from '../case/case.entity.js';
import { isNew } from '../tasks/act-keys.js';
import type { NoteCaseArguments, RecordAttendanceArguments } from './meetings.types.js';

interface Said {
  type: TimelineType;
  text: string | null;
  data: object;
}

const MEETING = `select data from case_record where case_number = $1 and kind = 'meeting' and id = $2`;
const ATTENDANCE = `
insert into case_record (case_number, kind, id, data, at, actor_subject) values ($1, 'attendance', $2, $3, $4, $5)
on conflict (case_number, kind, id) do update set data = excluded.data, at = excluded.at, actor_subject = excluded.actor_subject`;
const TELL = `
insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, actor_role, text, internal, data)
values ($1, $2, $3, $4, 'person', $5, $6, $7, true, $8)`;

/**
 * What those who work on a case note down for each other without changing its course: rows, of which no workflow is
 * told.
 */
@Injectable()
export class CaseNotesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly standing: CaseStanding,
    private readonly attachments: AttachmentRecords,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
  ) {}

  /** 报到: by the unit that was summoned, by whoever works on the case, or from above. A later one replaces it. */
  attend(given: RecordAttendanceArguments, caller: Caller): Promise<CaseEntity> {
    return this.note('recordAttendance', given, caller, async (found) => {
      const summoned = await this.summoned(found.number, given);
      if (given.attachmentIds.length === 0) {
        throw new AppError('INPUT_INVALID', { field: 'attachmentIds', expected: '须有报到凭证 / proof of attendance' });
      }
      const { text } = orThrow(checkText('note', given.note ?? '', MAX_TEXT));
      const { position } = await this.standing.of(found, caller, 'holder', summoned.unitCode);
      const { meetingId, participant, attachmentIds } = given;
      const data = { meetingId, participant, attachmentIds };
      return {
        position,
        said: { type: 'attended', text: text || null, data },
        also: (manager) =>
          manager.query(ATTENDANCE, [
            ...[found.number, `${meetingId}/${participant}`, JSON.stringify({ ...data, note: text })],
            ...[this.time.now(), caller.subject],
          ]),
      };
    });
  }

  /** For those who work on the case. */
  add(given: NoteCaseArguments, caller: Caller): Promise<CaseEntity> {
    return this.note('noteCase', given, caller, async (found) => {
      const { text } = orThrow(checkReason('text', given.text));
      const { position } = await this.standing.of(found, caller, 'reader');
      const data = { attachmentIds: given.attachmentIds ?? [] };
      return { position, said: { type: 'added', text, data } };
    });
  }

  private note(
    operation: string,
    given: { number: string; attachmentIds?: string[] | null; idempotencyKey?: string | null },
    caller: Caller,
    look: (found: CaseEntity) => Promise<{ position: Position; said: Said; also?: (manager: EntityManager) => Promise<unknown> }>,
  ): Promise<CaseEntity> {
    const audited: AuditedOperation = { operation, caller, target: { type: 'case', id: given.number } };
    return this.unitOfWork.attempt(audited, async () => {
      orThrow(checkAttachmentCount(given.attachmentIds));
      const found = await this.access.visible(given.number, caller);
      audited.target = { type: 'case', id: found.number, countyCode: found.countyCode };
      const { position, said, also } = await look(found);
      audited.positions = [position.id];
      await this.unitOfWork.run(audited, async (manager) => {
        if (!(await isNew(manager, audited, found.number, given))) return;
        if (found.closedAt !== null) throw new AppError('CASE_CLOSED');
        const ids = given.attachmentIds ?? [];
        await this.attachments.attach(manager, ids, { caseNumber: found.number, uploadedBy: caller.subject });
        await also?.(manager);
        await manager.query(TELL, [
          ...[found.number, found.countyCode, said.type, this.time.now(), caller.subject, position.role],
          ...[said.text, JSON.stringify(said.data)],
        ]);
      });
      return found;
    });
  }

  /** @throws AppError MEETING_UNKNOWN, or INPUT_INVALID for somebody who was not summoned. */
  private async summoned(number: string, { meetingId, participant }: RecordAttendanceArguments) {
    const [meeting] = await this.dataSource.query<{ data: Partial<SummonInput> }[]>(MEETING, [number, meetingId]);
    if (!meeting) throw new AppError('MEETING_UNKNOWN', { value: meetingId });
    const summoned = (meeting.data.participants ?? []).find(({ name }) => name === participant);
    if (summoned) return summoned;
    throw new AppError('INPUT_INVALID', { field: 'participant', expected: '受邀参加者 / one of those summoned' });
  }
}
