import { Injectable } from '@nestjs/common';
import { checkView, MOST_VIEWS } from '@yiwang/domain/views';
import { acting, PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { UnitOfWork, isUuid } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource, type EntityManager } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import type { SaveViewInput, SavedView } from './views.types.js';

interface StoredView extends Omit<SavedView, 'owner' | 'mine' | 'sharedWithUnit'> {
  owner: string;
  sharedWith: string[];
}

const COLUMNS = `id, owner_subject as owner, page, name, query, shared_with as "sharedWith", saved_at as "savedAt"`;
/** Row-level security leaves those that are the caller's or shared with them. */
const OF_PAGE = `select ${COLUMNS} from saved_view where page = $1 order by owner_subject <> $2, name, id limit 500`;
/** One at a time for each person, so that nobody keeps more by saving twice at once. */
const ALONE = `select pg_advisory_xact_lock(hashtext('saved_view/' || $1))`;
const OTHERS = 'select count(*)::int as others from saved_view where owner_subject = $1 and page = $2 and name <> $3';
const SAVE = `
insert into saved_view (owner_subject, page, name, query, shared_with, saved_at) values ($1, $2, $3, $4, $5, $6)
on conflict (owner_subject, page, name) do update
  set query = excluded.query, shared_with = excluded.shared_with, saved_at = excluded.saved_at
returning ${COLUMNS}`;
const REMOVE = `delete from saved_view where id = $1 and owner_subject = $2 returning id`;

/** Searches that people keep for themselves, and share with their office. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly time: BusinessTime,
  ) {}

  /** Own ones first. */
  async ofPage(page: string, { subject }: Caller): Promise<SavedView[]> {
    const views = await this.dataSource.query<StoredView[]>(OF_PAGE, [page, subject]);
    return views.map((view) => shown(view, subject));
  }

  /** @throws AppError VIEWS_TOO_MANY, INPUT_INVALID, TEXT_TOO_LONG */
  async save(given: SaveViewInput, caller: Caller): Promise<SavedView> {
    const audited = { operation: 'saveView', caller, target: { type: 'savedView', id: '-' } };
    return this.unitOfWork.attempt(audited, async () => {
      const { view } = orThrow(checkView(given));
      const offices = given.sharedWithUnit ? acting(await this.positions.positionsOf(caller)).map(officeOf) : [];
      return this.unitOfWork.run(audited, async (manager) => {
        const saved = await save(manager, [caller.subject, view.page, view.name, view.query, [...new Set(offices)], this.time.now()]);
        audited.target.id = saved.id;
        return shown(saved, caller.subject);
      });
    });
  }

  /** @throws AppError NOT_FOUND also for somebody else's: only whoever saved it removes it. */
  async remove(id: string, caller: Caller): Promise<boolean> {
    const audited = { operation: 'removeView', caller, target: { type: 'savedView', id } };
    return this.unitOfWork.attempt(audited, async () => {
      if (!isUuid(id)) throw new AppError('NOT_FOUND', { field: 'id', value: id });
      return this.unitOfWork.run(audited, async (manager) => {
        const [removed] = await manager.query<[unknown[], number]>(REMOVE, [id, caller.subject]);
        if (removed.length === 0) throw new AppError('NOT_FOUND', { field: 'id', value: id });
        return true;
      });
    });
  }
}

async function save(manager: EntityManager, values: [subject: string | null, page: string, name: string, ...unknown[]]): Promise<StoredView> {
  const [subject, page, name] = values;
  await manager.query(ALONE, [subject]);
  const [{ others }] = await manager.query<[{ others: number }]>(OTHERS, [subject, page, name]);
  if (others >= MOST_VIEWS) throw new AppError('VIEWS_TOO_MANY', { field: 'page', limit: MOST_VIEWS });
  const [saved] = await manager.query<[StoredView]>(SAVE, values);
  return saved;
}

/** The same as `scope_offices`. */
const officeOf = ({ areaCode, unitCode }: Position): string => (unitCode === null ? areaCode : `${areaCode.slice(0, 6)}/${unitCode}`);

const shown = ({ owner, sharedWith, ...view }: StoredView, subject: string | null): SavedView => ({
  ...view,
  owner: { id: owner },
  mine: owner === subject,
  sharedWithUnit: sharedWith.length > 0,
});
