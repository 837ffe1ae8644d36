import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ProjectionReport, ProjectionScope } from '@yiwang/contracts/projection';
import { CHECKOUT } from '../infrastructure/folders.js';
import { StartProblem } from '../infrastructure/problem.js';
import { TEMPORAL_NAMESPACE } from '../infrastructure/temporal-setup.js';
import { unstaffedCases } from './unstaffed.js';

/** Only the service that owns the tables reads and mends them: its own command, built beside it. */
const SCRIPT = join(CHECKOUT, 'apps', 'cases', 'dist', 'projection', 'main.js');

export interface ProjectionSystem {
  /** As the cases service's own role, and as the owner of its tables, which mends. */
  casesDatabase: string;
  ownerDatabase: string;
  /** host:port of the Temporal frontend. A worker must be running: it answers for the workflows. */
  temporal: string;
  /** The setting PAYLOAD_KEYS. */
  payloadKeys: string;
}

export interface CheckOptions {
  cases: ProjectionScope;
  /** Mends what differs. */
  rebuild?: boolean;
  onProgress?: (line: string) => void;
}

/**
 * Compares the projection of a running system with its engine, and mends it where that is asked for. Within about a
 * minute for a thousand cases. @throws StartProblem where it could not be done at all.
 */
export async function checkProjection(system: ProjectionSystem, options: CheckOptions): Promise<ProjectionReport> {
  const { cases, rebuild = false, onProgress } = options;
  const scope = typeof cases === 'string' ? [`--${cases}`] : cases;
  const child = spawn(process.execPath, [SCRIPT, rebuild ? 'rebuild' : 'check', ...scope], {
    cwd: CHECKOUT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: system.casesDatabase,
      ...(rebuild ? { MIGRATION_DATABASE_URL: system.ownerDatabase } : {}),
      TEMPORAL_ADDRESS: system.temporal,
      TEMPORAL_NAMESPACE,
      PAYLOAD_KEYS: system.payloadKeys,
    },
  });
  let [report, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (report += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    onProgress?.(text.trim());
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
  if (code !== 0) throw new StartProblem(`The projection could not be checked: ${said.trim().split('\n').at(-1)}`);
  const found = JSON.parse(report) as ProjectionReport;
  const unstaffed = await unstaffedCases(system.ownerDatabase, typeof cases === 'string' ? null : cases);
  return { ...found, forgotten: [...found.forgotten, ...unstaffed] };
}
