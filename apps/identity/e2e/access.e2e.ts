import { DiscoveryService } from '@nestjs/core';
import { undeclaredEntries } from '@yiwang/platform/auth';
import { testIdentity } from './county.js';

describe('access to identity', () => {
  it('is declared on every root field and reference', async () => {
    const identity = await testIdentity();
    try {
      expect(undeclaredEntries(identity.app.get(DiscoveryService, { strict: false }))).toEqual([]);
    } finally {
      await identity.close();
    }
  }, 120_000);
});
