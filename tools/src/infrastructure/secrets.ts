import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from './services.js';

/** Made once per data folder and kept there, readable by its owner only. */
export interface Secrets {
  postgresAdmin: string;
  migrator: string;
  services: Record<ServiceName, string>;
  temporal: string;
  keycloak: string;
  keycloakAdmin: string;
  /** Of the Keycloak client by which the identity service keeps people in step. */
  keycloakIdentity: string;
  /** Of the account by which the evaluations service asks cases for facts. */
  keycloakEvaluations: string;
  /** `id:base64key`: encrypts what the engine stores. Losing it makes running workflows unreadable. */
  payloadKeys: string;
  /** Likewise; wraps the keys of everybody's personal data. Losing it makes that unreadable for good. */
  personalKeys: string;
  /** Under which names and telephone numbers are found: 32 bytes in base64. */
  personalIndexKey: string;
  /** Signs links to attachments. */
  storageLinkSecret: string;
  /** From which residents' pickup codes are derived. */
  pickupCodeSecret: string;
  /** Codes sent to telephones are kept hashed with it. */
  phoneCodeSecret: string;
}

const password = (): string => randomBytes(24).toString('base64url');

export const makeSecrets = (): Secrets => ({
  postgresAdmin: password(),
  migrator: password(),
  services: Object.fromEntries(SERVICES.map((name) => [name, password()])) as Record<ServiceName, string>,
  temporal: password(),
  keycloak: password(),
  keycloakAdmin: password(),
  keycloakIdentity: password(),
  keycloakEvaluations: password(),
  payloadKeys: `k1:${randomBytes(32).toString('base64')}`,
  personalKeys: `p1:${randomBytes(32).toString('base64')}`,
  personalIndexKey: randomBytes(32).toString('base64'),
  storageLinkSecret: randomBytes(32).toString('base64url'),
  pickupCodeSecret: randomBytes(32).toString('base64url'),
  phoneCodeSecret: randomBytes(32).toString('base64url'),
});

/** Reads the secrets of a data folder, making those that are missing. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const stored = JSON.parse(text) as Partial<Secrets>;
  const fresh = makeSecrets();
  const secrets: Secrets = { ...fresh, ...stored, services: { ...fresh.services, ...stored.services } };
  const json = JSON.stringify(secrets, null, 2);
  if (json !== text) {
    await writeFile(`${file}.new`, json, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return secrets;
}
