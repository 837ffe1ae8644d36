import { STAFF_ROLES, type Role } from '@yiwang/contracts/roles';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';
import type { AccountSync } from './account-sync.js';
import { judge } from './judgement.js';
import type { Keycloak, KeycloakPerson } from './keycloak.js';
import { wantedAfter } from './wanted.js';

const PAGE = 500;

/**
 * Compares everybody here with every user there and mends what differs: what no note and no event told of. Reads whole
 * lists rather than asking for each person: 20,000 people are some ninety requests.
 */
export class Reconciler {
  constructor(
    private readonly source: DataSource,
    private readonly keycloak: Keycloak,
    private readonly sync: AccountSync,
  ) {}

  /** Whether it is time, for one of all processes; the turn is taken by asking. */
  async takeTurn(everySeconds: number): Promise<boolean> {
    const [row] = await this.source.query<{ taken: boolean }[]>(
      `with turn as (
         update keycloak_cursor set at = now()
          where name = 'sweep' and at <= now() - make_interval(secs => $1) returning true)
       select exists (select from turn) as taken`,
      [everySeconds],
    );
    return row?.taken === true;
  }

  /** One whole comparison; answers whose account was mended. People for whom a note waits are the pusher's. */
  sweep(): Promise<string[]> {
    return asSystem('keycloak', () => this.compare());
  }

  private async compare(): Promise<string[]> {
    const there = await this.everybodyThere();
    const suspects: string[] = [];
    for (let after: string | null = null; ; ) {
      const part = await wantedAfter(this.source.manager, after, PAGE);
      for (const { isDeputy, isPending, ...here } of part) {
        const found = there.get(here.id) ?? null;
        there.delete(here.id);
        if (!isPending && (isDeputy || judge(here, found).length > 0)) suspects.push(here.id);
      }
      after = part.at(-1)?.id ?? null;
      if (part.length < PAGE) break;
    }
    const unknown = [...there.values()].filter(({ roles }) => roles.some((role) => isStaff(role))).map(({ id }) => id);
    const mended: string[] = [];
    for (const id of [...suspects, ...unknown]) {
      if ((await this.sync.bring(id, 'sweep')).length > 0) mended.push(id);
    }
    return mended;
  }

  private async everybodyThere(): Promise<Map<string, KeycloakPerson>> {
    const there = new Map<string, KeycloakPerson>();
    for (let first = 0; ; first += PAGE) {
      const page = await this.keycloak.page(first, PAGE);
      for (const user of page) there.set(user.id, { ...user, roles: [] });
      if (page.length < PAGE) break;
    }
    for (const role of STAFF_ROLES) {
      for (let first = 0; ; first += PAGE) {
        const ids = await this.keycloak.holdersOf(role, first, PAGE);
        for (const id of ids) there.get(id)?.roles.push(role);
        if (ids.length < PAGE) break;
      }
    }
    return there;
  }
}

const isStaff = (role: Role): boolean => (STAFF_ROLES as readonly Role[]).includes(role);
