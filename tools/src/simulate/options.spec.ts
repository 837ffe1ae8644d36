import { readSimulateOptions } from './options.js';

describe('the command line of npm run simulate', () => {
  it('has a month of a county for a start', () => {
    expect(readSimulateOptions([])).toMatchObject({ days: 30, cases: 2_000, seed: 7, rate: null, keep: false, url: null });
    expect(new Date(readSimulateOptions([]).beginMs).toISOString()).toBe('2026-05-31T16:00:00.000Z');
  });

  it('takes what is given', () => {
    const args = ['--days', '3', '--cases', '50', '--seed', '0', '--rate', '720', '--begin', '2026-03-02', '--keep', '--tail', '0'];
    expect(readSimulateOptions([...args, '--json', 'out.json'])).toMatchObject({
      ...{ days: 3, cases: 50, seed: 0, rate: 720, keep: true, tailDays: 0, json: 'out.json' },
      beginMs: Date.parse('2026-03-02T00:00+08:00'),
    });
  });

  it('fills three weeks before now where that is asked for', () => {
    expect(readSimulateOptions(['--fill'])).toMatchObject({ fill: true, days: 21, cases: 600, tailDays: 0 });
    expect(readSimulateOptions(['--fill', '--days', '7'])).toMatchObject({ days: 7 });
  });

  it('breaks twenty cases a fault where that is asked for, and nothing otherwise', () => {
    expect(readSimulateOptions([]).faults).toBeNull();
    expect(readSimulateOptions(['--faults']).faults).toBe(20);
    expect(readSimulateOptions(['--faults', '--cases', '3']).faults).toBe(3);
  });

  it.each([
    [['--days', '0'], '--days'],
    [['--days', '1.5'], '--days'],
    [['--cases', 'many'], '--cases'],
    [['--seed', '-1'], '--seed'],
    [['--rate', '0'], '--time'],
    [['--begin', 'June'], '--begin'],
    [['--begin', '2026-13-01'], '--begin'],
    [['--hands', '0'], '--hands'],
    [['--fast'], '--help'],
    [['--fill', '--begin', '2026-06-01'], '--fill'],
    [['--faults', '--rate', '60'], '--faults'],
    [['--faults', '--cases', '501'], '--cases'],
    [['--fill', '--url', 'http://127.0.0.1:4000'], '--fill'],
  ])('refuses %j, naming it', (args, named) => {
    expect(() => readSimulateOptions(args)).toThrow(named);
  });
});
