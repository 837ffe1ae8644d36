import { CLOCK_RUNS, LAST_ROUND } from '../case/case-filter.js';
import type { Bind, LookedAt } from './looked-at.js';

const some = (condition: string, as: string): string => `(count(*) filter (where ${condition}))::int as "${as}"`;

export interface StandingRow {
  code: string;
  open: number;
  running: number;
  yellow: number;
  red: number;
  suspended: number;
  lastRound: number;
  review: number;
  late: number;
}

/** Open cases by the areas below, counted in one pass over the index of open ones. */
export const standingSql = ({ cases }: LookedAt, bind: Bind, { digits, tier, reviewBefore }: { digits: number; tier: string; reviewBefore: Date }): string => `
select left(c.area_code, ${bind(digits)}) as code, count(*)::int as open, ${some(CLOCK_RUNS, 'running')},
  ${some(`${CLOCK_RUNS} and c.card = 'yellow'`, 'yellow')}, ${some(`${CLOCK_RUNS} and c.card = 'red'`, 'red')},
  ${some(`c.paused = 'suspended'`, 'suspended')}, ${some(LAST_ROUND, 'lastRound')},
  ${some(`c.paused = 'suspended' and c.review_at < ${bind(reviewBefore)}`, 'review')},
  ${some(`${CLOCK_RUNS} and c.card = 'red' and c.tier = ${bind(tier)}`, 'late')}
from case_file c where ${cases(bind)} and c.closed_at is null group by 1`;

/** Cases with an open task by which somebody above decides. */
export const decidingSql = ({ cases }: LookedAt, bind: Bind, tier: string): string => `
select t.kind, count(distinct c.number)::int as count
from task t join case_file c on c.number = t.case_number
where t.state in ('open', 'accepted') and (t.kind = 'arbitrate' or (t.kind = 'approve' and t.tier = ${bind(tier)})) and ${cases(bind)}
group by 1`;

/** What came in since a day began, by day and channel. */
export const receivedSql = ({ cases }: LookedAt, bind: Bind, from: Date): string => `
select to_char(c.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, c.channel, count(*)::int as count
from case_file c where ${cases(bind)} and c.received_at >= ${bind(from)} group by 1, 2`;

export const topicsSql = ({ cases }: LookedAt, bind: Bind, { from, recentFrom, least }: { from: Date; recentFrom: Date; least: number }): string => `
select c.category_code as code, ${some(`c.received_at >= ${bind(recentFrom)}`, 'recent')}, ${some(`c.received_at < ${bind(recentFrom)}`, 'before')}
from case_file c where ${cases(bind)} and c.received_at >= ${bind(from)} and c.category_code is not null
group by 1 having count(*) filter (where c.received_at >= ${bind(recentFrom)}) >= ${bind(least)}`;
