import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testSubgraph, type TestSubgraph } from '@yiwang/testing/subgraph';
import { AppModule } from '../src/app.module.js';
import { ownSchema } from '../src/schema.js';

/** The service with files in a folder of its own, and without a worker unless one is wanted. */
export async function testGrids(wishes: Partial<{ CASES_URL: string; GRIDS_WORKER: 'on' | 'off'; TEMPORAL_ADDRESS: string }> = {}): Promise<TestSubgraph> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-grids-'));
  const extra = {
    CASES_URL: 'http://127.0.0.1:9/graphql',
    GRIDS_WORKER: 'off' as const,
    SHEET_FONT: '',
    SHEET_TARGET: '',
    TEMPORAL_ADDRESS: '127.0.0.1:9',
    TEMPORAL_NAMESPACE: 'default',
    PAYLOAD_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    STORAGE_KIND: 'local' as const,
    STORAGE_FOLDER: folder,
    STORAGE_PUBLIC_URL: 'http://127.0.0.1:9',
    STORAGE_LINK_SECRETS: 's'.repeat(32),
    STORAGE_S3_REGION: 'none',
    NOTIFICATION_ADAPTER: 'mailbox' as const,
    NOTIFICATION_GATEWAY_TIMEOUT_MS: 1_000,
    ...wishes,
  };
  const grids = await testSubgraph(ownSchema, (config, logger) => AppModule.with(config as never, logger), extra);
  return {
    ...grids,
    close: async () => {
      await grids.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
