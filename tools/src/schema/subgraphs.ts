import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { NO_DATABASE } from '@yiwang/platform/database';
import { CHECKOUT } from '../infrastructure/folders.js';
import { SERVICES, type ServiceName } from '../infrastructure/services.js';

const NOWHERE = 'http://nowhere.invalid';

/** Settings that every service accepts and none acts on: to show its schema a service reaches nothing. */
const SETTINGS: Record<string, string> = {
  YIWANG_ENV: 'development',
  LOG_LEVEL: 'error',
  PORT: '1',
  DATABASE_URL: NO_DATABASE,
  KEYCLOAK_URL: NOWHERE,
  ...Object.fromEntries(SERVICES.map((name) => [`${name.toUpperCase()}_URL`, `${NOWHERE}/graphql`])),
  TEMPORAL_ADDRESS: 'nowhere.invalid:7233',
  PAYLOAD_KEYS: `none:${Buffer.alloc(32).toString('base64')}`,
  PERSONAL_KEYS: `none:${Buffer.alloc(32).toString('base64')}`,
  PERSONAL_INDEX_KEY: Buffer.alloc(32).toString('base64'),
  PICKUP_CODE_SECRET: 'x'.repeat(32),
  PHONE_CODE_SECRET: 'x'.repeat(32),
  STORAGE_FOLDER: 'nowhere',
  STORAGE_PUBLIC_URL: NOWHERE,
  STORAGE_LINK_SECRETS: 'x'.repeat(32),
};

/** Has a service write its own schema, in a process of its own. @throws with what it said when it does not. */
export function writeSubgraph(service: ServiceName, file: string): Promise<void> {
  const script = join(CHECKOUT, 'apps', service, 'dist', 'write-schema.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, file], {
      env: { PATH: process.env.PATH, ...SETTINGS },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The schema of ${service} could not be written:\n${said.trim()}`));
    });
  });
}
