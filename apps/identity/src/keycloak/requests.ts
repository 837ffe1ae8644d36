import { asSystem } from '@yiwang/platform/row-scope';
import type { EntityManager } from 'typeorm';

/**
 * Notes that Keycloak has to be told of people and of whoever may stand in for them, within the transaction that changes
 * them: the change and the note stand or fall together, and Keycloak's absence loses nothing. What it is told is read
 * when it is told, so a later change needs no second note and notes have no order.
 * @param endSessions whether the sessions of these people end too.
 */
export async function tellKeycloak(
  manager: Pick<EntityManager, 'query'>,
  personIds: readonly string[],
  { endSessions = false }: { endSessions?: boolean } = {},
): Promise<void> {
  if (personIds.length === 0) return;
  await asSystem('keycloak', () =>
    manager.query(
      `with recursive below (person) as (
         select id from unnest($1::uuid[]) id
         union
         select d.deputy_id from below b
           join deputy d on d.person_id = b.person and d.valid_from <= now() and d.valid_to > now()
       )
       insert into keycloak_request (person_id, end_sessions)
       select person, $2::boolean and person = any($1::uuid[]) from below
       on conflict (person_id) do update
         set version = keycloak_request.version + 1, attempts = 0, next_attempt_at = now(),
             end_sessions = keycloak_request.end_sessions or excluded.end_sessions`,
      [personIds, endSessions],
    ),
  );
}
