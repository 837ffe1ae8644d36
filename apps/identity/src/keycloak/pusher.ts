import type { DataSource } from 'typeorm';
import type { AccountSync } from './account-sync.js';

interface Claimed {
  personId: string;
  version: number;
  endSessions: boolean;
  attempts: number;
}

const BATCH = 10;
const LEASE_SECONDS = 60;
const LONGEST_PAUSE_SECONDS = 60;

/**
 * Tells Keycloak what was noted for it. A batch is claimed in one short statement (SKIP LOCKED, with a lease) and told
 * outside any transaction; a note that was renewed meanwhile stays. Keycloak away: the pause doubles up to a minute.
 */
export class Pusher {
  constructor(
    private readonly source: DataSource,
    private readonly sync: AccountSync,
    private readonly onFailure: (error: unknown, personId: string) => void,
  ) {}

  /** One batch of what is due; answers how many were told. */
  async pushOnce(): Promise<number> {
    const claimed = await this.claim();
    const told = await Promise.all(claimed.map((request) => this.push(request)));
    return told.filter(Boolean).length;
  }

  private claim(): Promise<Claimed[]> {
    return this.source.query<Claimed[]>(
      `with due as (
         select person_id from keycloak_request where next_attempt_at <= now()
          order by next_attempt_at limit $1 for update skip locked),
       claimed as (
         update keycloak_request r
            set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $2)
           from due where r.person_id = due.person_id returning r.*)
       select person_id as "personId", version, end_sessions as "endSessions", attempts from claimed`,
      [BATCH, LEASE_SECONDS],
    );
  }

  private async push({ personId, version, endSessions, attempts }: Claimed): Promise<boolean> {
    try {
      await this.sync.bring(personId, 'request', { endSessions });
      await this.source.query(`delete from keycloak_request where person_id = $1 and version = $2`, [personId, version]);
      return true;
    } catch (error) {
      const pause = Math.min(2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
      await this.source.query(
        `update keycloak_request set next_attempt_at = now() + make_interval(secs => $3), last_error = $4
          where person_id = $1 and version = $2`,
        [personId, version, pause, String((error as Error).message).slice(0, 300)],
      );
      this.onFailure(error, personId);
      return false;
    }
  }
}
