import { byDay, dueOf } from './due.js';

type Task = Parameters<typeof dueOf>[0];

const task = (over: Partial<Task> & { response?: string; answeredAt?: string } = {}): Task => {
  const { response, answeredAt, ...rest } = over;
  const found = { receivedAt: '2026-11-25T02:00:00.000Z', responseDueAt: response ?? '2026-11-26T02:00:00.000Z', firstResponseAt: answeredAt ?? null };
  return { kind: 'handle', openedAt: '2026-11-25T02:00:01.000Z', dueAt: '2026-11-30T02:00:00.000Z', case: found as Task['case'], ...rest };
};

describe('what is due first', () => {
  it('is the call back, until somebody has answered the resident', () => {
    expect(dueOf(task())).toEqual({ of: 'response', from: '2026-11-25T02:00:00.000Z', at: '2026-11-26T02:00:00.000Z' });
    expect(dueOf(task({ answeredAt: '2026-11-25T03:00:00.000Z' }))).toMatchObject({ of: 'task', at: '2026-11-30T02:00:00.000Z' });
  });

  it('is the task where it ends before the call back, owes none, or shows no case', () => {
    expect(dueOf(task({ dueAt: '2026-11-25T12:00:00.000Z' })).of).toBe('task');
    expect(dueOf(task({ kind: 'verify' })).of).toBe('task');
    expect(dueOf(task({ case: null })).of).toBe('task');
  });
});

describe('the day', () => {
  const now = Date.parse('2026-11-26T14:00:00.000Z');

  it('ends at midnight of the county, not of the phone', () => {
    const [tonight, tomorrow] = [task({ kind: 'verify', dueAt: '2026-11-26T15:59:00.000Z' }), task({ kind: 'verify', dueAt: '2026-11-26T16:00:00.000Z' })];
    expect(byDay([tomorrow, tonight], now)).toEqual({ late: [], today: [tonight], later: [tomorrow] });
  });

  it('puts the longest late first', () => {
    const [first, second] = [task({ response: '2026-11-24T02:00:00.000Z' }), task({ response: '2026-11-26T13:59:59.000Z' })];
    expect(byDay([second, first], now).late).toEqual([first, second]);
  });
});
