import { Inject, Injectable, Optional } from '@nestjs/common';
import { countyOf, covers, levelOf } from '@yiwang/domain/areas';
import { DataSource } from 'typeorm';
import { auditedCounties, auditKey, linkedUpTo, searchAudit, type AuditReach, type FoundEntry } from '../audit/index.js';
import { PositionDirectory } from '../auth/position-directory.js';
import type { Caller } from '../auth/caller.js';
import { AppError } from '../errors/index.js';
import { pageSizeWithin } from '../graphql/paging.js';
import { asSystem, granting } from '../row-scope/row-scope.js';
import type { AuditFilterInput, AuditPage } from './audit-search.types.js';
import { AuditVeil } from './audit-veil.js';

export const MAX_AUDIT_PAGE = 200;
const MAX_OPERATIONS = 20;

export interface AuditWishes {
  filter: AuditFilterInput | null;
  after: string | null;
  first: number;
}

/** Looks through the audit of the service it runs in. */
@Injectable()
export class AuditSearch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionDirectory,
    @Optional() @Inject(AuditVeil) private readonly veil?: AuditVeil,
  ) {}

  /**
   * Entries of the counties that the caller administrates. What has no county is shown to nobody.
   * @throws AppError FORBIDDEN for whoever administrates none, AREA_OUTSIDE_JURISDICTION for another one than theirs.
   */
  async ofCounties(wishes: AuditWishes, caller: Caller): Promise<AuditPage> {
    const held = await this.positions.positionsOf(caller);
    const areas = held.filter(({ role, areaCode }) => role === 'administrator' && isCountyOrCity(areaCode)).map(({ areaCode }) => areaCode);
    if (areas.length === 0) throw new AppError('FORBIDDEN');
    return this.find({ counties: await this.countiesWithin(areas, wishes.filter?.countyCode ?? null) }, wishes, caller);
  }

  /** Entries of things that the caller looks after, which is for whoever calls this to know. */
  ofTargets(targets: { type: string; id: string }[], wishes: AuditWishes, caller: Caller): Promise<AuditPage> {
    return granting(targets.map(({ id }) => auditKey(id)), () => this.find({ targets }, wishes, caller));
  }

  private async countiesWithin(areas: string[], wanted: string | null): Promise<string[]> {
    if (wanted !== null) {
      if (areas.some((area) => covers(area, wanted))) return [wanted];
      throw new AppError('AREA_OUTSIDE_JURISDICTION', { field: 'countyCode', value: wanted, expected: areas });
    }
    const found = areas.map((area) => (countyOf(area) ? [area] : auditedCounties(this.dataSource, area)));
    return (await Promise.all(found)).flat();
  }

  private async find(reach: AuditReach, { filter, after, first }: AuditWishes, caller: Caller): Promise<AuditPage> {
    const limit = pageSizeWithin(first, MAX_AUDIT_PAGE);
    checkFilter(filter);
    const before = after === null ? null : readCursor(after);
    // Asked before the entries, so that nothing is called chained that is not.
    const chained = await asSystem('audit', () => linkedUpTo(this.dataSource));
    const found = await searchAudit(this.dataSource, reach, filter ?? {}, { before, limit });
    const page = found.slice(0, limit);
    const shown = this.veil ? await this.veil.leave(page, caller) : page;
    const items = shown.map(({ xid, ...entry }) => ({ ...entry, isChained: isBelow(xid, chained) }));
    return { items, endCursor: found.length > limit ? cursorOf(found[limit - 1]!) : null };
  }
}

const isCountyOrCity = (code: string): boolean => ['county', 'city'].includes(levelOf(code) ?? '');

const isBelow = (xid: string, linked: string | null): boolean => linked !== null && BigInt(xid) < BigInt(linked);

function checkFilter(filter: AuditFilterInput | null): void {
  const { from, to, operations } = filter ?? {};
  if (from && to && from >= to) throw new AppError('INPUT_INVALID', { field: 'to', value: to.toISOString(), expected: `> ${from.toISOString()}` });
  if (operations && (operations.length === 0 || operations.length > MAX_OPERATIONS)) {
    throw new AppError('INPUT_INVALID', { field: 'operations', value: operations.length, expected: `1–${MAX_OPERATIONS}` });
  }
}

const cursorOf = ({ id }: FoundEntry): string => Buffer.from(`audit:${id}`).toString('base64url');

/** @throws AppError CURSOR_INVALID for what no page gave out. */
function readCursor(cursor: string): string {
  const id = /^audit:(\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (id === undefined) throw new AppError('CURSOR_INVALID', { field: 'after' });
  return id;
}
