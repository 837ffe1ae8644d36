import { randomUUID } from 'node:crypto';
import { casesStand, type Stand } from './stand.js';

const COMPLETE = 'mutation ($input: CompleteTaskArguments!) { completeTask(input: $input) { id } }';
const SUPERVISE = 'mutation ($input: SuperviseArguments!) { superviseCase(input: $input) { number } }';
const LIST = '{ myTasks { id } }';

describe('whoever calls what none of their roles may call', () => {
  let cases: Stand;
  beforeAll(async () => {
    cases = await casesStand();
  }, 120_000);
  afterAll(() => cases?.close());

  const resident = () => ({ subject: randomUUID(), roles: ['resident' as const] });
  const complete = (taskId: string, as: ReturnType<typeof resident>) =>
    cases.ask(COMPLETE, { input: { taskId, version: 1, answer: '不该入册的话' } }, as);
  const entries = (subject: string) =>
    cases.sql<Record<string, unknown>>(
      `select operation, outcome, target_type as type, target_id as id, details, roles from audit_entry where actor_subject = $1 order by operation`,
      [subject],
    );

  it('is refused, and on the audit trail with the operation and what it was about, never with what was said', async () => {
    const they = resident();
    expect((await complete('990121-20261125-000001-t1', they)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await cases.ask(SUPERVISE, { input: { number: '990121-20261125-000001', act: 'urge', reason: '快' } }, they);
    await cases.ask(LIST, {}, they);
    const refused = { outcome: 'refused', details: { code: 'FORBIDDEN' }, roles: ['resident'] };
    expect(await entries(they.subject)).toEqual([
      { ...refused, operation: 'completeTask', type: 'task', id: '990121-20261125-000001-t1' },
      { ...refused, operation: 'myTasks', type: null, id: null },
      { ...refused, operation: 'superviseCase', type: 'case', id: '990121-20261125-000001' },
    ]);
  });

  it('fills no disk by trying: the same counts once, and others up to twenty a minute', async () => {
    const they = resident();
    for (let n = 0; n < 3; n += 1) await complete('990121-20261125-000001-t1', they);
    expect(await entries(they.subject)).toHaveLength(1);
    for (let n = 0; n < 40; n += 1) expect((await complete(`990121-20261125-000001-t${n + 2}`, they)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await entries(they.subject)).toHaveLength(20);
    const other = resident();
    await complete('990121-20261125-000001-t1', other);
    expect(await entries(other.subject)).toHaveLength(1);
  });

  it('writes nothing that is no id', async () => {
    const they = resident();
    await complete('张三 13800000000', they);
    expect(await entries(they.subject)).toMatchObject([{ operation: 'completeTask', type: null, id: null }]);
  });
});
