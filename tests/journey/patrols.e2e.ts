import { Client, Connection } from '@temporalio/client';
import { eventually, must, personToken, TEMPORAL } from './surroundings.js';

const COUNTY = '990121';

describe('the patrols of a county', () => {
  let connection: Connection;
  let client: Client;
  let administrator: string;

  beforeAll(async () => {
    connection = await Connection.connect({ address: TEMPORAL });
    client = new Client({ connection });
    administrator = await personToken('admin');
  });
  afterAll(() => connection.close());

  /** As the engine keeps it: what it starts is sealed, and of no interest here. */
  const described = () =>
    client.workflowService
      .describeSchedule({ namespace: 'default', scheduleId: `patrols-${COUNTY}` })
      .catch(() => undefined);

  it('have one schedule, which starts days that grids plans', async () => {
    const workflowId = await eventually(
      async () => (await described())?.info?.recentActions?.at(0)?.startWorkflowResult?.workflowId ?? undefined,
      'the first day of patrols',
    );
    expect((await described())?.schedule?.spec?.timezoneName).toBe('Asia/Shanghai');
    expect(workflowId).toMatch(/^patrol-day-990121-/);
    const planned = await eventually(async () => {
      const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
      return events?.find(({ activityTaskCompletedEventAttributes: done }) => done !== null && done !== undefined);
    }, 'the plan of the day');
    expect(planned).toBeDefined();
  }, 90_000);

  it('end and begin with the setting of the county', async () => {
    const put = (enabled: boolean) =>
      must('mutation ($e: Boolean!) { putPatrolSetting(input: { countyCode: "990121", enabled: $e }) { enabled } }', administrator, { e: enabled });
    await put(false);
    await eventually(async () => ((await described()) ? undefined : true), 'the end of the schedule');
    await put(true);
    await eventually(described, 'the return of the schedule');
  }, 90_000);
});
