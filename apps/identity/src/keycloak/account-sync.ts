import type { AuditEntry } from '@yiwang/platform/audit';
import { recordAudit } from '@yiwang/platform/audit';
import { isUuid } from '@yiwang/platform/database';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource, EntityManager } from 'typeorm';
import { judge, rolesToMend, wasChangedThere, type Mend } from './judgement.js';
import type { Keycloak } from './keycloak.js';
import { tellKeycloak } from './requests.js';
import { wantedOf, type Wanted } from './wanted.js';

/** Why somebody is looked at: we changed them, Keycloak says somebody else did, or the sweep found a difference. */
export type Cause = 'request' | 'event' | 'sweep';

const SYSTEM: AuditEntry['caller'] = { kind: 'system' };
export const DISABLED_THERE = '在 Keycloak 中被停用 / disabled in Keycloak';

/** Brings one person in step with Keycloak, whichever side changed; safe to repeat at any moment. */
export class AccountSync {
  constructor(
    private readonly source: DataSource,
    private readonly keycloak: Keycloak,
    /** Called when somebody was suspended here because of Keycloak. */
    private readonly onSuspended: (id: string) => void = () => undefined,
  ) {}

  /**
   * @returns what was mended; nothing where both agreed.
   * @throws whatever Keycloak's absence or refusal looks like; nothing is recorded as done then.
   */
  bring(id: string, cause: Cause, { endSessions = false } = {}): Promise<Mend[]> {
    return isUuid(id) ? asSystem('keycloak', () => this.bringOne(id, cause, endSessions)) : Promise.resolve([]);
  }

  private async bringOne(id: string, cause: Cause, endSessions: boolean): Promise<Mend[]> {
    const here = await wantedOf(this.source.manager, id);
    const there = await this.keycloak.find(id);
    if (here === null) return there === null ? [] : this.closeDoors(id, there.roles);
    const mends = judge(here, there);
    for (const mend of mends) await this.mend(here, mend);
    if (endSessions) await this.keycloak.endSessions(id);
    // Our own change, told because of a note, was audited when it was made.
    const drifted = cause !== 'request' || wasChangedThere(here, there) ? mends : [];
    await this.source.transaction(async (manager) => {
      if (mends.some(({ do: what }) => what === 'suspendHere')) await this.suspendHere(manager, here);
      else await noteTold(manager, here);
      for (const mend of drifted) await recordAudit(manager, entryOf(here, mend, cause));
    });
    if (mends.some(({ do: what }) => what === 'suspendHere')) this.onSuspended(id);
    return mends;
  }

  private async mend(here: Wanted, mend: Mend): Promise<void> {
    if (mend.do === 'add') await this.keycloak.add(here);
    if (mend.do === 'change') await this.keycloak.change(here.id, here);
    if (mend.do === 'roles') await this.keycloak.changeRoles(here.id, mend.add, mend.remove);
  }

  private async suspendHere(manager: EntityManager, { id }: Wanted): Promise<void> {
    await manager.query(
      `update person set state = 'suspended', suspended_at = now(), suspended_reason = $2
        where id = $1 and state = 'active'`,
      [id, DISABLED_THERE],
    );
    await manager.query(
      `insert into keycloak_account (person_id, enabled) values ($1, false)
       on conflict (person_id) do update set enabled = false, synced_at = now()`,
      [id],
    );
    await tellKeycloak(manager, [id], { endSessions: true });
  }

  /** A user whom identity does not know has no door: roles of staff come from positions alone. */
  private async closeDoors(id: string, held: Parameters<typeof rolesToMend>[1]): Promise<Mend[]> {
    const { remove } = rolesToMend([], held);
    if (remove.length === 0) return [];
    await this.keycloak.changeRoles(id, [], remove);
    const mend: Mend = { do: 'roles', add: [], remove };
    await recordAudit(this.source.manager, {
      ...{ operation: 'reconcileAccount', caller: SYSTEM, target: { type: 'account', id } },
      details: { found: 'unknownPerson', ...mend },
    });
    return [mend];
  }
}

const noteTold = (manager: EntityManager, { id, enabled, name, roles }: Wanted): Promise<unknown> =>
  manager.query(
    `insert into keycloak_account (person_id, enabled, name, roles) values ($1, $2, $3, $4)
     on conflict (person_id) do update
       set enabled = excluded.enabled, name = excluded.name, roles = excluded.roles, synced_at = now()`,
    [id, enabled, name, roles],
  );

const entryOf = ({ id, homeCode }: Wanted, mend: Mend, cause: Cause): AuditEntry => ({
  operation: 'reconcileAccount',
  caller: SYSTEM,
  target: { type: 'person', id, countyCode: homeCode ?? undefined },
  details: { ...mend, cause },
});
