import { walkMatrix } from '@yiwang/testing/matrix';
import { testGrids } from './grids.js';
import { ROWS } from './jurisdiction.rows.js';
import { gridsMatrix, startingCases } from './jurisdiction.things.js';

describe('who reaches what in grids', () => {
  let found: Awaited<ReturnType<typeof walkMatrix>>;
  beforeAll(async () => {
    const cases = await startingCases();
    const grids = await testGrids({ CASES_URL: cases.url });
    try {
      found = await walkMatrix(ROWS, await gridsMatrix(grids));
    } finally {
      await grids.close();
      await cases.close();
    }
  }, 900_000);

  it('has a row for every operation, with the roles that the code declares', () => {
    expect({ table: found.table, withoutGuard: found.withoutGuard }).toEqual({ table: [], withoutGuard: [] });
  });

  it('refuses every role that its rows do not name, and keeps to its rows wherever places are walked', () => {
    if (found.notWalked.length > 0) console.info(['Places not walked:', ...found.notWalked].join('\n'));
    expect(found.wrong).toEqual({});
  });
});
