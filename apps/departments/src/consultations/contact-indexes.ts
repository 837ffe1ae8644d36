import type { PersonalData } from '@yiwang/platform/personal-data';
import type { DataSource } from 'typeorm';

const UNINDEXED = `
select id, contact_phone as phone from consultation where contact_phone is not null and contact_phone_index is null
order by id limit $1 for update skip locked`;

/** What cannot be opened any more was forgotten; it goes, so that it is not looked at again. */
const INDEX = `
update consultation c set contact_phone_index = g.index, contact_phone = case when g.index is null then null else c.contact_phone end
from unnest($1::uuid[], $2::bytea[]) g(id, index) where c.id = g.id`;

/**
 * Gives consultations from before numbers were indexed their index, a batch a transaction: what is done stays done.
 * Where there are none left it is one look at an empty index. Call it as a system that may.
 */
export async function indexContacts(source: DataSource, personal: PersonalData, batch = 200): Promise<void> {
  for (;;) {
    const found = await source.transaction(async (manager) => {
      const rows = await manager.query<{ id: string; phone: Buffer }[]>(UNINDEXED, [batch]);
      if (rows.length === 0) return 0;
      const opened = await Promise.all(rows.map(({ id, phone }) => personal.open(phone, { field: 'consultation.contact_phone', row: id })));
      const indexes = opened.map(({ text }) => (text === null ? null : personal.index.ofPhone(text)));
      await manager.query(INDEX, [rows.map(({ id }) => id), indexes]);
      return rows.length;
    });
    if (found === 0) return;
  }
}
