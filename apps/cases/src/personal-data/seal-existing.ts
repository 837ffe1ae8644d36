import { PersonalData } from '@yiwang/platform/personal-data';
import type { DataSource } from 'typeorm';
import { ContentHashes } from './content-hashes.js';
import { Reporters } from './reporters.js';

interface PlainRow {
  number: string;
  account: string | null;
  name: string | null;
  phone: string | null;
  reference: string | null;
  contentHash: Buffer;
}

const PLAIN = `
select number, reporter_subject as account, reporter_name as name, reporter_phone as phone,
  reporter_reference as reference, content_hash as "contentHash"
from case_file where reporter_name is not null or reporter_phone is not null or reporter_reference is not null
order by number limit $1 for update skip locked`;

const SEAL = `
update case_file c set reporter_name = null, reporter_phone = null, reporter_reference = null,
  reporter_key = g.key, reporter_name_sealed = g.name, reporter_phone_sealed = g.phone,
  reporter_reference_sealed = g.reference, reporter_name_index = g.name_index, reporter_phone_index = g.phone_index,
  content_hash = g.hash
from unnest($1::text[], $2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[])
  g(number, key, name, phone, reference, name_index, phone_index, hash)
where c.number = g.number`;

/**
 * Seals the reporters of cases from before they were encrypted, a batch a transaction: what is done stays done, whenever
 * it is stopped. Run by the set-up as the owner of the tables. @returns how many cases.
 */
export async function sealExistingReporters(source: DataSource, personal: PersonalData, batch = 500): Promise<number> {
  const [reporters, hashes] = [new Reporters(personal), new ContentHashes(personal)];
  for (let done = 0; ; ) {
    const sealed = await source.transaction(async (manager) => {
      const rows = await manager.query<PlainRow[]>(PLAIN, [batch]);
      const fresh = await Promise.all(rows.map((row) => reporters.seal(row.number, row.account, row)));
      if (rows.length > 0) {
        await manager.query(SEAL, [
          rows.map(({ number }) => number),
          fresh.map((one) => one.reporterKey),
          fresh.map((one) => one.reporterNameSealed),
          fresh.map((one) => one.reporterPhoneSealed),
          fresh.map((one) => one.reporterReferenceSealed),
          fresh.map((one) => one.reporterNameIndex),
          fresh.map((one) => one.reporterPhoneIndex),
          rows.map(({ contentHash }) => hashes.keyed(contentHash)),
        ]);
      }
      return rows.length;
    });
    if (sealed === 0) return done;
    done += sealed;
  }
}
