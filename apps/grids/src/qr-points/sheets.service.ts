import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { countyOf } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import type { AttachmentRecords } from '@yiwang/platform/storage';
import { DataSource } from 'typeorm';
import { within } from '../areas/areas.service.js';
import { Files, SHEET_SETTINGS } from '../files.js';
import { Jurisdiction } from '../jurisdiction.js';
import { POINTS_A_PAGE, sheetsOf, type SheetPoint, type SheetSettings } from './sheets.js';

export interface PrintedSheets {
  url: string;
  points: number;
  pages: number;
}

const MOST_POINTS = 3_000;
const LINK_SECONDS = 10 * 60;
const PRINTERS = ['gridMember', 'villageSecretary', 'townCentre', 'countyCentre', 'administrator'] as const;

const POINTS = `
  select q.code, q.label, concat(t.name, v.name) as place
    from qr_point q
    left join area t on t.code = left(q.area_code, 9)
    left join area v on v.code = left(q.area_code, 12)
   where ${within('q.area_code', 1)} and q.replaced_by is null and ($2::text[] is null or q.code = any($2))
   order by q.area_code, q.label, q.code limit ${MOST_POINTS + 1}`;

/** Prints QR points to cut up and hang out. */
@Injectable()
export class SheetsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly jurisdiction: Jurisdiction,
    private readonly files: Files,
    @Inject(SHEET_SETTINGS) private readonly settings: SheetSettings,
  ) {}

  /**
   * The points of an area, or some of them, as a PDF behind a link that holds for ten minutes.
   * @throws AppError NOT_FOUND (no points), QUERY_REFUSED (more than 3,000), AREA_OUTSIDE_JURISDICTION
   */
  print(caller: Caller, areaCode: string, codes: string[] | null): Promise<PrintedSheets> {
    const target = { type: 'area', id: areaCode, countyCode: countyOf(areaCode) ?? undefined };
    const operation = { operation: 'printQrSheets', caller, target, details: {} };
    return this.unitOfWork.attempt(operation, async () => {
      await this.jurisdiction.insistOnRole(caller, 'areaCode', areaCode, PRINTERS);
      const points = await this.dataSource.query<SheetPoint[]>(POINTS, [areaCode, codes]);
      if (points.length === 0) throw new AppError('NOT_FOUND', { field: 'areaCode', value: areaCode });
      if (points.length > MOST_POINTS) {
        const reason = `一次至多打印 ${MOST_POINTS} 个 / ${MOST_POINTS} points at once at most`;
        throw new AppError('QUERY_REFUSED', { field: 'areaCode', reason });
      }
      const content = await sheetsOf(points, this.settings);
      operation.details = { points: points.length };
      const id = await this.unitOfWork.run(operation, (manager) => this.keep(manager, caller, content));
      return {
        url: this.files.links.download(id, LINK_SECONDS),
        points: points.length,
        pages: Math.ceil(points.length / POINTS_A_PAGE),
      };
    });
  }

  /** As a file that belongs to nothing: the housekeeping removes it. */
  private async keep(manager: Parameters<AttachmentRecords['prepare']>[0], caller: Caller, content: Buffer): Promise<string> {
    const id = await this.files.records.prepare(manager, caller.subject);
    const storageKey = `sheets/${id}`;
    await this.files.storage.put(storageKey, content, { mediaType: 'application/pdf' });
    const sha256 = createHash('sha256').update(content).digest('hex');
    const facts = { kind: 'pdf', mediaType: 'application/pdf', bytes: content.length, sha256, storageKey } as const;
    await this.files.records.complete(manager, id, facts);
    return id;
  }
}
