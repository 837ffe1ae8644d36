import { CALLERS, mayCall, PLACES, STAFF, walkMatrix } from '@yiwang/testing/matrix';
import { ROWS } from './jurisdiction.rows.js';
import { figuresMatrix } from './jurisdiction.things.js';
import { answering, evaluationsStand } from './stand.js';

describe('who reaches what in evaluations', () => {
  let found: Awaited<ReturnType<typeof walkMatrix>>;
  const exported: Record<string, number> = {};
  beforeAll(async () => {
    // Cases shows nobody anything here, so that only what evaluations decides itself is seen.
    const cases = await answering((body) => {
      const { variables } = JSON.parse(body) as { variables: { representations?: unknown[] } };
      return { data: { _entities: (variables.representations ?? []).map(() => null), areaDirectory: [] } };
    });
    const evaluations = await evaluationsStand({ CASES_URL: cases.url, GRIDS_URL: cases.url, DEPARTMENTS_URL: cases.url });
    try {
      const stand = await figuresMatrix(evaluations);
      for (const caller of CALLERS) {
        for (const place of PLACES) {
          const as = stand.callers[caller];
          const headers: Record<string, string> = as ? { authorization: `Bearer ${await evaluations.issuer.token(as)}` } : {};
          const response = await fetch(new URL(`/exports/figures/${stand.things[place].countId}.xlsx`, evaluations.url), { headers });
          exported[`${caller} → ${place}`] = response.status;
          await response.arrayBuffer();
        }
      }
      found = await walkMatrix(ROWS, stand);
    } finally {
      await evaluations.close();
      await cases.close();
    }
  }, 600_000);

  it('has a row for every operation, with the roles that the code declares', () => {
    expect({ table: found.table, withoutGuard: found.withoutGuard }).toEqual({ table: [], withoutGuard: [] });
  });

  it('refuses every role that its rows do not name, and keeps to its rows wherever places are walked', () => {
    if (found.notWalked.length > 0) console.info(['Places not walked:', ...found.notWalked].join('\n'));
    expect(found.wrong).toEqual({});
  });

  it('gives workbooks to the staff of their county, of which every other county’s is not there', () => {
    const expected = CALLERS.flatMap((caller) =>
      PLACES.map((place) => {
        const isStaff = mayCall({ may: STAFF, bound: 'county' }, caller);
        const status = caller === 'anonymous' ? 401 : !isStaff ? 403 : place === 'elsewhere' ? 404 : 200;
        return [`${caller} → ${place}`, status];
      }),
    );
    expect(exported).toEqual(Object.fromEntries(expected));
  });
});
