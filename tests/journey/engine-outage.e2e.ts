import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { TEMPORAL, ask, clientToken, eventually } from './surroundings.js';

const START_MANY = `mutation ($cases: [StartCaseInput!]!) { startCases(cases: $cases) { accepted results { case { number } } } }`;

async function killTemporal(): Promise<void> {
  const note = join(process.env['YIWANG_JOURNEY_DATA'] ?? '', 'run', 'temporal.json');
  process.kill((JSON.parse(await readFile(note, 'utf8')) as { pid: number }).pid, 'SIGKILL');
}

describe('Temporal killed in the middle of an intake', () => {
  it('loses no case and leaves each with exactly one workflow', async () => {
    const as = await clientToken('hotline-12345');
    const numbers: string[] = [];
    for (let batch = 0; batch < 3; batch++) {
      const cases = Array.from({ length: 50 }, () => ({ idempotencyKey: randomUUID(), text: `河道有漂浮物 ${randomUUID()}` }));
      const { data, errors } = await ask<{ startCases: { accepted: number; results: { case: { number: string } }[] } }>(
        START_MANY,
        { as, variables: { cases } },
      );
      expect(errors).toBeUndefined();
      expect(data?.startCases.accepted).toBe(50);
      numbers.push(...(data?.startCases.results ?? []).map((result) => result.case.number));
      if (batch === 0) await killTemporal();
    }
    expect(new Set(numbers).size).toBe(150);

    const missing = new Set(numbers);
    await eventually(
      async () => {
        const connection = await Connection.connect({ address: TEMPORAL }).catch(() => null);
        if (connection === null) return undefined;
        try {
          const client = new Client({ connection });
          for (const number of missing) {
            await client.workflow.getHandle(number).describe();
            missing.delete(number);
          }
          return true;
        } catch {
          return undefined;
        } finally {
          await connection.close();
        }
      },
      'a workflow for each case',
      90_000,
    );

    const connection = await Connection.connect({ address: TEMPORAL });
    try {
      const client = new Client({ connection });
      for (const number of numbers) {
        const runs = await client.workflow.count(`WorkflowId = '${number}'`);
        expect([number, runs.count]).toEqual([number, 1]);
      }
    } finally {
      await connection.close();
    }
  }, 150_000);
});
