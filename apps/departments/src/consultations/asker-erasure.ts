import type { AskerErasureActivities, ErasureInput, ForgottenAsker } from '@yiwang/contracts/erasure';
import { recordAudit } from '@yiwang/platform/audit';
import type { PersonalData } from '@yiwang/platform/personal-data';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';
import { CONSULTATIONS_SYSTEM } from './consultation-access.js';

/** Each consultation has a key of its own, so that one without an account can be forgotten too. */
export const consultationSubject = (id: string): string => `consultation:${id}`;

const ASKED_BY = `select id from consultation where asked_by = $1`;

/** Makes consultations forget whom to call back; question and answers stay. */
export class AskerErasure implements AskerErasureActivities {
  constructor(
    private readonly dataSource: DataSource,
    private readonly personal: PersonalData,
  ) {}

  /** Repeating it finds nothing more. */
  async forgetAsker({ erasureId, residentId, countyCode, subject }: ErasureInput): Promise<ForgottenAsker> {
    if (subject === null) return { consultations: 0 };
    return asSystem(CONSULTATIONS_SYSTEM, () =>
      this.dataSource.transaction(async (manager) => {
        const asked = await manager.query<{ id: string }[]>(ASKED_BY, [subject]);
        const keys = await this.personal.keys.destroy(manager, asked.map(({ id }) => consultationSubject(id)));
        if (keys.length > 0) {
          await recordAudit(manager, {
            operation: 'forgetAsker',
            caller: { kind: 'system' },
            target: { type: 'resident', id: residentId, countyCode },
            details: { erasure: erasureId, keys: keys.join(' ') },
          });
        }
        return { consultations: keys.length };
      }),
    );
  }
}
