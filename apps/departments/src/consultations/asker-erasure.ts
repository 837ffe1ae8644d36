import type { AskerErasureActivities, ErasureInput, ForgottenAsker } from '@yiwang/contracts/erasure';
import { recordAudit } from '@yiwang/platform/audit';
import type { PersonalData } from '@yiwang/platform/personal-data';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';
import { CONSULTATIONS_SYSTEM } from './consultation-access.js';
import { indexContacts } from './contact-indexes.js';

/** Each consultation has a key of its own, so that one without an account can be forgotten too. */
export const consultationSubject = (id: string): string => `consultation:${id}`;

/** By their account, and by numbers proven to be theirs, whoever wrote them down. */
const THEIRS = `select id from consultation where asked_by = $1 or contact_phone_index = any($2::bytea[])`;
const CLEAR = `
update consultation set contact_name = null, contact_phone = null, contact_phone_index = null where id = any($1::uuid[])`;

/** Makes consultations forget whom to call back; question and answers stay. */
export class AskerErasure implements AskerErasureActivities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly personal: PersonalData,
  ) {}

  /** Repeating it finds nothing more. */
  async forgetAsker({ erasureId, residentId, countyCode, subject, phoneIndexes }: ErasureInput): Promise<ForgottenAsker> {
    if (subject === null && phoneIndexes.length === 0) return { consultations: 0 };
    return asSystem(CONSULTATIONS_SYSTEM, async () => {
      if (phoneIndexes.length > 0) await indexContacts(this.dataSource, this.personal);
      return this.dataSource.transaction(async (manager) => {
        const theirs = await manager.query<{ id: string }[]>(THEIRS, [subject, phoneIndexes.map((index) => Buffer.from(index, 'hex'))]);
        const keys = await this.personal.keys.destroy(manager, theirs.map(({ id }) => consultationSubject(id)));
        await manager.query(CLEAR, [theirs.map(({ id }) => id)]);
        if (keys.length > 0) {
          await recordAudit(manager, {
            operation: 'forgetAsker',
            caller: { kind: 'system' },
            target: { type: 'resident', id: residentId, countyCode },
            details: { erasure: erasureId, keys: keys.join(' ') },
          });
        }
        return { consultations: keys.length };
      });
    });
  }
}
