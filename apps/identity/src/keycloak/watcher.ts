import { recordAudits } from '@yiwang/platform/audit';
import type { DataSource, EntityManager } from 'typeorm';
import { moveCursor, readNewEvents, takeCursor } from './cursors.js';
import type { Keycloak, KeycloakEvent } from './keycloak.js';
import { tellKeycloak } from './requests.js';

/** Notices what nobody tells us of: positions and absences that begin or end by the clock, and Keycloak's events. */
export class Watcher {
  constructor(
    private readonly source: DataSource,
    private readonly keycloak: Keycloak,
  ) {}

  /** People whose doors open or close because an instant has come. Answers how many. */
  async openDoors(): Promise<number> {
    return this.source.transaction(async (manager) => {
      const cursor = await takeCursor(manager, 'doors');
      if (cursor === null) return 0;
      const people = await manager.query<{ id: string }[]>(
        `select distinct person_id as id from (
           select person_id from position where person_id is not null
              and (valid_from > $1 and valid_from <= $2 or valid_to > $1 and valid_to <= $2)
           union all
           select person_id from absence where valid_from > $1 and valid_from <= $2 or valid_to > $1 and valid_to <= $2
           union all
           select unnest(array[person_id, deputy_id]) from deputy
            where valid_from > $1 and valid_from <= $2 or valid_to > $1 and valid_to <= $2) as turned`,
        [cursor.at, cursor.now],
      );
      await tellKeycloak(
        manager,
        people.map(({ id }) => id),
      );
      await moveCursor(manager, 'doors', cursor.now);
      return people.length;
    });
  }

  /** Users that others than we changed in Keycloak: each is looked at soon. Answers how many events were new. */
  readChanges(look: (personId: string) => Promise<unknown>): Promise<number> {
    return readNewEvents(
      this.source,
      'changes',
      (since, first, max) => this.keycloak.changesSince(since, first, max),
      async (_, events) => {
        for (const subject of new Set(events.map((event) => event.subject))) await look(subject);
      },
    );
  }

  /** Sign-ins of staff onto the audit trail, each once; residents' are their own affair. */
  readSignIns(): Promise<number> {
    return readNewEvents(
      this.source,
      'signIns',
      (since, first, max) => this.keycloak.signInsSince(since, first, max),
      recordSignIns,
    );
  }
}

async function recordSignIns(manager: EntityManager, events: KeycloakEvent[]): Promise<void> {
  const staff = await manager.query<{ id: string; homeCode: string | null }[]>(
    `select id, home_code as "homeCode" from person where id::text = any($1)`,
    [events.map(({ subject }) => subject)],
  );
  const homes = new Map(staff.map(({ id, homeCode }) => [id, homeCode]));
  const entries = events
    .filter(({ subject }) => homes.has(subject))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ id, at, subject }) => ({
      operation: 'signIn',
      caller: { kind: 'person' as const, subject },
      target: { type: 'person', id: subject, countyCode: homes.get(subject) ?? undefined },
      details: { at: at.toISOString(), eventId: id },
    }));
  if (entries.length > 0) await recordAudits(manager, entries);
}
