import { TASK_KINDS } from '@yiwang/domain/paths';
import { Chance } from './chance.js';
import { officeCalendar, readCounty } from './county.js';
import { habitsOf } from './habits.js';
import { minutesOf } from './lead-acts.js';
import { planCases } from './plan.js';
import { AWAKE, DAY_MS, HOUR_MS } from './rhythm.js';
import { actsOn } from './task-acts.js';
import type { Doing, SeenTask } from './task-acts.types.js';

const county = readCounty();
const office = officeCalendar();
const beginMs = Date.parse('2026-06-01T00:00+08:00');
const plan = planCases({ chance: new Chance(7), county, office, beginMs, days: 30, cases: 400 });
const openedAtMs = beginMs + 10 * HOUR_MS;
const task = (over: Partial<SeenTask> = {}): SeenTask => ({
  ...{ taskId: 'n-t1', caseNumber: 'n', kind: 'handle', roles: ['gridMember'], areaCode: '990121101201001', round: 1 },
  ...{ openedAtMs, dueAtMs: openedAtMs + 5 * DAY_MS, ...over },
});
const doing = (index: number, over: Partial<SeenTask> = {}, username = 'grid-li'): Doing => ({
  task: task(over),
  matter: plan[index]!,
  county,
  habits: habitsOf(new Chance(7), username),
  hours: AWAKE,
  chance: new Chance(7).of('task', index, over.kind ?? 'handle'),
});

describe('what people do with a task', () => {
  it('is the same in every run with the same seed', () => {
    for (let i = 0; i < 50; i += 1) expect(actsOn(doing(i))).toEqual(actsOn(doing(i)));
  });

  it.each(TASK_KINDS)('is in order and after its opening (%s)', (kind) => {
    for (let i = 0; i < plan.length; i += 1) {
      const acts = actsOn(doing(i, { kind }));
      acts.forEach((act, nth) => {
        expect(act.atMs).toBeGreaterThanOrEqual(openedAtMs);
        expect(act.atMs).toBeGreaterThanOrEqual(acts[nth - 1]?.atMs ?? 0);
      });
    }
  });

  it('ends a task in one way only', () => {
    const ends = new Set(['completeTask', 'handUp', 'returnTask', 'delegateTask']);
    for (const kind of ['handle', 'lead', 'contribute'] as const)
      for (let i = 0; i < plan.length; i += 1) {
        const acts = actsOn(doing(i, { kind }));
        if (acts.length > 0) expect(acts.filter(({ mutation }) => ends.has(mutation))).toHaveLength(1);
      }
  });

  it('is mostly in time, and done by the slow more often late', () => {
    const lateOf = (wanted: string): number => {
      const people = county.people.filter(({ username }) => habitsOf(new Chance(7), username).kind === wanted);
      const done = people.flatMap(({ username }) =>
        Array.from({ length: 60 }, (_, i) => actsOn({ ...doing(i, {}, username), chance: new Chance(7).of(username, i) }).at(-1)),
      );
      const finished = done.filter((act) => act !== undefined);
      return finished.filter(({ atMs }) => atMs > task().dueAtMs).length / finished.length;
    };
    expect(lateOf('quick')).toBeLessThan(0.06);
    expect(lateOf('slow')).toBeGreaterThan(lateOf('quick'));
  });

  it('mediates disputes and meets for common matters before the answer', () => {
    for (const [i, matter] of plan.entries()) {
      const mutations = actsOn(doing(i, { kind: 'lead', roles: ['townCentre'], areaCode: '990121101' })).map((act) => act.mutation);
      if (!mutations.includes('completeTask')) continue;
      if (matter.kind === 'dispute') expect(mutations).toContain('recordMediation');
      if (matter.mode === 'deliberation') expect(mutations).toContain('summon');
      if (matter.mode === 'collaboration') expect(mutations).toContain('planParts');
    }
  });

  it('writes the minutes after the meeting', () => {
    const meetAtMs = openedAtMs + 6 * HOUR_MS;
    const act = minutesOf(doing(3, { kind: 'lead' }), 'm-1', meetAtMs);
    expect(act).toMatchObject({ mutation: 'recordMinutes', input: { meetingId: 'm-1' } });
    expect(act.atMs).toBeGreaterThan(meetAtMs);
  });

  it('explains itself in the last round', () => {
    const acts = Array.from({ length: 100 }, (_, i) => actsOn(doing(i, { round: 3 }))).flat();
    for (const { mutation, input } of acts) if (mutation === 'completeTask') expect(input.explanation).toBeTruthy();
  });
});
