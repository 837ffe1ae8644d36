import { diagnose, explainReason, MACHINE_REASONS, REASON_KINDS, type CaseFacts, type MachineFacts, type TaskFacts } from './index.js';

const NOW = '2026-06-10T08:00:00.000Z';
const hours = (n: number): string => new Date(Date.parse(NOW) + n * 3_600_000).toISOString();

const TASK: TaskFacts = {
  ...{ id: 'c-t1', kind: 'handle', state: 'open', roles: ['gridMember'], areaCode: '990121101201001', unitCode: null },
  ...{ holder: null, openedAt: hours(-2), dueAt: hours(22) },
};
const FACTS: CaseFacts = {
  ...{ now: NOW, stage: 'handling', stageSince: hours(-2), dueAt: hours(22), paused: null, mergedInto: null },
  ...{ tasks: [TASK], returns: { count: 0, lastAt: null }, ratingUntil: null, machine: {} },
};
const having = (over: Partial<CaseFacts>): CaseFacts => ({ ...FACTS, ...over });
const ill = (machine: MachineFacts): CaseFacts => having({ machine });
const task = (over: Partial<TaskFacts>): TaskFacts => ({ ...TASK, ...over });
const FAILING = { since: hours(-1), attempts: 7, failure: 'ECONNREFUSED', nextTryAt: hours(0.01) };

describe('why a case is not moving', () => {
  it.each<[string, CaseFacts, object]>([
    ['nobody has claimed it: whoever holds the post', FACTS, { kind: 'unclaimed', since: hours(-2), owner: { kind: 'post', areaCode: TASK.areaCode }, next: { step: 'claim', by: hours(22) } }],
    ['nobody of the unit has claimed it', having({ tasks: [task({ unitCode: 'U1' })] }), { kind: 'unclaimed', owner: { kind: 'unit', unitCode: 'U1' } }],
    ['somebody has it in hand', having({ tasks: [task({ holder: 'li' })] }), { kind: 'held', owner: { kind: 'person', subject: 'li' }, next: { step: 'work', by: hours(22) }, taskId: 'c-t1' }],
    ['somebody is late', having({ tasks: [task({ holder: 'li', dueAt: hours(-3) })], dueAt: hours(-1) }), { kind: 'overdue', since: hours(-3), owner: { kind: 'person', subject: 'li' } }],
    ['the case is late, its task not', having({ dueAt: hours(-1) }), { kind: 'overdue', since: hours(-1), next: { step: 'claim', by: null } }],
    ['it waits for the resident', having({ paused: { kind: 'waitingForResident', since: hours(-5), until: hours(40) } }), { kind: 'waitingForResident', owner: { kind: 'resident' }, since: hours(-5), next: { step: 'reply', by: hours(40) } }],
    ['it is suspended', having({ paused: { kind: 'suspended', since: hours(-50), until: hours(400) } }), { kind: 'suspended', next: { step: 'review', by: hours(400) } }],
    ['the city has it', having({ stage: 'referred', tasks: [] }), { kind: 'referred', owner: { kind: 'city' } }],
    ['it goes with another case', having({ mergedInto: '990121-20260601-000001' }), { kind: 'withLeadingCase', owner: { kind: 'case', number: '990121-20260601-000001' } }],
    ['it waits to be rated', having({ stage: 'evaluating', tasks: [], ratingUntil: hours(100) }), { kind: 'waitingForRating', owner: { kind: 'resident' }, next: { step: 'rate', by: hours(100) } }],
    ['it was returned twice', having({ returns: { count: 2, lastAt: hours(-1) }, tasks: [task({ kind: 'arbitrate', roles: ['countyCentre'], areaCode: '990121' })] }), { kind: 'passedAround', since: hours(-1), owner: { kind: 'post', areaCode: '990121' }, next: { step: 'arbitrate' } }],
    ['one return is not back and forth', having({ returns: { count: 1, lastAt: hours(-1) } }), { kind: 'unclaimed' }],
    [
      'a request waits, of whoever is asked',
      having({ tasks: [TASK, task({ id: 'a', kind: 'approve', roles: ['townCentre'], areaCode: '990121101', openedAt: hours(-4) })] }),
      { kind: 'waitingForApproval', since: hours(-4), owner: { kind: 'post', areaCode: '990121101' }, next: { step: 'decide' }, taskId: 'a' },
    ],
    ['who leads waits for a part', having({ tasks: [task({ id: 'lead', kind: 'lead', state: 'accepted', holder: 'jiang' }), task({ id: 'part', kind: 'contribute', unitCode: 'U2', holder: null })] }), { kind: 'unclaimed', taskId: 'part', owner: { kind: 'unit', unitCode: 'U2' } }],
    ['who leads has not accepted', having({ tasks: [task({ id: 'lead', kind: 'lead' }), task({ id: 'part', kind: 'contribute' })] }), { taskId: 'lead' }],

    ['its step fails', ill({ step: FAILING }), { kind: 'stepFailing', attempts: 7, failure: 'ECONNREFUSED', owner: { kind: 'machine', part: 'records' }, next: { step: 'retry', by: FAILING.nextTryAt } }],
    ['a step that failed once mends itself', ill({ step: { ...FAILING, attempts: 1 } }), { kind: 'unclaimed' }],
    ['its workflow task fails', ill({ workflowTask: FAILING }), { kind: 'workflowTaskFailing', since: FAILING.since }],
    ['its workflow was ended', ill({ lost: { since: hours(-9), as: 'terminated' } }), { kind: 'workflowLost', failure: 'terminated', next: { step: 'repair', by: null } }],
    ['a deadline left no mark', ill({ unmarked: { dueAt: hours(-1) } }), { kind: 'timerMissing', since: hours(-1) }],
    ['a deadline left no mark because nobody polls', ill({ unmarked: { dueAt: hours(-1) }, noWorker: { since: hours(-3) } }), { kind: 'noWorker', since: hours(-3), owner: { kind: 'machine', part: 'worker' } }],
    ['nobody polls, and people have the word', ill({ noWorker: { since: hours(-3) } }), { kind: 'unclaimed' }],
    ['the engine does not answer, and a start waits for it', ill({ start: FAILING, engineAway: { since: hours(-2) } }), { kind: 'engineAway', since: hours(-2), owner: { kind: 'machine', part: 'engine' } }],
    ['the engine does not answer, and people have the word', ill({ engineAway: { since: hours(-2) } }), { kind: 'unclaimed' }],
    ['its start cannot be relayed', ill({ start: FAILING }), { kind: 'notStarted', owner: { kind: 'machine', part: 'relay' }, attempts: 7 }],
    ['its start lies untried because no worker is there to hand it over', ill({ start: { ...FAILING, attempts: 0, failure: null }, noWorker: { since: hours(-3) } }), { kind: 'noWorker', since: hours(-3), owner: { kind: 'machine', part: 'worker' } }],
    ['its start lies for an hour untried', ill({ start: { ...FAILING, attempts: 0, failure: null } }), { kind: 'notStarted', attempts: 0 }],
    ['its records may differ', ill({ doubt: { since: hours(-1), tries: 4 } }), { kind: 'recordsDiffer', attempts: 4 }],
    ['the other side refuses', ill({ delivery: { ...FAILING, attempts: 1, nextTryAt: null, isRefused: true } }), { kind: 'deliveryFailing', next: { step: 'repair', by: null } }],
    ['it has just come in', having({ stage: 'received', tasks: [], machine: { start: { ...FAILING, since: hours(-0.001), attempts: 0 } } }), { kind: 'onItsWay', owner: { kind: 'machine', part: 'relay' }, next: { step: 'wait' } }],
  ])('%s', (_, facts, expected) => expect(diagnose(facts).reason).toMatchObject(expected));

  it('tells what explains the rest, and the rest beside it', () => {
    const facts = { ...ill({ step: FAILING, unmarked: { dueAt: hours(-1) } }), tasks: [task({ dueAt: hours(-1) })] };
    const { reason, also } = diagnose(facts);
    expect(reason.kind).toBe('stepFailing');
    expect(also).toEqual(['timerMissing', 'overdue', 'unclaimed']);
  });

  it('names when time alone may change it', () => {
    expect(diagnose(FACTS).looksAgainAt).toBe(hours(22));
    expect(diagnose(having({ dueAt: null, tasks: [] })).looksAgainAt).toBeNull();
    const late = having({ tasks: [task({ holder: 'li', dueAt: hours(-3) })], dueAt: hours(5) });
    expect(diagnose(late).looksAgainAt).toBe(hours(5));
  });

  it('knows the machine’s from people’s', () => {
    const machines = REASON_KINDS.filter((kind) => MACHINE_REASONS.has(kind));
    expect(machines.length).toBe(MACHINE_REASONS.size);
    expect(MACHINE_REASONS.has('overdue')).toBe(false);
  });

  it('says it in one sentence, in Chinese and English', () => {
    const { reason } = diagnose(FACTS);
    expect(explainReason(reason, NOW, 'zh')).toBe('无人认领，自6月10日14:00起已2小时；下一步：认领（6月11日14:00前）。');
    expect(explainReason(reason, NOW, 'en')).toBe('Claimed by nobody, since 10 June, 14:00 (2 hours); next: it is to be claimed by 11 June, 14:00.');
    const failing = diagnose(ill({ step: FAILING })).reason;
    expect(explainReason(failing, NOW, 'zh')).toBe('步骤写入失败，正在重试，自6月10日15:00起已1小时，已试7次；下一步：系统自动重试（6月10日16:00）。');
  });
});
