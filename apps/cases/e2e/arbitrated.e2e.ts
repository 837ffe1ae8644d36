import { randomUUID } from 'node:crypto';
import { TASK_QUEUES } from '@yiwang/contracts/engine';
import type { ArbitratedRouting } from '@yiwang/contracts/routing';
import { connectWorker, runWorker } from '@yiwang/platform/engine/worker';
import { createLogger } from '@yiwang/platform/logging';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { engineStand, type EngineStand } from './engine.js';
import { COUNTY, GRID, PAYLOAD_KEYS, ROADS, WATER } from './stand.js';

const ASSIGN = 'mutation ($input: AssignUnitsArguments!) { assignUnits(input: $input) { id } }';
const RETURN = 'mutation ($input: ReturnTaskArguments!) { returnTask(input: $input) { id } }';

describe('what the county arbitrates', () => {
  let cases: EngineStand;
  beforeAll(async () => {
    cases = await engineStand();
  }, 180_000);
  afterAll(() => cases?.close(), 60_000);

  const county = () => cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
  const handler = (unit: string) => cases.staff(randomUUID(), 'departmentHandler', COUNTY, 'departmentHandler', unit);
  const done = async (query: string, input: object, as: TokenWishes): Promise<void> => {
    const { errors } = await cases.ask(query, { input }, as);
    if (errors) throw new Error(JSON.stringify(errors));
  };
  const open = (number: string, kind: string) =>
    cases.until(async () => {
      const [task] = await cases.sql<{ id: string; version: number }>(
        `select id, version from task where case_number = $1 and kind = $2 and closed_at is null`,
        [number, kind],
      );
      return task && { taskId: task.id, version: task.version };
    });
  const led = (unitCode: string) => ({ lead: { title: '主办', areaCode: COUNTY, unitCode } });
  const giveBack = { legalGround: '《公路法》第八条', reason: '属道路养护' };

  it('reaches departments once, also where departments was away and the call is repeated', async () => {
    const { number } = await cases.runningCase({ caseClass: 'difficult', categoryCode: 'roads', areaCode: GRID });
    const centre = county();
    await done(ASSIGN, { ...(await open(number, 'coordinate')), ...led(WATER) }, centre);
    await done(RETURN, { ...(await open(number, 'lead')), ...giveBack, proposedUnitCode: ROADS }, handler(WATER));
    await done(ASSIGN, { ...(await open(number, 'coordinate')), ...led(ROADS) }, centre);
    await done(RETURN, { ...(await open(number, 'lead')), ...giveBack, proposedUnitCode: WATER }, handler(ROADS));
    const arbitration = { ...(await open(number, 'arbitrate')), ...led(WATER), reason: '按职责清单' };
    await done(ASSIGN, arbitration, centre);
    await done(ASSIGN, arbitration, centre);
    const told: ArbitratedRouting[] = [];
    let isAway = true;
    const connection = await connectWorker({
      ...{ address: cases.door.address, log: createLogger('departments', 'silent'), signal: new AbortController().signal },
    });
    const departments = await runWorker({
      ...{ connection, namespace: 'default', taskQueue: TASK_QUEUES.departments, codecKeys: PAYLOAD_KEYS },
      activities: {
        async recordArbitration(decided: ArbitratedRouting) {
          if (isAway) {
            isAway = false;
            throw new Error('its database is away');
          }
          told.push(decided);
          return true;
        },
      },
    });
    try {
      await cases.until(async () => told.length > 0);
      expect(told).toEqual([
        {
          ...{ key: arbitration.taskId, caseNumber: number, countyCode: COUNTY, areaCode: GRID, categoryCode: 'roads' },
          ...{ unitCode: WATER, fromUnitCode: ROADS, legalGround: giveBack.legalGround },
          ...{ decidedBy: centre.subject, decidedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
        },
      ]);
    } finally {
      await departments.stop();
      await connection.close();
    }
  });
});
