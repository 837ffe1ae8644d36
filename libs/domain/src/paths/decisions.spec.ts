import {
  mayAccept,
  mayContribute,
  mayDispatch,
  mayHandUp,
  mayRate,
  mayReturn,
  mayVerify,
  mayWithdraw,
  STAGES,
  TASK_KINDS,
  TASK_STATES,
  type Decided,
  type DispatchDecision,
  type Stage,
  type TaskKind,
  type TaskSituation,
  type TaskState,
} from './index.js';

const COUNTY = '990121';
const VILLAGE = '990121001002';
const task = (kind: TaskKind, state: TaskState = 'open', areaCode = VILLAGE): TaskSituation => ({ kind, state, areaCode });
const codeOf = (decided: Decided) => (decided.ok ? 'ok' : decided.code);
const ground = { proposedUnitCode: 'roads', legalGround: 'powers-17', reason: '不属本单位职责' };
const verifier = { subject: 'v', handlerSubjects: ['h'], findings: '现场已修复' };

describe('a task that is finished, or whose case is', () => {
  const decide = (stage: Stage, situation: TaskSituation): Decided[] => [
    mayAccept(stage, situation),
    mayContribute(stage, situation, 'done'),
    mayReturn(stage, { ...situation, binding: false }, ground),
    mayVerify(stage, situation, verifier),
    mayHandUp(stage, situation, 'because'),
    mayDispatch(stage, situation, { kind: 'notAccept', reason: 'because' }),
  ];

  it('never has a second effect, whatever its kind and the case’s stage', () => {
    for (const stage of STAGES) {
      for (const kind of TASK_KINDS) {
        for (const state of TASK_STATES.filter((each) => each !== 'open' && each !== 'accepted')) {
          for (const decided of decide(stage, task(kind, state))) {
            expect(['TASK_CLOSED', 'CASE_CLOSED']).toContain(codeOf(decided));
          }
        }
      }
    }
  });

  it.each<Stage>(['closed', 'withdrawn', 'notAccepted'])('takes no decision once the case is %s', (stage) => {
    for (const kind of TASK_KINDS) expect(decide(stage, task(kind)).map(codeOf)).toEqual(Array(6).fill('CASE_CLOSED'));
  });
});

describe('accepting', () => {
  it.each<[Stage, TaskKind, TaskState, string]>([
    ['received', 'handle', 'open', 'ok'],
    ['dispatched', 'lead', 'open', 'ok'],
    ['handling', 'contribute', 'open', 'ok'],
    ['handling', 'handle', 'accepted', 'STAGE_REFUSES'],
    ['received', 'desk', 'open', 'STAGE_REFUSES'],
    ['received', 'coordinate', 'open', 'STAGE_REFUSES'],
    ['verifying', 'verify', 'open', 'STAGE_REFUSES'],
    ['evaluating', 'handle', 'open', 'STAGE_REFUSES'],
  ])('at %s, a %s task that is %s: %s', (stage, kind, state, code) => {
    expect(codeOf(mayAccept(stage, task(kind, state)))).toBe(code);
  });
});

describe('handing in a part', () => {
  it('is for parts, with what came of it', () => {
    expect(codeOf(mayContribute('handling', task('contribute'), '已断水'))).toBe('ok');
    expect(codeOf(mayContribute('handling', task('contribute', 'accepted'), '已断水'))).toBe('ok');
    expect(codeOf(mayContribute('handling', task('lead'), '已断水'))).toBe('STAGE_REFUSES');
    expect(mayContribute('handling', task('contribute'), ' \n')).toMatchObject({ code: 'TEXT_REQUIRED', details: { field: 'answer' } });
  });
});

describe('returning', () => {
  it.each<[string, TaskKind, boolean, Partial<typeof ground>, string]>([
    ['a lead’s task', 'lead', false, {}, 'ok'],
    ['a part', 'contribute', false, {}, 'ok'],
    ['what the county has decided bindingly', 'lead', true, {}, 'RETURN_IS_BINDING'],
    ['without whose it is', 'lead', false, { proposedUnitCode: ' ' }, 'LEGAL_GROUND_REQUIRED'],
    ['without the legal ground', 'contribute', false, { legalGround: '' }, 'LEGAL_GROUND_REQUIRED'],
    ['without a reason', 'lead', false, { reason: ' ' }, 'INPUT_INVALID'],
    ['a simple matter’s task', 'handle', false, {}, 'STAGE_REFUSES'],
    ['the county’s own task', 'coordinate', false, {}, 'STAGE_REFUSES'],
  ])('%s: %s', (_, kind, binding, given, code) => {
    expect(codeOf(mayReturn('handling', { ...task(kind), binding }, { ...ground, ...given }))).toBe(code);
  });
});

describe('verifying', () => {
  it.each<[string, Stage, TaskKind, Partial<typeof verifier>, string]>([
    ['somebody who had no hand in it', 'verifying', 'verify', {}, 'ok'],
    ['a handler', 'verifying', 'verify', { subject: 'h' }, 'VERIFIER_HANDLED'],
    ['anybody without findings', 'verifying', 'verify', { findings: '' }, 'INPUT_INVALID'],
    ['anybody before the answer', 'handling', 'verify', {}, 'STAGE_REFUSES'],
    ['on another task', 'verifying', 'handle', {}, 'STAGE_REFUSES'],
  ])('by %s: %s', (_, stage, kind, given, code) => {
    expect(codeOf(mayVerify(stage, task(kind), { ...verifier, ...given }))).toBe(code);
  });
});

describe('handing up', () => {
  it.each<[Stage, TaskKind, string, string]>([
    ['handling', 'handle', '超出村级权限', 'ok'],
    ['received', 'lead', '超出镇级权限', 'ok'],
    ['dispatched', 'coordinate', '超出县级权限', 'ok'],
    ['received', 'handle', ' \n', 'INPUT_INVALID'],
    ['handling', 'contribute', '不是我们的', 'STAGE_REFUSES'],
    ['received', 'desk', '不清楚', 'STAGE_REFUSES'],
    ['evaluating', 'lead', '晚了', 'STAGE_REFUSES'],
  ])('at %s, a %s task because of %j: %s', (stage, kind, reason, code) => {
    expect(codeOf(mayHandUp(stage, task(kind), reason))).toBe(code);
  });
});

describe('dispatching at a desk', () => {
  const desk = task('desk', 'open', COUNTY);
  const to = (areaCode: string, path?: Extract<DispatchDecision, { kind: 'dispatch' }>['path']): DispatchDecision => ({
    kind: 'dispatch',
    areaCode,
    ...(path === undefined ? {} : { path }),
  });

  it.each<[string, DispatchDecision, string]>([
    ['a town', to('990121001'), 'ok'],
    ['a village', to(VILLAGE), 'ok'],
    ['itself', to(COUNTY), 'AREA_OUTSIDE_JURISDICTION'],
    ['itself, on the path led there', to(COUNTY, 'countyCoordinated'), 'ok'],
    ['a town, on the path led there', to('990121001', 'villageTownJoint'), 'ok'],
    ['the whole county, on a town’s path', to(COUNTY, 'villageTownJoint'), 'PATH_REFUSES'],
    ['a town, on the village’s path', to('990121001', 'villageDirect'), 'PATH_REFUSES'],
    ['another county', to('990122001'), 'AREA_OUTSIDE_JURISDICTION'],
    ['the city', to('9901'), 'AREA_OUTSIDE_JURISDICTION'],
    ['no area', to('elsewhere'), 'AREA_UNKNOWN'],
  ])('to %s', (_, decision, code) => expect(codeOf(mayDispatch('received', desk, decision))).toBe(code));

  it('does not accept without telling the resident why', () => {
    expect(mayDispatch('received', desk, { kind: 'notAccept', reason: '属司法程序' })).toEqual({ ok: true });
    expect(codeOf(mayDispatch('received', desk, { kind: 'notAccept', reason: '' }))).toBe('INPUT_INVALID');
  });

  it('is for desks, before anybody handles the case', () => {
    expect(codeOf(mayDispatch('received', task('handle'), to(VILLAGE)))).toBe('STAGE_REFUSES');
    expect(codeOf(mayDispatch('evaluating', desk, to(VILLAGE)))).toBe('STAGE_REFUSES');
    expect(codeOf(mayDispatch('handling', desk, { kind: 'notAccept', reason: 'x' }))).toBe('STAGE_REFUSES');
  });
});

describe('rating and withdrawing', () => {
  it('is rated once answered, by anybody but its handlers', () => {
    const answered = { stage: 'evaluating', handlerSubjects: ['a', 'b'] } as const;
    expect(mayRate(answered, null)).toEqual({ ok: true });
    expect(mayRate(answered, 'c')).toEqual({ ok: true });
    expect(codeOf(mayRate(answered, 'b'))).toBe('HANDLER_MAY_NOT_RATE');
    expect(mayRate({ ...answered, stage: 'handling' }, 'c')).toMatchObject({ code: 'STAGE_REFUSES', details: { actual: 'handling' } });
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
