import { Injectable } from '@nestjs/common';
import { acting, PositionDirectory, type Caller, type Position } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { pageSize } from '@yiwang/platform/graphql';
import { DataSource } from 'typeorm';
import { WordsSearch } from '../case/words-search.js';
import { doneTasks, waitingTasks } from './finished-tasks.sql.js';
import { askerOf, filtersOf, openTasks, type Asker, type Bind, type TaskPlace } from './my-tasks.sql.js';
import { taskBranches } from './task-branches.js';
import { TaskEntity } from './task.entity.js';
import type { TaskFilterInput, TaskScope } from './task.types.js';

export const MAX_PAGE = 200;

interface Asked {
  scope: TaskScope;
  positions: readonly Position[];
  filters: readonly string[];
  after: TaskPlace | null;
  size: string;
}

/** The caller's own work: what waits for them, what they wait for, and what they have done. */
@Injectable()
export class MyTasksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionDirectory,
    private readonly words: WordsSearch,
  ) {}

  /** @throws AppError CURSOR_INVALID where `after` is neither a task's cursor nor its id. */
  async page(filter: TaskFilterInput, after: string | null, first: number, caller: Caller): Promise<TaskEntity[]> {
    const words = this.words.wordsOf(filter.text);
    const positions = acting(await this.positions.positionsOf(caller));
    const scope = filter.scope ?? 'ALL';
    const place = after === null ? null : await this.placeOf(after, scope);
    const bound: unknown[] = [];
    const bind: Bind = (value) => `$${bound.push(value)}`;
    const asked = { scope, positions, filters: filtersOf(filter, words, bind), after: place, size: bind(pageSize(first, MAX_PAGE)) };
    const statement = statementOf(asked, askerOf(caller.subject, positions, bind), caller, bind);
    return statement === null ? [] : this.dataSource.query<TaskEntity[]>(statement, bound);
  }

  /** A cursor keeps its place though the task was moved or done since; an id is taken for where its task stands now. */
  private async placeOf(after: string, scope: TaskScope): Promise<TaskPlace> {
    const [id, at] = after.split('@');
    if (id && at !== undefined && !Number.isNaN(Date.parse(at))) return { id, at };
    const task = await this.dataSource.manager.findOneBy(TaskEntity, { id: after });
    const stands = scope === 'DONE' ? task?.closedAt : task?.dueAt;
    if (!task || !stands) throw new AppError('CURSOR_INVALID', { field: 'after' });
    return { id: task.id, at: stands.toISOString() };
  }
}

/** What `after` takes to go on behind a task, wherever it stands by then. */
export const cursorOf = ({ id, dueAt, closedAt }: Pick<TaskEntity, 'id' | 'dueAt' | 'closedAt'>): string =>
  `${id}@${new Date(closedAt ?? dueAt).toISOString()}`;

function statementOf({ scope, ...asked }: Asked, asker: Asker, { subject }: Caller, bind: Bind): string | null {
  if (scope === 'DONE') return doneTasks({ asker, ...asked }, bind);
  if (scope === 'WAITING') return waitingTasks({ asker, ...asked }, bind);
  const [held, free] = [scope !== 'UNIT', scope !== 'MINE'];
  const awaited = free ? asked.positions.map(({ actingForId }) => actingForId ?? null) : [];
  const holders = [held ? subject : null, ...awaited].filter((one) => one !== null);
  const branches = taskBranches(holders, free ? asked.positions : [], bind);
  return branches.length === 0 ? null : openTasks(branches, { asker, held, free, ...asked }, bind);
}
