import { resetPointsOf, type PassedEvent } from './index.js';

const at = (minute: number): string => new Date(Date.UTC(2026, 5, 10, 8, minute)).toISOString();

/** A history: `.` a completed workflow task, `a` somebody's act, `s` something told that is no act, `r` something reached outside, `-` the engine's own step. */
const history = (letters: string): PassedEvent[] =>
  [...letters].map((letter, i) => {
    const event = { id: i + 1, at: at(i + 1) };
    if (letter === '.') return { ...event, what: 'wentOn', told: null };
    if (letter === 'r') return { ...event, what: 'reached', told: { type: 'SignalExternalWorkflowExecutionInitiated', subject: 'pathMoved' } };
    if (letter === 's') return { ...event, what: 'other', told: { type: 'TimerFired', subject: '1' } };
    if (letter === '-') return { ...event, what: 'other', told: null };
    const act = { id: `acceptTask:p${i + 1}:k`, name: 'acceptTask', at: event.at, by: { kind: 'person' as const, subject: `p${i + 1}` } };
    return { ...event, what: 'act', told: { type: 'WorkflowExecutionUpdateAccepted', subject: 'acceptTask' }, act };
  });
const points = (letters: string): [number, string[]][] => resetPointsOf(history(letters)).map(({ eventId, acts }) => [eventId, acts.map(({ by }) => by.subject ?? '')]);

describe('the points to which a workflow can go back', () => {
  it.each<[string, string, [number, string[]][]]>([
    ['is every completed workflow task, the newest first', 's-.-s.', [[6, []], [3, []]]],
    ['says who acted after each, in their order', 's.a-.a-.', [[8, []], [5, ['p6']], [2, ['p3', 'p6']]]],
    ['counts an act that the very task took', 's.a', [[2, ['p3']]]],
    ['does not lie before what was asked of another workflow', 's.r.a.', [[6, []], [4, ['p5']]]],
    ['is none where the last thing was asked of another workflow', 's.a.r-', []],
    ['is none before anything went on', 's-', []],
  ])('%s', (_what, letters, expected) => expect(points(letters)).toEqual(expected));

  it('each tells what had happened last, and the engine’s own steps are nothing that is told', () => {
    expect(resetPointsOf(history('s-.a--.')).map(({ after }) => after)).toEqual([
      { type: 'WorkflowExecutionUpdateAccepted', subject: 'acceptTask', at: at(4) },
      { type: 'TimerFired', subject: '1', at: at(1) },
    ]);
    expect(resetPointsOf(history('-.'))).toEqual([{ eventId: 2, at: at(2), after: null, acts: [] }]);
  });
});
