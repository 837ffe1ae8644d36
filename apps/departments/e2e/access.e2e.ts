import { DiscoveryService } from '@nestjs/core';
import { undeclaredEntries } from '@yiwang/platform/auth';
import { testSubgraph } from '@yiwang/testing/subgraph';
import { AppModule } from '../src/app.module.js';
import { ownSchema } from '../src/schema.js';

describe('access to departments', () => {
  it('is declared on every root field and reference', async () => {
    const departments = await testSubgraph(ownSchema, (config, logger) => AppModule.with(config, logger));
    try {
      expect(undeclaredEntries(departments.app.get(DiscoveryService, { strict: false }))).toEqual([]);
    } finally {
      await departments.close();
    }
  }, 120_000);
});
