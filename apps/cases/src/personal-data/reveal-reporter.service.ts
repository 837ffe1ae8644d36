import { Injectable } from '@nestjs/common';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { covers } from '@yiwang/domain/areas';
import { checkReason } from '@yiwang/domain/intake';
import { PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { CaseAccess } from '../case/case-access.js';
import type { CaseEntity } from '../case/case.entity.js';
import { revealsFrom } from '../case/masking.js';
import type { Reporter, RevealReporterArguments } from './reporter.types.js';
import { Reporters } from './reporters.js';

/** Who calls residents back and looks after how they are treated, for any case of their area. */
const OVER_CASES: readonly PositionRole[] = ['townCentre', 'countyCentre', 'cityCentre', 'supervisor'];

const HELD_TASK = `
select roles from task where case_number = $1 and holder_subject = $2 and state in ('open', 'accepted') limit 1`;

const TELL_REVEALED = `
insert into timeline_entry (case_number, county_code, type, at, actor_kind, actor_subject, actor_role, text, internal)
values ($1, $2, 'reporterRevealed', $3, 'person', $4, $5, $6, true)`;

/** Shows who reported a case, to whoever needs it, for a reason that everybody after them can read. */
@Injectable()
export class RevealReporterService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
    private readonly positions: PositionDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
    private readonly reporters: Reporters,
  ) {}

  /**
   * @throws AppError FORBIDDEN for whoever neither holds a task of the case nor stands over it, and, where it is about
   * somebody, for whoever does not stand above them; the attempt is on the audit trail.
   */
  reveal(given: RevealReporterArguments, caller: Caller): Promise<Reporter> {
    const audited: AuditedOperation = { operation: 'revealReporter', caller, target: { type: 'case', id: given.number } };
    return this.unitOfWork.attempt(audited, async () => {
      const { text: reason } = orThrow(checkReason('reason', given.reason));
      const found = await this.access.visible(given.number, caller);
      audited.target = { type: 'case', id: found.number, countyCode: found.countyCode };
      const position = await this.positionFor(found, caller);
      if (!position) throw new AppError('FORBIDDEN');
      audited.positions = [position.id];
      // Opened first, so that nobody stands on the record as having seen what could not be shown.
      const reporter = await this.reporters.open(found);
      await this.unitOfWork.run(audited, (manager) =>
        manager.query(TELL_REVEALED, [
          ...[found.number, found.countyCode, this.time.now(), caller.subject, position.role, reason],
        ]),
      );
      return reporter;
    });
  }

  /** From which of their positions the caller may see it. */
  private async positionFor(found: CaseEntity, caller: Caller): Promise<Position | undefined> {
    const held = await this.positions.positionsOf(caller);
    if (found.aboutWhom !== null) return revealsFrom(found.aboutWhom, caller.subject, held);
    const over = held.find(({ role, areaCode }) => OVER_CASES.includes(role) && covers(areaCode, found.areaCode));
    if (over) return over;
    const [task] = await this.dataSource.query<{ roles: string[] }[]>(HELD_TASK, [found.number, caller.subject]);
    return task && held.find(({ role }) => task.roles.includes(role));
  }
}
