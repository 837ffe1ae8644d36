import { Injectable } from '@nestjs/common';
import { mayHold } from '@yiwang/domain/paths';
import type { Caller } from '@yiwang/platform/auth';
import { pageSize } from '@yiwang/platform/graphql';
import { DataSource, In } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { CLOCK_RUNS, LAST_ROUND } from '../case/case-filter.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { binding, LookedAtAreas, type Bind, type LookedAt } from './looked-at.js';
import { REVIEW_WITHIN_MS, tierAt } from './overview.service.js';
import { DECISION_KINDS, type DecisionKind } from './overview.types.js';

const MAX_PAGE = 50;

export interface Wanted {
  kind: DecisionKind;
  number: string;
  dueAt: Date | null;
  task: TaskEntity | null;
}

interface Row {
  kind: DecisionKind;
  number: string;
  taskId: string | null;
  dueAt: Date | null;
}

const DUE = 'least(c.tier_due_at, c.resolution_due_at)';

/** What somebody above has to decide about, due first in each kind: the cases that the overview counts, and by which task. */
@Injectable()
export class DecisionsWantedService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly areas: LookedAtAreas,
    private readonly time: BusinessTime,
  ) {}

  /** @param first of each kind. @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION */
  async in(given: string, first: number, caller: Caller): Promise<Wanted[]> {
    const area = await this.areas.in(given, caller);
    const { bound, bind } = binding();
    const sql = this.sql(area, bind, bind(pageSize(first, MAX_PAGE)));
    const rows = await this.dataSource.query<Row[]>(sql, bound);
    const ids = rows.flatMap(({ taskId }) => taskId ?? []);
    const tasks = ids.length === 0 ? [] : await this.dataSource.manager.findBy(TaskEntity, { id: In(ids) });
    const subject = caller.subject ?? '';
    const theirs = new Map(
      tasks
        .filter((task) => (task.holderSubject ?? subject) === subject && area.positions.some((one) => mayHold(one, task, subject).ok))
        .map((task) => [task.id, task]),
    );
    return rows
      .toSorted((a, b) => DECISION_KINDS.indexOf(a.kind) - DECISION_KINDS.indexOf(b.kind))
      .map(({ kind, number, dueAt, taskId }) => ({ kind, number, dueAt, task: theirs.get(taskId ?? '') ?? null }));
  }

  private sql(area: LookedAt, bind: Bind, limit: string): string {
    const tier = bind(tierAt(area.level));
    const within = area.cases(bind);
    const byTask = (kind: DecisionKind, condition: string): string => `
(select '${kind}' as kind, * from (
  select distinct on (c.number) c.number, t.id as "taskId", t.due_at as "dueAt" from task t join case_file c on c.number = t.case_number
  where t.state in ('open', 'accepted') and ${condition} and ${within} order by c.number, t.due_at) t order by "dueAt", number limit ${limit})`;
    const byCase = (kind: DecisionKind, condition: string, due: string): string => `
(select '${kind}' as kind, c.number, null as "taskId", ${due} as "dueAt" from case_file c
  where c.closed_at is null and ${condition} and ${within} order by ${due} nulls last, c.number limit ${limit})`;
    return [
      byTask('arbitration', `t.kind = 'arbitrate'`),
      byCase('lastRound', LAST_ROUND, DUE),
      byCase('suspensionReview', `c.paused = 'suspended' and c.review_at < ${bind(new Date(this.time.now().getTime() + REVIEW_WITHIN_MS))}`, 'c.review_at'),
      byTask('approval', `t.kind = 'approve' and t.tier = ${tier}`),
      byCase('overdue', `${CLOCK_RUNS} and c.card = 'red' and c.tier = ${tier}`, DUE),
    ].join(' union all ');
  }
}
