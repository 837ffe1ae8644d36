import { DiscoveryService } from '@nestjs/core';
import { undeclaredEntries } from '@yiwang/platform/auth';
import { departmentsTrial } from './county.js';

describe('access to departments', () => {
  it('is declared on every root field and reference', async () => {
    const departments = await departmentsTrial(false);
    try {
      expect(undeclaredEntries(departments.app.get(DiscoveryService, { strict: false }))).toEqual([]);
    } finally {
      await departments.close();
    }
  }, 120_000);
});
