import { Injectable } from '@nestjs/common';
import type { Stage } from '@yiwang/contracts/case-flow';
import { parseArea, villageOf } from '@yiwang/domain/areas';
import { checkIdempotencyKey } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, isUuid, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource, type EntityManager } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { ReferenceDirectory } from '../intake/reference-directory.js';
import { marksOf } from './marks.js';
import type { PublicMatter, SayTheSameArguments } from './public-matters.types.js';

const MOST = 20;
const COLUMNS = `id, county_code as "countyCode", case_number as "caseNumber", title, category_code as "categoryCode", area_code as "areaCode", stage,
  received_at as since, same_here as "sameHere"`;
/** By the part of the area that a list is asked for: the digits of its code say which. */
const COLUMN_OF: Record<number, string> = { 6: 'county_code', 9: 'town_code', 12: 'village_code' };
const near = (column: string): string =>
  `select ${COLUMNS} from public_matter_shown where ${column} = $1 order by received_at desc, id limit ${MOST}`;
const ONE = `select ${COLUMNS} from public_matter_shown where id = $1`;
const SAY = 'select say_the_same($1, $2, $3) as "isNew"';

interface ShownRow {
  id: string;
  countyCode: string;
  caseNumber: string;
  title: string;
  categoryCode: string | null;
  areaCode: string;
  stage: Stage;
  since: Date;
  sameHere: number;
}

/** What neighbours see of common matters near them, and their saying that it is theirs too. */
@Injectable()
export class PublicMattersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: ReferenceDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
  ) {}

  /** Of the whole village of a QR point or grid, or of a wider area; the newest first. @throws AppError NOT_FOUND, AREA_UNKNOWN, INPUT_INVALID */
  async near(code: string | null, areaCode: string | null, caller: Caller): Promise<PublicMatter[]> {
    const area = code === null ? givenArea(areaCode) : await this.directory.areaOfQrPoint(code, caller);
    if (area === null) throw new AppError('NOT_FOUND', { field: 'code', value: code ?? '' });
    const wanted = villageOf(area) ?? area;
    const column = COLUMN_OF[wanted.length];
    if (column === undefined) throw new AppError('AREA_UNKNOWN', { field: 'areaCode', value: area });
    return (await this.dataSource.query<ShownRow[]>(near(column), [wanted])).map(shown);
  }

  /**
   * 我也是. Whoever says it again, from the same device or signed in, is answered and not counted. No number is taken: a count
   * that did not rise would tell whose it is.
   */
  async sayTheSame(given: SayTheSameArguments, caller: Caller): Promise<PublicMatter> {
    const audited: AuditedOperation = { operation: 'sayTheSame', caller, target: { type: 'case', id: '-' } };
    return this.unitOfWork.attempt(audited, async () => {
      const { idempotencyKey: key } = orThrow(checkIdempotencyKey(given.idempotencyKey));
      const found = await one(this.dataSource.manager, given.id);
      audited.target = { type: 'case', id: found.caseNumber, countyCode: found.countyCode };
      const marks = marksOf(found.caseNumber, { key, subject: caller.subject });
      return this.unitOfWork.run(audited, async (manager) => {
        const [said] = await manager.query<{ isNew: boolean | null }[]>(SAY, [given.id, marks, this.time.now()]);
        if (said?.isNew === false) audited.details = { repeated: true };
        return shown(await one(manager, given.id));
      });
    });
  }
}

function givenArea(areaCode: string | null): string {
  if (areaCode !== null) return orThrow(parseArea(areaCode, 'areaCode')).areaCode;
  throw new AppError('INPUT_INVALID', { field: 'code', expected: '二维码或区域编码 / the code of a QR point, or an area' });
}

async function one(manager: EntityManager, id: string): Promise<ShownRow> {
  const [found] = isUuid(id) ? await manager.query<ShownRow[]>(ONE, [id]) : [];
  if (!found) throw new AppError('NOT_FOUND', { field: 'id', value: id });
  return found;
}

const shown = ({ id, title, categoryCode, areaCode, stage, since, sameHere }: ShownRow): PublicMatter => ({
  ...{ id, title, stage, since, sameHere },
  category: categoryCode === null ? null : { code: categoryCode },
  area: { code: areaCode },
});
