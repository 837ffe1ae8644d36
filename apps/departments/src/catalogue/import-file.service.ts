import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource, type EntityManager } from 'typeorm';
import { COUNTY_OFFICE, Jurisdiction, countyCodeOf } from '../access/jurisdiction.js';
import { lineOf } from '../access/text-fields.js';
import { Today } from '../access/today.js';
import type { RowProblem } from '../tables/columns.js';
import { readTable, type Table } from '../tables/read-table.js';
import { CatalogueImportEntity, type CatalogueKind } from './import.entity.js';
import { MOST_CHANGES, MOST_PROBLEMS, shownProblem, type CatalogueChange, type CatalogueFileInput, type CatalogueImportReport } from './import.types.js';

/** What one kind of file would do, and how it is done. */
export interface CatalogueDraft {
  rows: number;
  problems: readonly RowProblem[];
  added: readonly CatalogueChange[];
  changed: readonly CatalogueChange[];
  closed: readonly CatalogueChange[];
  unchanged: number;
  write(version: number): Promise<void>;
}

export interface CatalogueImporter {
  kind: CatalogueKind;
  operation: string;
  draft(manager: EntityManager, table: Table, countyCode: string, input: CatalogueFileInput): Promise<CatalogueDraft>;
}

/** What imports of categories and of powers have in common: who may, one at a time, a version when something changed. */
@Injectable()
export class ImportFileService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly jurisdiction: Jurisdiction,
    private readonly today: Today,
  ) {}

  /** What the file would do; nothing is changed. @throws AppError as `run` */
  async preview(importer: CatalogueImporter, input: CatalogueFileInput, caller: Caller): Promise<CatalogueImportReport> {
    const { countyCode, table } = await this.open(input, caller);
    return reportOf(await importer.draft(this.dataSource.manager, table, countyCode, input), null, caller);
  }

  /** @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, IMPORT_FILE_UNREADABLE, IMPORT_COLUMN_MISSING */
  run(importer: CatalogueImporter, input: CatalogueFileInput, caller: Caller): Promise<CatalogueImportReport> {
    const operation = { operation: importer.operation, caller };
    return this.unitOfWork.attempt(operation, async () => {
      const { countyCode, table, positions, bytes } = await this.open(input, caller);
      const target = { type: 'catalogue', id: `${countyCode}/${importer.kind}`, countyCode };
      return this.unitOfWork.run({ ...operation, positions, target }, async (manager, audited) => {
        await manager.query(`select pg_advisory_xact_lock(hashtext('catalogue ' || $1 || $2))`, [importer.kind, countyCode]);
        const draft = await importer.draft(manager, table, countyCode, input);
        const version = await this.keepVersion(manager, importer.kind, countyCode, draft, input, bytes, caller);
        if (version !== null) await draft.write(version);
        const report = reportOf(draft, version, caller);
        const { rows, added, changed, closed, refused } = report;
        audited.details = { version, rows, added, changed, closed, refused };
        return report;
      });
    });
  }

  private async open(input: CatalogueFileInput, caller: Caller) {
    const countyCode = countyCodeOf(input.countyCode);
    const positions = await this.jurisdiction.insistOn(caller, COUNTY_OFFICE, 'countyCode', countyCode);
    const bytes = Buffer.from(input.contentBase64, 'base64');
    const { table } = orThrow(await readTable(bytes));
    return { countyCode, positions, bytes, table };
  }

  private async keepVersion(
    manager: EntityManager,
    kind: CatalogueKind,
    countyCode: string,
    draft: CatalogueDraft,
    input: CatalogueFileInput,
    bytes: Buffer,
    caller: Caller,
  ): Promise<number | null> {
    const [added, changed, closed] = [draft.added.length, draft.changed.length, draft.closed.length];
    if (added + changed + closed === 0) return null;
    const last = await manager.maximum(CatalogueImportEntity, 'version', { countyCode, kind });
    const version = (last ?? 0) + 1;
    await manager.insert(CatalogueImportEntity, {
      ...{ countyCode, kind, version, added, changed, closed },
      fileName: lineOf('fileName', input.fileName, 200),
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      rows: draft.rows,
      refused: draft.problems.length,
      importedBy: caller.subject ?? '',
      importedAt: this.today.now(),
    });
    return version;
  }
}

/** Rules that a file's size breaks become refusals of the file. */
export function plannedOrRefused<T>(plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    if (error instanceof RangeError) throw new AppError('IMPORT_FILE_UNREADABLE', { field: 'file', reason: error.message });
    throw error;
  }
}

function reportOf(draft: CatalogueDraft, version: number | null, { language }: Caller): CatalogueImportReport {
  const { rows, problems, added, changed, closed, unchanged } = draft;
  return {
    ...{ version, rows, unchanged, refused: problems.length },
    ...{ added: added.length, changed: changed.length, closed: closed.length },
    problems: problems.slice(0, MOST_PROBLEMS).map((problem) => shownProblem(problem, language)),
    changes: [...added, ...changed, ...closed].slice(0, MOST_CHANGES),
  };
}
