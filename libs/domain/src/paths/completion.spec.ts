import {
  CASE_KINDS,
  CASE_MODES,
  mayAnswer,
  neededBeforeAnswer,
  type Answering,
  type CaseKind,
  type CaseMode,
  type Needed,
  type Stage,
  type TaskKind,
  type TaskState,
} from './index.js';

const answering: Answering = { answer: '已修好', lastRound: false, openParts: 0, missing: [] };
const answer = (given: Partial<Answering> = {}, stage: Stage = 'handling', kind: TaskKind = 'lead', state: TaskState = 'accepted') =>
  mayAnswer(stage, { kind, state, areaCode: '990121001' }, { ...answering, ...given });

describe('what must be on record before the answer', () => {
  it.each<[CaseKind, CaseMode | undefined, Needed[]]>([
    ['complaint', undefined, []],
    ['complaint', 'coordination', []],
    ['dispute', undefined, ['mediation']],
    ['complaint', 'deliberation', ['minutes']],
    ['request', 'collaboration', ['parts']],
    ['dispute', 'collaboration', ['mediation', 'parts']],
  ])('of a %s in the mode %s: %j', (kind, mode, needed) => expect(neededBeforeAnswer(kind, mode)).toEqual(needed));

  it('is a mediation record for disputes alone', () => {
    for (const kind of CASE_KINDS) {
      for (const mode of CASE_MODES) expect(neededBeforeAnswer(kind, mode).includes('mediation')).toBe(kind === 'dispute');
    }
  });
});

describe('the one answer', () => {
  it.each<[string, ReturnType<typeof answer>, string]>([
    ['of the lead', answer(), 'ok'],
    ['on the spot', answer({}, 'received', 'handle', 'open'), 'ok'],
    ['with its explanation in the last round', answer({ lastRound: true, explanation: '三轮处理说明' }), 'ok'],
    ['in the last round without one', answer({ lastRound: true }), 'EXPLANATION_REQUIRED'],
    ['with an empty explanation', answer({ lastRound: true, explanation: ' ' }), 'EXPLANATION_REQUIRED'],
    ['without a word', answer({ answer: ' ' }), 'TEXT_REQUIRED'],
    ['while parts are open', answer({ openParts: 2 }), 'PARTS_STILL_OPEN'],
    ['without the form', answer({ missing: ['mediation'] }), 'PATH_REFUSES'],
    ['of the county, which only coordinates', answer({}, 'dispatched', 'coordinate', 'open'), 'STAGE_REFUSES'],
    ['of an assisting unit', answer({}, 'handling', 'contribute'), 'STAGE_REFUSES'],
    ['to an answered case', answer({}, 'evaluating', 'lead', 'completed'), 'TASK_CLOSED'],
    ['while it is verified', answer({}, 'verifying', 'lead', 'completed'), 'TASK_CLOSED'],
    ['to a closed case', answer({}, 'closed'), 'CASE_CLOSED'],
  ])('%s', (_, decided, code) => expect(decided.ok ? 'ok' : decided.code).toBe(code));

  it('says how many parts are open and what is missing', () => {
    expect(answer({ openParts: 2 })).toMatchObject({ details: { actual: 2 } });
    expect(answer({ missing: ['minutes', 'parts'] })).toMatchObject({ details: { field: 'minutes' } });
  });
});
