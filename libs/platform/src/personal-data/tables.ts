import type { Ddl } from '../audit/tables.js';
import { protectRows } from '../row-scope/policies.js';

/** Under this name the library itself reads and writes keys; no caller's scope reaches them. */
export const PERSONAL_DATA_SYSTEM = 'personal-data';

/**
 * The data keys of one service, for its migration, after `SCOPE_FUNCTIONS` of the same schema.
 *
 * A subject has one key that lives. Destroying it clears the wrapped key and the subject and keeps the id, by which
 * sealed values know that they are gone; the same subject may then get another one.
 */
export function personalKeyTable(): Ddl {
  const rules = protectRows('personal_key', { sees: 'false', systems: [PERSONAL_DATA_SYSTEM] });
  return {
    up: [
      `create table personal_key (
         id uuid primary key,
         subject text,
         wrapped bytea,
         wrapped_by text,
         created_at timestamptz not null default now(),
         destroyed_at timestamptz,
         constraint personal_key_lives check ((destroyed_at is null) = (subject is not null and wrapped is not null
           and wrapped_by is not null))
       )`,
      `create unique index personal_key_subject on personal_key (subject) where destroyed_at is null`,
      `create index personal_key_wrapped_by on personal_key (wrapped_by, id) where destroyed_at is null`,
      ...rules.up,
    ],
    down: [...rules.down, `drop table personal_key`],
  };
}
