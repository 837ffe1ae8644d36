import type { CaseStep, OpenedTask } from '../case-flow/index.js';
import { compareCase, compareKnown, foldSteps, knownOf, mergeRuns, type ProjectedCase } from './index.js';

const NUMBER = '990121-20260101-000001';
const AT = '2026-01-01T00:00:00.000Z';
const at = (minutes: number): string => new Date(Date.parse(AT) + minutes * 60_000).toISOString();

const step = (stepId: string, over: Partial<CaseStep> = {}): CaseStep => ({
  caseNumber: NUMBER,
  countyCode: '990121',
  stepId,
  at: AT,
  actor: { kind: 'system' },
  patch: {},
  timeline: [],
  openedTasks: [],
  changedTasks: [],
  notices: [],
  ...over,
});
const task = (taskId: string, over: Partial<OpenedTask> = {}): OpenedTask => ({
  taskId,
  kind: 'handle',
  workflowId: `${NUMBER}/villageDirect/1`,
  tier: 'grid',
  roles: ['gridMember'],
  areaCode: '990121001001001',
  excludedSubjects: [],
  round: 1,
  dueAt: at(60),
  ...over,
});
const fold = (...steps: CaseStep[]): ProjectedCase => foldSteps(steps) as ProjectedCase;

describe('folding the steps of a case', () => {
  it('makes nothing of nothing', () => expect(foldSteps([])).toBeNull());

  it('begins where intake left the case and keeps what a step leaves out', () => {
    const { course } = fold(step('a', { patch: { stage: 'handling', areaCode: '990121001' } }), step('b', { patch: { round: 2 } }));
    expect(course).toMatchObject({ stage: 'handling', round: 2, areaCode: '990121001', card: 'none', closedAt: null });
    expect(course.resolutionDueAt).toBeUndefined();
  });

  it('empties what a step empties', () => {
    const closed = step('a', { patch: { stage: 'closed', closedAt: at(1), closedAs: 'rated', resolvedAt: at(0) } });
    const reopened = step('b', { patch: { stage: 'handling', closedAt: null, closedAs: null, resolvedAt: null } });
    expect(fold(closed, reopened).course).toMatchObject({ stage: 'handling', closedAt: null, closedAs: null, resolvedAt: null });
  });

  it('keeps the first answer and the first promise', () => {
    const first = step('a', {
      patch: { firstResponseAt: at(1), resolutionDueAt: '2026-01-06T00:00:00Z' },
      clock: [{ seq: 1, entry: { kind: 'start', clock: 'resolution', limit: { amount: 5, unit: 'calendarDays' }, at: AT, rule: 1 } as never }],
    });
    const later = step('b', { patch: { firstResponseAt: at(9), resolutionDueAt: '2026-01-09T00:00:00Z' } });
    expect(fold(first, later).course).toMatchObject({
      firstResponseAt: at(1),
      resolutionDueAt: '2026-01-09T00:00:00.000Z',
      firstDueAt: '2026-01-06T00:00:00.000Z',
    });
  });

  it('counts a step once', () => {
    const told = step('a', { timeline: [{ type: 'accepted' }] });
    expect(fold(told, told)).toMatchObject({ stepIds: ['a'], timeline: [{ type: 'accepted' }] });
  });

  it('cancels what was open before the step, but for the lifecycle’s own where the path alone is left', () => {
    const opening = step('a', { openedTasks: [task('t1'), task('t2', { kind: 'approve', workflowId: NUMBER }), task('t3')] });
    const leaving = step('b', {
      cancelOpenTasks: 'path',
      changedTasks: [{ taskId: 't3', state: 'completed', result: 'done' }],
      openedTasks: [task('t4')],
      at: at(5),
    });
    const states = (...steps: CaseStep[]) => fold(...steps).tasks.map(({ taskId, state, closedAt }) => [taskId, state, closedAt]);
    expect(states(opening, leaving)).toEqual([
      ['t1', 'cancelled', at(5)],
      ['t2', 'open', null],
      ['t3', 'completed', at(5)],
      ['t4', 'open', null],
    ]);
    expect(states(opening, { ...leaving, cancelOpenTasks: true })[1]).toEqual(['t2', 'cancelled', at(5)]);
  });

  it('accepts nothing that was cancelled before', () => {
    const opening = step('a', { openedTasks: [task('t1')] });
    const cancelling = step('b', { cancelOpenTasks: true, at: at(5) });
    const accepting = step('c', { changedTasks: [{ taskId: 't1', state: 'accepted' }], at: at(6) });
    expect(fold(opening, cancelling, accepting).tasks).toMatchObject([{ state: 'cancelled', closedAt: at(5) }]);
    expect(fold(opening, accepting, cancelling).tasks).toMatchObject([{ state: 'cancelled' }]);
  });

  it('moves the deadline of whoever leads, or of one part', () => {
    const opening = step('a', { openedTasks: [task('t1', { kind: 'lead' }), task('t2', { kind: 'contribute' })] });
    const due = (over: Partial<CaseStep>) => fold(opening, step('b', over)).tasks.map(({ dueAt }) => dueAt);
    expect(due({ leadDueAt: at(90) })).toEqual([at(90), at(60)]);
    expect(due({ partDueAt: { taskId: 't2', dueAt: at(70) } })).toEqual([at(60), at(70)]);
  });

  it('adds what a later step knows of a record, and never changes ledger or marks', () => {
    const { records } = fold(
      step('a', { records: [{ kind: 'meeting', id: 'm', data: { place: '村委会', minutes: null } }] }),
      step('b', { records: [{ kind: 'meeting', id: 'm', data: { minutes: 'x' } }], at: at(3) }),
    );
    expect(records).toEqual([{ kind: 'meeting', id: 'm', data: { place: '村委会', minutes: 'x' }, at: at(3), actorSubject: null }]);
  });

  it('refuses the step of another case', () => {
    expect(() => fold(step('a'), step('b', { caseNumber: 'other' }))).toThrow('no step of');
  });
});

describe('the steps of several runs', () => {
  const run = (owner: 'lifecycle' | 'path', startedAt: string, ...steps: CaseStep[]) => ({ owner, startedAt, steps });
  const ids = (steps: CaseStep[]): string[] => steps.map(({ stepId }) => stepId);

  it('go by their instant, each run in its own order', () => {
    const merged = mergeRuns([
      run('path', at(1), step('p1', { at: at(2) }), step('p2', { at: at(8) }), step('p3', { at: at(7) })),
      run('lifecycle', at(0), step('l1', { at: at(1) }), step('l2', { at: at(9) })),
    ]);
    expect(ids(merged)).toEqual(['l1', 'p1', 'p2', 'p3', 'l2']);
  });

  it('let a lifecycle begin a path and act on it within the same instant', () => {
    const merged = mergeRuns([run('path', at(0), step('p1'), step('p2')), run('lifecycle', at(0), step('l1'), step('l2', { at: at(1) }))]);
    expect(ids(merged)).toEqual(['l1', 'p1', 'p2', 'l2']);
    const atOnce = mergeRuns([run('lifecycle', at(0), step('l1', { at: at(4) })), run('path', at(0), step('p1'), step('p2', { at: at(4) }))]);
    expect(ids(atOnce)).toEqual(['p1', 'p2', 'l1']);
  });
});

describe('comparing with what is stored', () => {
  const expected = fold(step('a', { patch: { stage: 'handling' }, openedTasks: [task('t1')], timeline: [{ type: 'accepted', data: { b: 1, a: 2 } }] }));
  const fields = (stored: object): string[] => compareCase(expected, { ...expected, ...stored } as never).map(({ field }) => field);

  it('finds nothing in the same, in whatever order fields were written', () => {
    expect(fields({ timeline: [{ ...expected.timeline[0], data: { a: 2, b: 1 } }] })).toEqual([]);
  });

  it('lets services write what is theirs beside it', () => {
    const [entry] = expected.timeline;
    expect(fields({ timeline: [...expected.timeline, { ...entry, type: 'claimed' }] })).toEqual([]);
    expect(fields({ course: { ...expected.course, firstResponseAt: AT } })).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['a column', { course: { ...expected.course, stage: 'closed' } }, ['course.stage']],
    ['a lost task', { tasks: [] }, ['task t1']],
    ['a task’s field', { tasks: [{ ...expected.tasks[0], dueAt: AT }] }, ['task t1.dueAt']],
    ['a task too many', { tasks: [...expected.tasks, { ...expected.tasks[0], taskId: 't9' }] }, ['task t9']],
    ['a lost step', { stepIds: [] }, ['step']],
    ['a step that the engine does not know', { stepIds: ['a', 'z'] }, ['step']],
    ['a lost entry', { timeline: [] }, ['timeline accepted']],
    ['an entry twice', { timeline: [...expected.timeline, ...expected.timeline] }, ['timeline accepted']],
    ['an entry that was changed', { timeline: [{ ...expected.timeline[0], text: 'x' }] }, ['timeline accepted', 'timeline accepted']],
  ])('names %s', (_, stored, wanted) => expect(fields(stored)).toEqual(wanted));
});

describe('a case some of whose steps the engine has forgotten', () => {
  const received = step('l1', { patch: { stage: 'received', round: 1 }, clock: [{ seq: 1, entry: {} as never }] });
  const forgotten = step('p1', { at: at(5), patch: { stage: 'evaluating', card: 'yellow' }, timeline: [{ type: 'answered' }], openedTasks: [task('t1')] });
  const reopened = step('l2', { at: at(9), patch: { round: 2, stage: 'handling' }, timeline: [{ type: 'newRound' }] });
  const differences = (kept: CaseStep[], stored: ProjectedCase) => compareKnown(knownOf(kept, stored)!, stored);

  it('is as the forgotten steps left it, where no kept step is later', () => {
    expect(differences([received], fold(received, forgotten))).toEqual([]);
  });

  it('is held to what later steps wrote and to all that kept steps added', () => {
    const stored = fold(received, forgotten, reopened);
    expect(differences([received, reopened], stored)).toEqual([]);
    const wrong = { ...stored, course: { ...stored.course, stage: 'closed' as const, card: 'red' as const }, clock: [] };
    expect(differences([received, reopened], wrong).map(({ field }) => field)).toEqual(['course.stage', 'clock 1']);
  });
});
