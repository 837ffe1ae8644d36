import { businessAt, type TimeMap } from '@yiwang/domain/time';
import { WorkflowTrial } from '@yiwang/testing/time-skipping';

const HOUR = 3_600_000;

let trial: WorkflowTrial;
beforeAll(async () => {
  trial = await WorkflowTrial.begin();
}, 300_000);
afterAll(() => trial?.end());

/** A simulation that begins now, on a business date of its own. */
const mapAt = async (rate: number): Promise<TimeMap> => ({
  engineEpochMs: Date.parse(await trial.now()),
  businessEpochMs: Date.parse('2026-03-02T01:00:00.000Z'),
  rate,
});

describe('a simulation’s time', () => {
  it('lets 24 business hours ring after 86 seconds of the engine, while the ledger’s limits stay unscaled', async () => {
    const time = await mapAt(1_000);
    const receivedAt = new Date(time.businessEpochMs).toISOString();
    const { workflowId: caseNumber } = await trial.start({ time, receivedAt });
    const task = await trial.openTask(caseNumber);
    const { response, resolution } = trial.recorder.clocksOf(caseNumber);
    expect(Date.parse(response?.dueAt ?? '') - time.businessEpochMs).toBe(24 * HOUR);
    expect(Date.parse(resolution?.dueAt ?? '') - time.businessEpochMs).toBe(120 * HOUR);
    expect(task.dueAt).toBe(resolution?.dueAt);
    expect(trial.recorder.ledgerOf(caseNumber)[0]).toMatchObject({ at: receivedAt, limit: { amount: 24, unit: 'hours' } });

    const passSeconds = (seconds: number) => trial.environment.sleep(seconds * 1_000);
    await passSeconds(80);
    expect(trial.recorder.timelineOf(caseNumber)).not.toContain('responseOverdue');
    await passSeconds(8);
    await trial.seen(() => trial.recorder.timelineOf(caseNumber).includes('responseOverdue'));
    const marked = trial.recorder.stepsOf(caseNumber).find(({ patch }) => patch.responseOverdue === true);
    const lagMs = Date.parse(marked?.at ?? '') - Date.parse(response?.dueAt ?? '');
    // One second of the engine is a quarter of an hour here.
    expect([lagMs >= 0, lagMs < 2 * HOUR]).toEqual([true, true]);
  });

  it('writes every step at its business instant, and closes the rating window in it', async () => {
    const time = await mapAt(10_000);
    const life = await trial.start({ time, receivedAt: new Date(time.businessEpochMs).toISOString() });
    const caseNumber = life.workflowId;
    await trial.answer(caseNumber);
    const { resolvedAt } = trial.recorder.caseRow(caseNumber);
    const businessNow = businessAt(time, Date.parse(await trial.now()));
    expect(Date.parse(resolvedAt ?? '')).toBeGreaterThan(time.businessEpochMs);
    expect(Date.parse(resolvedAt ?? '')).toBeLessThanOrEqual(businessNow);
    await trial.environment.sleep(62_000);
    await expect(life.result()).resolves.toMatchObject({ closedAs: 'notRated' });
    const { closedAt } = trial.recorder.caseRow(caseNumber);
    expect(Date.parse(closedAt ?? '') - Date.parse(resolvedAt ?? '')).toBeGreaterThanOrEqual(7 * 24 * HOUR);
  });
});
