import { randomUUID } from 'node:crypto';
import { ask, clientToken, eventually, must, personToken } from './surroundings.js';

const VILLAGE = '990121101201';
const COUNTY = '990121';

interface Task {
  id: string;
  version: number;
  kind: string;
  caseNumber: string;
  dueAt: string;
}

const TASKS = `{ myTasks(first: 200) { id version kind caseNumber dueAt } }`;
const CASE = `query ($number: ID!) { case(number: $number) { stage path tier firstDueAt resolutionDueAt deadlineExplained } }`;

const decision = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { id } }`;
const ASSIGN = decision('assignUnits', 'AssignUnitsArguments');
const RETURN = decision('returnTask', 'ReturnTaskArguments');
const COMPLETE = decision('completeTask', 'CompleteTaskArguments');
const REQUEST = decision('requestApproval', 'RequestApprovalArguments');
const DECIDE = decision('decideApproval', 'DecideApprovalArguments');
const VERIFY = decision('verifyTask', 'VerifyTaskArguments');

const taskOf = (number: string, kind: string, as: string): Promise<Task> =>
  eventually(async () => {
    const { myTasks } = await must<{ myTasks: Task[] }>(TASKS, as);
    return myTasks.find((task) => task.caseNumber === number && task.kind === kind);
  }, `a task ${kind} of ${number}`);

const on = ({ id, version }: Task, more: object) => ({ input: { taskId: id, version, ...more } });
const unit = (unitCode: string, title: string) => ({ title, roles: ['departmentHandler'], areaCode: COUNTY, unitCode });

describe('a case on the county path', () => {
  it('is led by one department, helped by another, verified on site and closed by its resident', async () => {
    const people = ['county-chen', 'department-jiang', 'department-hou', 'department-xia', 'leader-zhou', 'grid-li'];
    const [hotline, county, transport, city, environment, , member] = (await Promise.all([
      clientToken('hotline-12345'),
      ...people.map(personToken),
    ])) as [string, string, string, string, string, string, string];
    const input = {
      idempotencyKey: randomUUID(),
      areaCode: VILLAGE,
      caseClass: 'difficult',
      text: `河边堆放建筑垃圾，影响行洪 ${randomUUID()}`,
    };
    const { startCase } = await must<{ startCase: { case: { number: string }; pickupCode: string } }>(
      `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`,
      hotline,
      { input },
    );
    const { number } = startCase.case;
    const seen = async (): Promise<Record<string, string>> =>
      (await must<{ case: Record<string, string> }>(CASE, county, { number })).case;

    const coordinate = await taskOf(number, 'coordinate', county);
    await must(ASSIGN, county, on(coordinate, { lead: unit('transport', '清运'), assisting: [unit('city-management', '查处')] }));

    const lead = await taskOf(number, 'lead', transport);
    const groundless = on(lead, { proposedUnitCode: 'resources-environment', legalGround: ' ', reason: '不属于本单位职责' });
    const refused = await ask(RETURN, { as: transport, variables: groundless });
    expect(refused.errors?.[0]?.extensions.code).toBe('LEGAL_GROUND_REQUIRED');
    await must(RETURN, transport, on(lead, { ...groundless.input, legalGround: '《河道管理条例》第二十四条' }));
    const again = await taskOf(number, 'coordinate', county);
    await must(ASSIGN, county, on(again, { lead: unit('resources-environment', '清运'), assisting: [] }));

    const leading = await taskOf(number, 'lead', environment);
    const early = await ask(COMPLETE, { as: environment, variables: on(leading, { answer: '已清运完毕。' }) });
    expect(early.errors?.[0]?.extensions.code).toBe('PARTS_STILL_OPEN');
    const part = await taskOf(number, 'contribute', city);
    await must(COMPLETE, city, on(part, { answer: '已查处倾倒车辆。' }));

    const before = await seen();
    const more = { kind: 'extension', by: { amount: 3, unit: 'workingDays' }, reason: '雨天无法作业' };
    await must(REQUEST, environment, on(await taskOf(number, 'lead', environment), more));
    const approval = await taskOf(number, 'approve', county);
    await must(DECIDE, county, on(approval, { granted: true, reason: '情况属实' }));
    const extended = await eventually(async () => {
      const now = await seen();
      return now.resolutionDueAt === before.resolutionDueAt ? undefined : now;
    }, 'the deadline');
    expect(extended.firstDueAt).toBe(before.firstDueAt);
    expect(extended.deadlineExplained).toContain('extended with approval by 3 working days');

    await must(COMPLETE, environment, on(await taskOf(number, 'lead', environment), { answer: '已清运完毕。' }));
    const verify = await taskOf(number, 'verify', member);
    await must(VERIFY, member, on(verify, { passed: true, findings: '现场已清理干净。' }));
    const rating = { caseNumber: number, pickupCode: startCase.pickupCode, rating: 'satisfied', idempotencyKey: randomUUID() };
    await must(`mutation ($input: RateCaseInput!) { rateCase(input: $input) { rating { state } } }`, undefined, { input: rating });
    await expect(seen()).resolves.toMatchObject({ stage: 'closed', path: 'countyCoordinated' });
  }, 120_000);
});
