import { Injectable } from '@nestjs/common';
import { covers } from '@yiwang/domain/areas';
import { checkPublicTitle } from '@yiwang/domain/intake';
import { mayBePublic } from '@yiwang/domain/paths';
import { acting, PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource, In, type EntityManager } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { CaseAccess } from '../case/case-access.js';
import { speakerOf } from '../case/case-standing.js';
import { CaseEntity } from '../case/case.entity.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { marksOf } from './marks.js';
import { PublicMatterEntity } from './public-matter.entity.js';
import type { PublishCaseArguments, UnpublishCaseArguments } from './public-matters.types.js';

const PUBLISH = `
insert into public_matter (case_number, id, county_code, title, published_at, published_by)
values ($1, gen_random_uuid(), $2, $3, $4, $5)
on conflict (case_number) do update
  set title = excluded.title, published_at = excluded.published_at, published_by = excluded.published_by, taken_back_at = null`;
const TAKE_BACK = 'update public_matter set taken_back_at = $2 where case_number = $1';
const OWN = 'insert into same_here (case_number, mark, at) select $1, mark, $3 from unnest($2::bytea[]) mark on conflict do nothing';
const NOTE = `
insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, actor_role, text, data)
values ($1, $2, $3, $4, 'person', $5, $6, $7, '{}')`;

/** Whether staff may make this case public, and if they may not, why. */
type Verdict = { ok: true; position: Position } | { ok: false; refusal: AppError };

/** Common matters are made public, and taken back, by whoever handles them, keeps their desk, or is at home in their grid. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly positions: PositionDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
  ) {}

  /** @throws AppError NOT_FOR_THE_PUBLIC, CASE_CLOSED, FORBIDDEN, and whatever is wrong with the title */
  publish(given: PublishCaseArguments, caller: Caller): Promise<CaseEntity> {
    return this.change('publishCase', given.number, caller, async (found, position, manager, before) => {
      orThrow(mayBePublic(publishableOf(found)));
      const { text: title } = orThrow(checkPublicTitle('publicTitle', given.publicTitle));
      if (isShown(before) && before.title === title) return false;
      const { number, countyCode, reporterSubject: subject } = found;
      await manager.query(PUBLISH, [number, countyCode, title, this.time.now(), caller.subject]);
      // It is the reporter's matter already: their saying so is known, and does not count.
      await manager.query(OWN, [number, marksOf(number, { subject }), this.time.now()]);
      await this.note(manager, found, { type: 'published', text: title, caller, position });
      return true;
    });
  }

  /** @throws AppError FORBIDDEN */
  unpublish({ number }: UnpublishCaseArguments, caller: Caller): Promise<CaseEntity> {
    return this.change('unpublishCase', number, caller, async (found, position, manager, before) => {
      if (!isShown(before)) return false;
      await manager.query(TAKE_BACK, [found.number, this.time.now()]);
      await this.note(manager, found, { type: 'unpublished', text: null, caller, position });
      return true;
    });
  }

  /** Those of the cases that are or were public. */
  async ofCases(numbers: readonly string[]): Promise<Map<string, PublicMatterEntity>> {
    const rows = await this.dataSource.manager.findBy(PublicMatterEntity, { caseNumber: In([...numbers]) });
    return new Map(rows.map((row) => [row.caseNumber, row]));
  }

  async mayPublish(found: CaseEntity, open: readonly TaskEntity[], caller: Caller): Promise<boolean> {
    return mayBePublic(publishableOf(found)).ok && this.speaker(found, open, acting(await this.positions.positionsOf(caller)), caller).ok;
  }

  /** One at a time for each case, with its audit; what changes nothing, as when it is repeated, is audited as such. */
  private change(
    operation: string,
    number: string,
    caller: Caller,
    act: (found: CaseEntity, position: Position, manager: EntityManager, before: PublicMatterEntity | null) => Promise<boolean>,
  ): Promise<CaseEntity> {
    const audited: AuditedOperation = { operation, caller, target: { type: 'case', id: number } };
    return this.unitOfWork.attempt(audited, async () => {
      const found = await this.access.visible(number, caller);
      audited.target = { type: 'case', id: number, countyCode: found.countyCode };
      const where = { caseNumber: number, state: In(['open', 'accepted']) };
      const open = await this.dataSource.manager.find(TaskEntity, { where, order: { openedAt: 'DESC' } });
      const speaker = this.speaker(found, open, await this.positions.positionsOf(caller), caller);
      if (!speaker.ok) throw speaker.refusal;
      audited.positions = [speaker.position.id];
      await this.unitOfWork.run(audited, async (manager) => {
        await manager.query(`select pg_advisory_xact_lock(hashtext('public_matter/' || $1))`, [number]);
        const before = await manager.findOneBy(PublicMatterEntity, { caseNumber: number });
        if (!(await act(found, speaker.position, manager, before))) audited.details = { repeated: true };
      });
      return found;
    });
  }

  private speaker(found: CaseEntity, open: readonly TaskEntity[], held: readonly Position[], caller: Caller): Verdict {
    const position =
      speakerOf({ held, open, areaCode: found.areaCode, subject: caller.subject ?? '' }, 'holder') ??
      held.find(({ role, areaCode }) => role === 'gridMember' && covers(areaCode, found.areaCode));
    return position ? { ok: true, position } : { ok: false, refusal: new AppError('FORBIDDEN') };
  }

  private note(
    manager: EntityManager,
    { number, countyCode }: CaseEntity,
    { type, text, caller, position }: { type: 'published' | 'unpublished'; text: string | null; caller: Caller; position: Position },
  ): Promise<unknown> {
    return manager.query(NOTE, [number, countyCode, type, this.time.now(), caller.subject, position.role, text]);
  }
}

const isShown = (matter: PublicMatterEntity | null): matter is PublicMatterEntity => matter !== null && matter.takenBackAt === null;

const publishableOf = ({ stage, kind, mode, masked, aboutWhom, mergedInto }: CaseEntity) => ({
  ...{ stage, kind, mode },
  isAboutSomebody: masked || aboutWhom !== null,
  isMerged: mergedInto !== null,
});
