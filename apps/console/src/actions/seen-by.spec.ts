import { FORMS } from './actions.js';
import type { Act } from './act.types.js';

/** Acts whose words stand in the timeline that the resident reads: at once, or once the request is granted. */
const READ_BY_THE_RESIDENT = [
  ...['answer', 'answerReferral', 'notAccept', 'handUp', 'delegate', 'escalate', 'reclassify', 'resume', 'merge', 'separate'],
  ...['requestExtension', 'requestPause', 'requestSuspension', 'requestReferral'],
];

const acts = Object.entries<Act>(FORMS);

describe('what a form says of who reads it', () => {
  it('is that the resident does, of exactly those acts whose words they are shown', () => {
    const told = acts.filter(([, { seenBy }]) => seenBy === 'answer' || seenBy === 'reason').map(([name]) => name);
    expect(told.sort()).toEqual([...READ_BY_THE_RESIDENT].sort());
  });

  it.each(acts.filter(([, { fields }]) => fields.some(({ kind }) => kind === 'text')))('is said at all: %s', (_, { seenBy }) => {
    expect(seenBy).toBeDefined();
  });
});
