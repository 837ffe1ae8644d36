import { identifier } from '../audit/executor.js';
import type { Ddl } from '../audit/tables.js';

/**
 * The notices of one service, for its migration: what waits to be sent, every attempt to send it, and the mailbox that
 * stands in for phones where there is no gateway.
 */
export function notificationTables(schema: string): Ddl {
  const s = identifier(schema);
  return {
    up: [
      `CREATE TABLE ${s}.notification (
         id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         dedupe_key text NOT NULL UNIQUE,
         type text NOT NULL,
         recipient jsonb NOT NULL,
         language text NOT NULL DEFAULT 'zh' CHECK (language IN ('zh', 'en')),
         case_number text,
         data jsonb NOT NULL DEFAULT '{}',
         state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'refused', 'dead')),
         attempts int NOT NULL DEFAULT 0,
         next_attempt_at timestamptz NOT NULL DEFAULT now(),
         created_at timestamptz NOT NULL DEFAULT now(),
         settled_at timestamptz
       )`,
      `CREATE INDEX notification_due ON ${s}.notification (next_attempt_at) WHERE state = 'waiting'`,
      `CREATE INDEX notification_case ON ${s}.notification (case_number)`,
      `CREATE TABLE ${s}.notification_delivery (
         notification_id bigint NOT NULL REFERENCES ${s}.notification ON DELETE CASCADE,
         attempt int NOT NULL,
         channel text NOT NULL,
         outcome text NOT NULL CHECK (outcome IN ('delivered', 'refused', 'failed')),
         status int,
         error text,
         duration_ms int NOT NULL,
         at timestamptz NOT NULL DEFAULT now(),
         PRIMARY KEY (notification_id, attempt)
       )`,
      `CREATE TABLE ${s}.mailbox (
         id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
         message_id text NOT NULL UNIQUE,
         type text NOT NULL,
         recipient jsonb NOT NULL,
         case_number text,
         title text NOT NULL,
         body text NOT NULL,
         created_at timestamptz NOT NULL DEFAULT now()
       )`,
      `CREATE INDEX mailbox_case ON ${s}.mailbox (case_number)`,
    ],
    down: [
      `DROP TABLE ${s}.mailbox`,
      `DROP TABLE ${s}.notification_delivery`,
      `DROP TABLE ${s}.notification`,
    ],
  };
}
