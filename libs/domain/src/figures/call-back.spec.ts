import { afterCall, CALL_BACK_STATES, isCallOpen, type CallOutcome } from './index.js';

const reached = (solved: boolean, rating: 'satisfied' | 'mostlySatisfied' | 'dissatisfied'): CallOutcome => ({ reached: true, solved, rating });
const inVain: CallOutcome = { reached: false, tryAgainAt: null };

describe('a call back', () => {
  it.each<[string, number, CallOutcome, string, boolean]>([
    ['solved and satisfied', 0, reached(true, 'satisfied'), 'done', false],
    ['solved and mostly satisfied', 1, reached(true, 'mostlySatisfied'), 'done', false],
    ['solved, but dissatisfied', 0, reached(true, 'dissatisfied'), 'done', true],
    ['satisfied, but not solved', 0, reached(false, 'satisfied'), 'done', true],
    ['nobody there', 0, inVain, 'later', false],
    ['nobody there again', 1, inVain, 'unreachable', false],
  ])('%s', (_what, attempts, outcome, state, opensRound) => {
    expect(afterCall({ state: 'due', attempts }, outcome)).toEqual({ state, attempts: attempts + 1, opensRound });
  });

  it('is open until it came to something', () => expect(CALL_BACK_STATES.filter(isCallOpen)).toEqual(['due', 'later']));
});
