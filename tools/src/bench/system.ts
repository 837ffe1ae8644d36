import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKOUT, dataFolder } from '../infrastructure/folders.js';
import { portsFor, type Ports } from '../infrastructure/ports.js';
import { StartProblem } from '../infrastructure/problem.js';
import { processIdentity } from '../infrastructure/process-identity.js';
import { databaseUrl, MAIN_DATABASE, MIGRATOR_ROLE, serviceRole } from '../infrastructure/provision.js';
import { silent } from '../infrastructure/running.js';
import { readSecrets } from '../infrastructure/secrets.js';
import { SERVICES, type ServiceName } from '../infrastructure/services.js';
import { isHttpOk } from '../infrastructure/wait.js';

/** The running system, as `npm start` left word of it. */
export interface System {
  dataDir: string;
  /** The supervisor's process. */
  pid: number;
  gateway: string;
  /** The cases service itself, without the gateway. */
  cases: string;
  /** Each service's own graph. */
  graphs: Record<ServiceName, string>;
  temporal: string;
  tokenUrl: string;
  /** As the service's own role, and as the owner of its tables. */
  casesDatabase: string;
  ownerDatabase: string;
  /** What the engine's payloads are encrypted with. */
  payloadKeys: string;
  /** The postmaster, where PostgreSQL is the embedded one. */
  postmaster: number | null;
}

interface Note {
  pid: number;
  portOffset: number;
  gateway: string;
  keycloak: string | null;
  temporal: string | null;
}

/** @throws StartProblem when no system runs on the data folder, or without what the bench needs. */
export async function findSystem(env: NodeJS.ProcessEnv = process.env): Promise<System> {
  const dataDir = await dataFolder(silent, env);
  const note = await readNote(dataDir);
  if (note === null || !(await isHttpOk(`${note.gateway}/health/ready`)))
    throw new StartProblem(`No Yiwang is running on ${dataDir}: run "npm start" in another window first`);
  const ports: Ports = portsFor(note.portOffset);
  const secrets = await readSecrets(dataDir);
  const address = env.DATABASE_URL ?? `postgres://postgres@127.0.0.1:${ports.postgres}/postgres`;
  const role = serviceRole('cases');
  return {
    dataDir,
    pid: note.pid,
    gateway: `${note.gateway}/graphql`,
    cases: `http://127.0.0.1:${ports.cases}/graphql`,
    graphs: Object.fromEntries(SERVICES.map((name) => [name, `http://127.0.0.1:${ports[name]}/graphql`])) as Record<ServiceName, string>,
    temporal: note.temporal ?? `127.0.0.1:${ports.temporal}`,
    tokenUrl: `${note.keycloak}/realms/yiwang/protocol/openid-connect/token`,
    casesDatabase: databaseUrl(address, MAIN_DATABASE, role, secrets.services.cases),
    ownerDatabase: databaseUrl(address, MAIN_DATABASE, MIGRATOR_ROLE, secrets.migrator),
    payloadKeys: secrets.payloadKeys,
    postmaster: await postmasterOf(dataDir),
  };
}

/** The note outlives its system; the claim on the data folder tells whether that still runs. */
async function readNote(dataDir: string): Promise<Note | null> {
  const read = (file: string): Promise<string> => readFile(join(dataDir, file), 'utf8').catch(() => '');
  const [claim, note] = await Promise.all([read('run/lock'), read('system.json')]);
  const [pid = '', identity] = claim.trim().split(' ');
  if (!note || !identity || processIdentity(Number(pid)) !== identity) return null;
  const parsed = JSON.parse(note) as Note;
  return parsed.pid === Number(pid) ? parsed : null;
}

async function postmasterOf(dataDir: string): Promise<number | null> {
  const text = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || null;
}

export const HOTLINE = 'hotline-12345';

/** A token of the demonstration's hotline, as any external system gets one. */
export async function hotlineToken(system: System): Promise<string> {
  const realm = await readFile(join(CHECKOUT, 'deploy', 'keycloak', 'yiwang-realm.json'), 'utf8');
  const { clients } = JSON.parse(realm) as { clients: { clientId: string; secret?: string }[] };
  const secret = clients.find(({ clientId }) => clientId === HOTLINE)?.secret ?? '';
  return signIn(system, { grant_type: 'client_credentials', client_id: HOTLINE, client_secret: secret });
}

/** A token of one of the demonstration's people. */
export const personToken = (system: System, username: string): Promise<string> =>
  signIn(system, { grant_type: 'password', client_id: 'yiwang-web', username, password: 'demo-only' });

async function signIn({ tokenUrl }: System, fields: Record<string, string>): Promise<string> {
  const response = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(fields) });
  const answer = (await response.json().catch(() => ({}))) as { access_token?: string; error_description?: string };
  if (answer.access_token) return answer.access_token;
  throw new StartProblem(
    `${fields.username ?? fields.client_id} cannot sign in at Keycloak (${answer.error_description ?? response.status}): ` +
      'the bench needs the demonstration county, without --no-demo',
  );
}
