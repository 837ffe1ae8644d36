import { Injectable } from '@nestjs/common';
import { countyOf } from '@yiwang/domain/areas';
import type { CaseClass, CaseKind } from '@yiwang/contracts/case-flow';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { Jurisdiction } from '../jurisdiction.js';
import { CaseStarter } from './case-starter.js';

export interface FindingRow {
  id: string;
  gridCode: string;
  day: string;
  slot: string;
  subject: string;
  text: string;
  categoryCode: string | null;
  attachmentIds: string[];
  caseAttachmentIds: string[] | null;
  caseNumber: string | null;
  foundAt: Date;
}

export const FINDING_COLUMNS = `id, grid_code as "gridCode", day::text as day, slot, subject, text,
  category_code as "categoryCode", attachment_ids::text[] as "attachmentIds",
  case_attachment_ids as "caseAttachmentIds", case_number as "caseNumber", found_at as "foundAt"`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What patrols found, and the cases that came of it. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
    private readonly starter: CaseStarter,
  ) {}

  /**
   * Starts a case as the caller, with the finding's words and pictures. However often it is called, one finding is one
   * case: the finding's id is the key, and its pictures are handed over once.
   * @throws AppError NOT_FOUND, AREA_OUTSIDE_JURISDICTION, SERVICE_UNAVAILABLE, or what cases refuses
   */
  startCase(caller: Caller, id: string, wishes: { kind: CaseKind | null; caseClass: CaseClass | null }): Promise<FindingRow> {
    const target = { type: 'patrolFinding', id, countyCode: undefined as string | undefined };
    const operation = { operation: 'startCaseFromFinding', caller, target, details: {} };
    return this.unitOfWork.attempt(operation, async () => {
      const finding = await this.one(id);
      target.countyCode = countyOf(finding.gridCode) ?? undefined;
      if (finding.subject !== caller.subject) await this.jurisdiction.insistOnReading(caller, 'id', finding.gridCode);
      if (finding.caseNumber !== null) return finding;
      const attachmentIds = finding.caseAttachmentIds ?? (await this.handPicturesOver(caller, finding));
      const caseNumber = await this.starter.start(caller, { ...finding, ...wishes, attachmentIds });
      operation.details = { caseNumber };
      return this.unitOfWork.run(operation, async (manager) => {
        await manager.query(`update patrol_finding set case_number = $2 where id = $1 and case_number is null`, [id, caseNumber]);
        return { ...finding, caseNumber };
      });
    });
  }

  private async one(id: string): Promise<FindingRow> {
    const [finding] = UUID.test(id)
      ? await this.dataSource.query<FindingRow[]>(`select ${FINDING_COLUMNS} from patrol_finding where id = $1`, [id])
      : [];
    if (!finding) throw new AppError('NOT_FOUND', { field: 'id', value: id });
    return finding;
  }

  /** Their new ids stand before the case is started, so that a second try sends the same content. */
  private async handPicturesOver(caller: Caller, { id, attachmentIds }: FindingRow): Promise<string[]> {
    const handed = await this.starter.handOver(caller, attachmentIds);
    const [row] = await this.dataSource.query<{ ids: string[] }[]>(
      `with changed as (
         update patrol_finding set case_attachment_ids = coalesce(case_attachment_ids, $2) where id = $1 returning *)
       select case_attachment_ids as ids from changed`,
      [id, handed],
    );
    return row!.ids;
  }
}
