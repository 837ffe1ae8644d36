import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { adminToken, REALM } from '../../infrastructure/keycloak-realm.js';
import { StartProblem } from '../../infrastructure/problem.js';
import { readSecrets } from '../../infrastructure/secrets.js';
import { personToken, type System } from '../system.js';
import { COUNTY, STAFF } from './places.js';

/** Whose lists are measured: one of the county's staff at each level, by their number. */
export const LEVELS = { county: STAFF.county, town: STAFF.towns, village: STAFF.villages, department: STAFF.departments } as const;
export type Level = keyof typeof LEVELS;

const usernameOf = (level: Level): string => `pages-${LEVELS[level]}`;
const PASSWORD = 'demo-only';
const PATIENCE_MS = 30_000;

/**
 * Lets those of {@link LEVELS} sign in: a note has identity make their accounts in Keycloak, as for anybody who is
 * appointed; the administrator gives them a password.
 */
export async function admit(system: System): Promise<void> {
  await note(system.ownerDatabase);
  const { keycloakAdmin } = await readSecrets(system.dataDir);
  const address = system.tokenUrl.slice(0, system.tokenUrl.indexOf('/realms/'));
  for (const level of Object.keys(LEVELS) as Level[]) await setPassword(address, keycloakAdmin, usernameOf(level));
}

async function note(ownerDatabase: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerDatabase, application_name: 'yiwang-bench' });
  await client.connect();
  try {
    const names = (Object.keys(LEVELS) as Level[]).map(usernameOf);
    await client.query(
      `insert into identity.keycloak_request (person_id) select id from identity.person where home_code = '${COUNTY}' and username = any($1)
       on conflict do nothing`,
      [names],
    );
  } finally {
    await client.end();
  }
}

async function setPassword(address: string, adminPassword: string, username: string): Promise<void> {
  const headers = { authorization: `Bearer ${await adminToken(address, adminPassword)}`, 'content-type': 'application/json' };
  const users = `${address}/admin/realms/${REALM}/users`;
  for (const startedAt = performance.now(); ; await pause(500)) {
    const found = (await (await fetch(`${users}?exact=true&username=${username}`, { headers })).json()) as { id: string }[];
    if (found[0]) {
      const body = JSON.stringify({ type: 'password', value: PASSWORD, temporary: false });
      const response = await fetch(`${users}/${found[0].id}/reset-password`, { method: 'PUT', headers, body });
      if (response.ok) return;
      throw new StartProblem(`Keycloak gives ${username} no password: ${response.status}`);
    }
    if (performance.now() - startedAt > PATIENCE_MS) throw new StartProblem(`${username} did not come to Keycloak`);
  }
}

/** Their accounts go, and with them their sessions. */
export async function dismiss(system: System): Promise<void> {
  const { keycloakAdmin } = await readSecrets(system.dataDir);
  const address = system.tokenUrl.slice(0, system.tokenUrl.indexOf('/realms/'));
  const headers = { authorization: `Bearer ${await adminToken(address, keycloakAdmin)}` };
  const users = `${address}/admin/realms/${REALM}/users`;
  for (const level of Object.keys(LEVELS) as Level[]) {
    const found = (await (await fetch(`${users}?exact=true&username=${usernameOf(level)}`, { headers })).json()) as { id: string }[];
    if (found[0]) await fetch(`${users}/${found[0].id}`, { method: 'DELETE', headers });
  }
}

/** Renewed before each list: a token lasts minutes. */
export const tokenOf = (system: System, level: Level): Promise<string> => personToken(system, usernameOf(level));
