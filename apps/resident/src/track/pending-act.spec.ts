import type { TrackedCase } from './case.js';
import { readPending } from './pending-act.js';
import { actsOn, urgingOf } from './possible-acts.js';

const NOW = Date.parse('2026-11-26T02:00:00Z');
const at = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();
const tracked = (over: Partial<TrackedCase> = {}): TrackedCase =>
  ({ stage: 'handling', paused: null, responseDueAt: at(-96), firstResponseAt: at(-100), resolutionDueAt: at(24), timeline: [], ...over }) as TrackedCase;
const urgedAt = (hours: number) => [{ cursor: '1', type: 'residentUrged', at: at(hours), actorKind: 'resident', actorRole: null, text: null, data: '{}' }];

describe('an act that was sent without an answer', () => {
  it('is known again as it was', () => {
    expect(readPending({ act: 'add', text: '又漏了', key: 'k' })).toEqual({ act: 'add', text: '又漏了', key: 'k' });
  });

  it.each([null, 'x', {}, { act: 'erase', text: '', key: 'k' }, { act: 'add', text: '又漏了', key: '' }, { act: 'add', key: 'k' }])('is none where the phone kept %j', (found) =>
    expect(readPending(found)).toBeNull(),
  );
});

describe('what a resident may do', () => {
  it('is to urge only once it is late, and once a day', () => {
    expect(actsOn(tracked(), NOW)).toEqual(['add', 'withdraw']);
    expect(urgingOf(tracked(), NOW)).toEqual({ isOpen: false, opensAt: at(24), isLately: false });
    const late = tracked({ resolutionDueAt: at(-1) });
    expect(actsOn(late, NOW)[0]).toBe('urge');
    expect(urgingOf({ ...late, timeline: urgedAt(-1) }, NOW)).toEqual({ isOpen: false, opensAt: at(23), isLately: true });
    expect(urgingOf({ ...late, timeline: urgedAt(-24) }, NOW).isOpen).toBe(true);
  });

  it('is to urge too where nobody has spoken with them in time', () => {
    expect(actsOn(tracked({ firstResponseAt: null }), NOW)[0]).toBe('urge');
  });

  it('is neither to urge nor promised that they will be able to, while the clock stands or the answer waits for their rating', () => {
    for (const over of [{ paused: 'suspended' }, { stage: 'evaluating' }, { stage: 'closed' }]) {
      expect(urgingOf(tracked({ resolutionDueAt: at(-1), ...over }), NOW)).toEqual({ isOpen: false, opensAt: null, isLately: false });
    }
    expect(actsOn(tracked({ stage: 'closed' }), NOW)).toEqual(['reopen']);
    expect(actsOn(tracked({ stage: 'withdrawn' }), NOW)).toEqual([]);
    expect(actsOn(tracked({ stage: 'closed', closedAs: 'terminated' }), NOW)).toEqual([]);
  });
});
