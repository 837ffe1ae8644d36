import { inputOf, OFFERED } from './given.js';

describe('what a supervisor says of several cases', () => {
  const numbers = ['990121-20261126-000001'];
  it.each([
    [{ kind: 'urge', amount: 3, unitCode: 'water' }, {}],
    [{ kind: 'extend', amount: 3 }, { by: { amount: 3, unit: 'calendarDays' } }],
    [{ kind: 'extend', amount: 2, unit: 'workingDays' }, { by: { amount: 2, unit: 'workingDays' } }],
    [{ kind: 'pause', reviewOn: '2026-12-20' }, { reviewAt: '2026-12-19T16:00:00.000Z' }],
    [{ kind: 'reassign', unitCode: 'water' }, { to: { title: '改派', areaCode: '990121', unitCode: 'water' } }],
    [{ kind: 'deescalate', path: 'villageDirect', amount: 3 }, { path: 'villageDirect' }],
  ] as const)('%o carries its own kind’s words and no other’s', (given, said) => expect(inputOf(given, numbers, '990121', '改派')).toEqual({ kind: given.kind, numbers, ...said }));

  it('does not offer what only takes something back', () => expect(OFFERED).not.toContain('sendSkipped'));

  it('does not offer for several cases what is done to one at a time', () => expect(OFFERED.filter((kind) => kind === 'reset' || kind === 'terminate')).toEqual([]));
});
