import { walkMatrix } from '@yiwang/testing/matrix';
import { testIdentity } from './county.js';
import { ROWS } from './jurisdiction.rows.js';
import { identityMatrix } from './jurisdiction.things.js';

describe('who reaches what in identity', () => {
  let found: Awaited<ReturnType<typeof walkMatrix>>;
  beforeAll(async () => {
    const identity = await testIdentity();
    try {
      found = await walkMatrix(ROWS, await identityMatrix(identity));
    } finally {
      await identity.close();
    }
  }, 600_000);

  it('has a row for every operation, with the roles that the code declares', () => {
    expect({ table: found.table, withoutGuard: found.withoutGuard }).toEqual({ table: [], withoutGuard: [] });
  });

  it('refuses every role that its rows do not name, and keeps to its rows wherever places are walked', () => {
    if (found.notWalked.length > 0) console.info(['Places not walked:', ...found.notWalked].join('\n'));
    expect(found.wrong).toEqual({});
  });
});
