import type { Intervention } from '@yiwang/domain/interventions';
import type { SqlExecutor } from '@yiwang/platform/audit';

/** So long what somebody has begun counts together with what they begin now. */
const COUNTED_MS = 24 * 3_600_000;

/** Cases that were allowed when it began and have not been left since: what lapsed, or was ended before its turn, is no act. */
const BEGUN = `
select count(*)::int as n from intervention i join intervention_case c on c.intervention_id = i.id
where i.by_subject = $1 and i.kind = $2 and i.created_at > $3
  and c.outcome <> 'left' and not (c.outcome = 'refused' and c.at = i.created_at)`;

/** How many cases somebody has begun the same with within the last 24 hours. As the system that reads interventions. */
export async function begunBefore(manager: SqlExecutor, subject: string, kind: Intervention, now: Date): Promise<number> {
  const [row] = await manager.query<{ n: number }[]>(BEGUN, [subject, kind, new Date(now.getTime() - COUNTED_MS)]);
  return row?.n ?? 0;
}

/** Until the transaction ends nobody else begins the same in this name, so that two at one moment are counted together. */
export const oneAtATime = (manager: SqlExecutor, subject: string, kind: Intervention): Promise<unknown> =>
  manager.query('select pg_advisory_xact_lock(hashtext($1))', [`intervention ${kind} by ${subject}`]);
