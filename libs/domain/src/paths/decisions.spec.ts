import {
  mayAccept,
  mayComplete,
  mayDispatch,
  mayHandUp,
  mayRate,
  mayWithdraw,
  STAGES,
  TASK_STATES,
  type Stage,
  type TaskKind,
  type TaskSituation,
  type TaskState,
} from './index.js';

const VILLAGE = '990121001002';
const task = (kind: TaskKind, state: TaskState = 'open', areaCode = VILLAGE): TaskSituation => ({
  kind,
  state,
  areaCode,
});
const codeOf = (decided: { ok: true } | { ok: false; code: string }) => (decided.ok ? 'ok' : decided.code);

describe('deciding on a task', () => {
  it.each<[Stage, TaskKind, TaskState, string, string]>([
    ['received', 'handle', 'open', 'ok', 'ok'],
    ['dispatched', 'handle', 'open', 'ok', 'ok'],
    ['handling', 'handle', 'open', 'ok', 'ok'],
    ['handling', 'handle', 'accepted', 'STAGE_REFUSES', 'ok'],
    ['dispatched', 'townDesk', 'open', 'ok', 'ok'],
    ['received', 'desk', 'open', 'STAGE_REFUSES', 'STAGE_REFUSES'],
    ['verifying', 'handle', 'completed', 'TASK_CLOSED', 'TASK_CLOSED'],
    ['evaluating', 'handle', 'open', 'STAGE_REFUSES', 'STAGE_REFUSES'],
    ['evaluating', 'handle', 'completed', 'TASK_CLOSED', 'TASK_CLOSED'],
    ['handling', 'handle', 'handedUp', 'TASK_CLOSED', 'TASK_CLOSED'],
    ['closed', 'handle', 'open', 'CASE_CLOSED', 'CASE_CLOSED'],
    ['withdrawn', 'handle', 'cancelled', 'CASE_CLOSED', 'CASE_CLOSED'],
  ])('at %s, a %s task that is %s: accept %s, complete %s', (stage, kind, state, accept, complete) => {
    expect(codeOf(mayAccept(stage, task(kind, state)))).toBe(accept);
    expect(codeOf(mayComplete(stage, task(kind, state)))).toBe(complete);
  });

  it('never lets a finished task have a second effect', () => {
    for (const stage of STAGES) {
      for (const state of TASK_STATES.filter((each) => each !== 'open' && each !== 'accepted')) {
        for (const decided of [
          mayAccept(stage, task('handle', state)),
          mayComplete(stage, task('handle', state)),
          mayHandUp(stage, task('handle', state), 'because'),
          mayDispatch(stage, task('desk', state), { kind: 'notAccept', reason: 'because' }),
        ]) {
          expect(decided.ok).toBe(false);
        }
      }
    }
  });

  it('hands up from the village with a reason, and not from the town', () => {
    expect(mayHandUp('handling', task('handle', 'accepted'), '超出村级权限')).toEqual({ ok: true });
    expect(mayHandUp('received', task('handle'), ' \n')).toMatchObject({
      code: 'INPUT_INVALID',
      details: { field: 'reason' },
    });
    expect(codeOf(mayHandUp('dispatched', task('townDesk'), 'x'))).toBe('STAGE_REFUSES');
  });
});

describe('dispatching at a desk', () => {
  const desk = task('desk', 'open', '990121');

  it.each([
    ['990121001', 'ok'],
    ['990121001002', 'ok'],
    ['990121', 'AREA_OUTSIDE_JURISDICTION'],
    ['990122001', 'AREA_OUTSIDE_JURISDICTION'],
    ['9901', 'AREA_OUTSIDE_JURISDICTION'],
    ['elsewhere', 'AREA_UNKNOWN'],
  ])('to %s: %s', (areaCode, expected) => {
    expect(codeOf(mayDispatch('received', desk, { kind: 'dispatch', areaCode }))).toBe(expected);
  });

  it('does not accept without telling the resident why', () => {
    expect(mayDispatch('received', desk, { kind: 'notAccept', reason: '属司法程序' })).toEqual({ ok: true });
    expect(codeOf(mayDispatch('received', desk, { kind: 'notAccept', reason: '' }))).toBe('INPUT_INVALID');
  });

  it('is for desks, before anybody handles the case', () => {
    const onward = { kind: 'dispatch', areaCode: '990121001002' } as const;
    expect(codeOf(mayDispatch('received', task('handle'), onward))).toBe('STAGE_REFUSES');
    expect(codeOf(mayDispatch('evaluating', desk, onward))).toBe('STAGE_REFUSES');
    expect(codeOf(mayDispatch('handling', desk, { kind: 'notAccept', reason: 'x' }))).toBe('STAGE_REFUSES');
    expect(codeOf(mayDispatch('closed', desk, onward))).toBe('CASE_CLOSED');
  });
});

describe('rating and withdrawing', () => {
  it('is rated once answered, by anybody but its handlers', () => {
    const answered = { stage: 'evaluating', handlerSubjects: ['a', 'b'] } as const;
    expect(mayRate(answered, null)).toEqual({ ok: true });
    expect(mayRate(answered, 'c')).toEqual({ ok: true });
    expect(codeOf(mayRate(answered, 'b'))).toBe('HANDLER_MAY_NOT_RATE');
    expect(mayRate({ ...answered, stage: 'handling' }, 'c')).toEqual({
      ok: false,
      code: 'STAGE_REFUSES',
      details: { actual: 'handling' },
    });
    expect(codeOf(mayRate({ ...answered, stage: 'closed' }, 'c'))).toBe('CASE_CLOSED');
  });

  it('is withdrawn with a reason until the answer is there', () => {
    const open = STAGES.filter((stage) => mayWithdraw(stage, '已自行解决').ok);
    expect(open).toEqual(['received', 'accepted', 'dispatched', 'handling', 'verifying', 'suspended', 'referred']);
    expect(codeOf(mayWithdraw('received', ' '))).toBe('INPUT_INVALID');
    expect(codeOf(mayWithdraw('evaluating', 'x'))).toBe('STAGE_REFUSES');
    expect(codeOf(mayWithdraw('closed', 'x'))).toBe('CASE_CLOSED');
  });
});
