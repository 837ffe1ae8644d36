import { identifier, type SqlExecutor } from '../audit/executor.js';
import type { Ddl } from '../audit/tables.js';
import { AppError } from '../errors/index.js';
import type { AttachmentKind, AttachmentMediaType } from './media-types.js';

/** When and where a device says that it took something; the place only where whoever took it agreed. */
export interface Taken {
  at: Date;
  place: { latitude: number; longitude: number; accuracyM: number | null } | null;
}

export interface Attachment {
  id: string;
  /** The case it belongs to; null until one refers to it. */
  caseNumber: string | null;
  /** The uploader's subject; null for a resident without an account. */
  uploadedBy: string | null;
  kind: AttachmentKind;
  mediaType: AttachmentMediaType;
  bytes: number;
  sha256: string;
  storageKey: string;
  createdAt: Date;
  /** As its device says; all null where that was not asked. Degrees in WGS 84. */
  takenAt: Date | null;
  latitude: number | null;
  longitude: number | null;
  accuracyM: number | null;
}

export type AttachmentFacts = Pick<Attachment, 'kind' | 'mediaType' | 'bytes' | 'sha256' | 'storageKey'>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** In the form we give out; what is written otherwise is no id of ours. */
export const isUuid = (id: string): boolean => UUID.test(id);

/** The attachments of one service, for its migration. A row without `sha256` was prepared and not uploaded yet. */
export function attachmentTables(schema: string): Ddl {
  const s = identifier(schema);
  return {
    up: [
      `CREATE TABLE ${s}.attachment (
         id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
         case_number text,
         uploaded_by text,
         kind text CHECK (kind IN ('image', 'voice', 'video', 'pdf')),
         media_type text,
         bytes bigint,
         sha256 text,
         storage_key text UNIQUE,
         created_at timestamptz NOT NULL DEFAULT now(),
         CHECK (num_nulls(kind, media_type, bytes, sha256, storage_key) IN (0, 5)),
         CHECK (case_number IS NULL OR sha256 IS NOT NULL)
       )`,
      `CREATE INDEX attachment_case ON ${s}.attachment (case_number)`,
      `CREATE INDEX attachment_unused ON ${s}.attachment (created_at) WHERE case_number IS NULL`,
    ],
    down: [`DROP TABLE ${s}.attachment`],
  };
}

/** For a migration after `attachmentTables`: when and where something was taken. */
export function attachmentTakenColumns(schema: string): Ddl {
  const table = `${identifier(schema)}.attachment`;
  return {
    up: [
      `ALTER TABLE ${table}
         ADD COLUMN taken_at timestamptz,
         ADD COLUMN latitude float8 CHECK (latitude BETWEEN -90 AND 90),
         ADD COLUMN longitude float8 CHECK (longitude BETWEEN -180 AND 180),
         ADD COLUMN accuracy_m float8 CHECK (accuracy_m >= 0),
         ADD CONSTRAINT attachment_place_whole CHECK (num_nulls(latitude, longitude) IN (0, 2) AND (latitude IS NULL OR taken_at IS NOT NULL))`,
    ],
    down: [`ALTER TABLE ${table} DROP COLUMN taken_at CASCADE, DROP COLUMN latitude CASCADE, DROP COLUMN longitude CASCADE, DROP COLUMN accuracy_m`],
  };
}

const COLUMNS = `id, case_number AS "caseNumber", uploaded_by AS "uploadedBy", kind, media_type AS "mediaType",
  bytes::float8 AS "bytes", sha256, storage_key AS "storageKey", created_at AS "createdAt",
  taken_at AS "takenAt", latitude, longitude, accuracy_m AS "accuracyM"`;

/** The records; each function takes the caller's manager and so joins its transaction. */
export class AttachmentRecords {
  private readonly table: string;

  constructor(schema: string) {
    this.table = `${identifier(schema)}.attachment`;
  }

  /** Opens a record that one upload may fill; answers its id. */
  async prepare(manager: SqlExecutor, uploadedBy: string | null, taken: Taken | null = null): Promise<string> {
    const sql = `INSERT INTO ${this.table} (uploaded_by, taken_at, latitude, longitude, accuracy_m)
      VALUES ($1, $2, $3, $4, $5) RETURNING id`;
    const { latitude, longitude, accuracyM } = taken?.place ?? {};
    const values = [uploadedBy, taken?.at ?? null, latitude ?? null, longitude ?? null, accuracyM ?? null];
    const [row] = await manager.query<{ id: string }[]>(sql, values);
    return row!.id;
  }

  async isPrepared(manager: SqlExecutor, id: string): Promise<boolean> {
    const sql = `SELECT 1 FROM ${this.table} WHERE id = $1 AND sha256 IS NULL`;
    return (await manager.query<unknown[]>(sql, [id])).length > 0;
  }

  /** Fills a prepared record, once: false if it is not there or was filled before. */
  async complete(manager: SqlExecutor, id: string, facts: AttachmentFacts): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `WITH changed AS (
         UPDATE ${this.table} SET kind = $2, media_type = $3, bytes = $4, sha256 = $5, storage_key = $6
          WHERE id = $1 AND sha256 IS NULL RETURNING id)
       SELECT id FROM changed`,
      [id, facts.kind, facts.mediaType, facts.bytes, facts.sha256, facts.storageKey],
    );
    return rows.length > 0;
  }

  /** Uploaded attachments among these ids, in no order. */
  async find(manager: SqlExecutor, ids: readonly string[]): Promise<Attachment[]> {
    const sql = `SELECT ${COLUMNS} FROM ${this.table} WHERE id = ANY($1::uuid[]) AND sha256 IS NOT NULL`;
    return manager.query<Attachment[]>(sql, [ids.filter(isUuid)]);
  }

  async ofCases(manager: SqlExecutor, caseNumbers: readonly string[]): Promise<Attachment[]> {
    const sql = `SELECT ${COLUMNS} FROM ${this.table} WHERE case_number = ANY($1) ORDER BY created_at, id`;
    return manager.query<Attachment[]>(sql, [caseNumbers]);
  }

  /**
   * Gives attachments to a case: only uploaded ones, only those of this uploader, and only those that no other case has.
   * Errors: ATTACHMENT_UNKNOWN with the first one that is not so.
   */
  async attach(
    manager: SqlExecutor,
    ids: readonly string[],
    { caseNumber, uploadedBy }: { caseNumber: string; uploadedBy: string | null },
  ): Promise<void> {
    if (ids.length === 0) return;
    const rows = await manager.query<{ id: string }[]>(
      `WITH changed AS (
         UPDATE ${this.table} SET case_number = $2
          WHERE id = ANY($1::uuid[]) AND sha256 IS NOT NULL AND uploaded_by IS NOT DISTINCT FROM $3
            AND (case_number IS NULL OR case_number = $2) RETURNING id)
       SELECT id FROM changed`,
      [ids.filter(isUuid), caseNumber, uploadedBy],
    );
    const attached = new Set(rows.map(({ id }) => id));
    const unknown = ids.find((id) => !attached.has(id));
    if (unknown !== undefined) throw new AppError('ATTACHMENT_UNKNOWN', { field: 'attachmentIds', value: unknown });
  }

  /** Removes the records that no case took in time; their objects are the caller's to delete, after the commit. */
  async removeUnused(manager: SqlExecutor, olderThanHours: number): Promise<string[]> {
    const rows = await manager.query<{ storageKey: string | null }[]>(
      `WITH removed AS (
         DELETE FROM ${this.table}
          WHERE case_number IS NULL AND created_at < now() - make_interval(hours => $1) RETURNING storage_key)
       SELECT storage_key AS "storageKey" FROM removed`,
      [olderThanHours],
    );
    return rows.flatMap(({ storageKey }) => (storageKey === null ? [] : [storageKey]));
  }
}
