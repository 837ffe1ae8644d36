import { randomUUID } from 'node:crypto';
import type { OpenedTask } from '@yiwang/contracts/case-flow';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { COUNTY, EMPTY, GRID, OFFICE, OTHER_TOWN, OTHER_VILLAGE, POLICE, ROADS, TOWN, VILLAGE, WATER, casesStand, type Stand } from './stand.js';
import { stepsOn, type Steps } from './steps.js';

/** Every mutation that decides, with the type of its input. The engine is away: what passes the form ends there. */
const TYPES = {
  acceptTask: 'AcceptTaskArguments',
  delegateTask: 'DelegateArguments',
  planParts: 'PlanPartsArguments',
  assignUnits: 'AssignUnitsArguments',
  returnTask: 'ReturnTaskArguments',
  verifyTask: 'VerifyTaskArguments',
  summon: 'SummonArguments',
  recordMinutes: 'RecordMinutesArguments',
  recordMediation: 'RecordMediationArguments',
  requestApproval: 'RequestApprovalArguments',
  decideApproval: 'DecideApprovalArguments',
  answerOrder: 'CompleteTaskArguments',
  completeTask: 'CompleteTaskArguments',
  dispatchCase: 'DispatchArguments',
  answerReferral: 'AnswerReferralArguments',
  resumeCase: 'CaseReasonArguments',
  superviseCase: 'SuperviseArguments',
  instruct: 'InstructArguments',
  cancelPart: 'CancelPartArguments',
  reassignTask: 'ReassignTaskArguments',
  reclassifyCase: 'ReclassifyArguments',
  mergeCase: 'MergeArguments',
  separateCase: 'CaseReasonArguments',
  reopenCase: 'ReopenCaseArguments',
} as const;
type Mutation = keyof typeof TYPES;
const ON_CASES: readonly Mutation[] = ['resumeCase', 'superviseCase', 'instruct', 'cancelPart', 'reassignTask', 'reclassifyCase', 'mergeCase', 'separateCase', 'reopenCase'];

const LATER = '2099-01-01T00:00:00.000Z';
const LONG = '长'.repeat(4_001);
const part = { title: '排查管网', areaCode: COUNTY, unitCode: WATER };
const person = { title: '走访', areaCode: VILLAGE, roles: ['stationedCadre'], subjects: ['s'], limit: { amount: 2, unit: 'calendarDays' } };
const summons = { place: '村口', meetAt: LATER, participants: [{ name: '水务局', kind: 'unit', unitCode: WATER, areaCode: COUNTY }] };

const LEAD: Partial<OpenedTask> = { kind: 'lead', tier: 'town', roles: ['townCentre'], areaCode: TOWN };
const COUNTY_TASK: Partial<OpenedTask> = { tier: 'county', roles: ['countyCentre'], areaCode: COUNTY };
const KIND_OF: Partial<Record<Mutation, Partial<OpenedTask>>> = {
  assignUnits: { ...COUNTY_TASK, kind: 'coordinate' },
  verifyTask: { kind: 'verify' },
  decideApproval: { ...COUNTY_TASK, kind: 'approve' },
  answerOrder: { ...LEAD, kind: 'order' },
  dispatchCase: { ...COUNTY_TASK, kind: 'desk' },
  answerReferral: { tier: 'city', roles: ['cityCentre'], areaCode: '9901', kind: 'cityDesk' },
};

describe('the form of a decision', () => {
  let cases: Stand;
  let steps: Steps;
  beforeAll(async () => {
    cases = await casesStand();
    steps = stepsOn(cases);
    cases.staff('s', 'stationedCadre', VILLAGE);
  }, 120_000);
  afterAll(() => cases?.close());

  const staffFor = ({ roles = ['gridMember'], areaCode = GRID, unitCode }: Partial<OpenedTask>) =>
    cases.staff(randomUUID(), roles[0]!, areaCode, roles[0] === 'gridMember' ? 'gridMember' : (roles[0] as 'townCentre'), unitCode);
  const call = async (name: Mutation, input: object, as: TokenWishes) => {
    const { errors } = await cases.ask(`mutation ($input: ${TYPES[name]}!) { ${name}(input: $input) { __typename } }`, { input }, as);
    return errors?.[0]?.extensions;
  };
  const decide = async (name: Mutation, content: object, over: Partial<OpenedTask> = {}) => {
    const { number } = await steps.newCase();
    const task = { ...(KIND_OF[name] ?? LEAD), ...over };
    const opened = await steps.open(number, task);
    const as = staffFor(task);
    if (!ON_CASES.includes(name)) return { refused: await call(name, { ...opened, ...content }, as), target: opened.taskId, as };
    const county = cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
    return { refused: await call(name, { number, ...content }, county), target: number, as: county };
  };

  it.each<[Mutation, object]>([
    ['acceptTask', {}],
    ['delegateTask', { path: 'cadreLed', areaCode: VILLAGE, reason: '村里能办' }],
    ['planParts', { parts: [part, person] }],
    ['assignUnits', { lead: part, assisting: [{ ...part, unitCode: ROADS }], binding: true, reason: '职责在此' }],
    ['returnTask', { proposedUnitCode: ROADS, legalGround: '《城市道路管理条例》第六条', reason: '道路养护职责' }],
    ['verifyTask', { passed: true, findings: '已修复' }],
    ['summon', summons],
    ['recordMinutes', { meetingId: 'm', summary: '明确分工', lines: [part] }],
    ['recordMediation', { parties: ['甲', '乙'], session: '双方陈述', agreement: '各让一步' }],
    ['requestApproval', { kind: 'extension', by: { amount: 3, unit: 'workingDays' }, reason: '等待材料' }],
    ['requestApproval', { kind: 'suspension', reviewAt: LATER, reason: '等待立项' }],
    ['requestApproval', { kind: 'referral', reason: '市直单位职责' }],
    ['decideApproval', { granted: false, reason: '理由不足' }],
    ['answerOrder', { answer: '今日办结' }],
    ['completeTask', { answer: '已办结', explanation: '无法再改的原因' }],
    ['dispatchCase', { areaCode: TOWN, caseClass: 'major', path: 'villageTownJoint', unitCode: WATER }],
    ['answerReferral', { outcome: 'returned', text: '请县里补充' }],
    ['resumeCase', { reason: '材料已到' }],
    ['superviseCase', { act: 'order', reason: '超期' }],
    ['instruct', { text: '请从速', part }],
    ['cancelPart', { partId: 'p', reason: '已无必要' }],
    ['reassignTask', { taskId: 't', to: part, reason: '无人在岗' }],
    ['reclassifyCase', { caseClass: 'major', path: 'villageTownJoint', reason: '涉及多人' }],
    ['separateCase', { reason: '不是同一件事' }],
  ])('%s lets what is right through to the engine: %j', async (name, content) => {
    expect((await decide(name, content)).refused).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  });

  it('planParts puts nobody to work who had a hand in an earlier round, be it by name or as the only one in a post', async () => {
    cases.vacant.add('stationedCadre');
    const subject = 's';
    const inPost = { title: '巡看', roles: ['stationedCadre'], areaCode: VILLAGE };
    expect((await decide('planParts', { parts: [inPost] })).refused).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    const again = (parts: object[]) => decide('planParts', { parts }, { excludedSubjects: [subject] });
    expect((await again([inPost])).refused).toMatchObject({ code: 'RECIPIENT_VACANT', field: 'parts[0].roles' });
    expect((await again([{ ...inPost, subjects: [subject] }])).refused).toMatchObject({ code: 'RECIPIENT_VACANT', field: 'parts[0].subjects' });
    cases.vacant.delete('stationedCadre');
  });

  describe('that summons a unit', () => {
    const summon = async (unitCode: string) =>
      (await decide('summon', { ...summons, participants: [{ name: '参加单位', kind: 'unit', unitCode, areaCode: COUNTY }] })).refused;

    it('finds who works in a village’s office by their posts in that village, and says by name that nobody does', async () => {
      expect(await summon(OFFICE)).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
      cases.vacant.add('villageSecretary').add('serviceTeam');
      const vacant = { code: 'RECIPIENT_VACANT', field: 'participants[0].unitCode', value: '清溪村村民委员会' };
      const there = cases.staff(randomUUID(), 'villageSecretary', OTHER_VILLAGE);
      expect(await summon(OFFICE)).toMatchObject(vacant);
      cases.staff(there.subject, 'villageSecretary', VILLAGE);
      expect(await summon(OFFICE)).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
      cases.positions.delete(there.subject);
      cases.vacant.delete('villageSecretary');
      cases.vacant.delete('serviceTeam');
    });

    it('finds the police of the village where the matter is for their department', async () => {
      const there = cases.staff(randomUUID(), 'villagePolice', OTHER_VILLAGE, undefined, POLICE);
      expect(await summon(POLICE)).toMatchObject({ code: 'RECIPIENT_VACANT', field: 'participants[0].unitCode', value: '县公安局' });
      cases.staff(there.subject, 'villagePolice', VILLAGE, undefined, POLICE);
      expect(await summon(POLICE)).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
      cases.positions.delete(there.subject);
    });
  });

  it.each<[Mutation, object, string, string]>([
    ['delegateTask', { path: 'cadreLed', areaCode: '990121999', reason: '好' }, 'AREA_UNKNOWN', 'areaCode'],
    ['delegateTask', { path: 'cadreLed', areaCode: VILLAGE, reason: ' ' }, 'INPUT_INVALID', 'reason'],
    ['planParts', { parts: [] }, 'INPUT_INVALID', 'parts'],
    ['planParts', { parts: Array.from({ length: 31 }, () => part) }, 'INPUT_INVALID', 'parts'],
    ['planParts', { parts: [part, { ...part, title: ' ' }] }, 'INPUT_INVALID', 'parts[1].title'],
    ['planParts', { parts: [{ ...part, title: '长'.repeat(201) }] }, 'TEXT_TOO_LONG', 'parts[0].title'],
    ['planParts', { parts: [{ title: '无人', areaCode: COUNTY }] }, 'INPUT_INVALID', 'parts[0].roles'],
    ['planParts', { parts: [{ ...part, areaCode: '330226001' }] }, 'AREA_UNKNOWN', 'parts[0].areaCode'],
    ['planParts', { parts: [{ ...part, unitCode: 'none' }] }, 'NOT_FOUND', 'parts[0].unitCode'],
    ['planParts', { parts: [part, { ...part, unitCode: EMPTY }] }, 'RECIPIENT_VACANT', 'parts[1].unitCode'],
    ['planParts', { parts: [{ ...part, unitCode: undefined, roles: ['externalSystem'] }] }, 'RECIPIENT_VACANT', 'parts[0].roles'],
    ['planParts', { parts: [{ ...person, subjects: ['nobody'] }] }, 'RECIPIENT_VACANT', 'parts[0].subjects'],
    ['assignUnits', { lead: { ...part, unitCode: EMPTY } }, 'RECIPIENT_VACANT', 'lead.unitCode'],
    ['instruct', { text: '请从速', part: { ...part, unitCode: EMPTY } }, 'RECIPIENT_VACANT', 'part.unitCode'],
    ['dispatchCase', { unitCode: EMPTY, areaCode: TOWN }, 'RECIPIENT_VACANT', 'unitCode'],
    ['summon', { ...summons, participants: [{ name: '气象局', kind: 'unit', unitCode: EMPTY, areaCode: COUNTY }] }, 'RECIPIENT_VACANT', 'participants[0].unitCode'],
    ['planParts', { parts: [{ ...person, limit: { amount: 0, unit: 'hours' } }] }, 'INPUT_INVALID', 'parts[0].limit.amount'],
    ['planParts', { parts: [{ ...person, subjects: [''] }] }, 'INPUT_INVALID', 'parts[0].subjects'],
    ['assignUnits', { lead: { ...part, unitCode: 'none' } }, 'NOT_FOUND', 'lead.unitCode'],
    ['assignUnits', { lead: part, reason: LONG }, 'TEXT_TOO_LONG', 'reason'],
    ['returnTask', { proposedUnitCode: ROADS, legalGround: ' ', reason: '不归我们' }, 'LEGAL_GROUND_REQUIRED', 'legalGround'],
    ['returnTask', { proposedUnitCode: '', legalGround: '条例', reason: '不归我们' }, 'LEGAL_GROUND_REQUIRED', 'proposedUnitCode'],
    ['returnTask', { proposedUnitCode: 'none', legalGround: '条例', reason: '不归我们' }, 'NOT_FOUND', 'proposedUnitCode'],
    ['verifyTask', { passed: false, findings: '' }, 'INPUT_INVALID', 'findings'],
    ['verifyTask', { passed: true, findings: '好', attachmentIds: Array.from({ length: 21 }, () => randomUUID()) }, 'INPUT_INVALID', 'attachmentIds'],
    ['summon', { ...summons, meetAt: '2020-01-01T00:00:00Z' }, 'TIME_INVALID', 'meetAt'],
    ['summon', { ...summons, place: '' }, 'INPUT_INVALID', 'place'],
    ['summon', { ...summons, participants: [] }, 'INPUT_INVALID', 'participants'],
    ['summon', { ...summons, participants: [{ name: '水务局', kind: 'unit', areaCode: COUNTY }] }, 'INPUT_INVALID', 'participants[0].unitCode'],
    ['summon', { ...summons, participants: [...summons.participants, ...summons.participants] }, 'INPUT_INVALID', 'participants'],
    ['recordMinutes', { meetingId: 'm', summary: '' }, 'INPUT_INVALID', 'summary'],
    ['recordMediation', { parties: ['甲'], session: '好' }, 'INPUT_INVALID', 'parties'],
    ['recordMediation', { parties: ['甲', ' '], session: '好' }, 'INPUT_INVALID', 'parties[1]'],
    ['requestApproval', { kind: 'extension', reason: '好' }, 'INPUT_INVALID', 'by'],
    ['requestApproval', { kind: 'pause', by: { amount: -1, unit: 'hours' }, reason: '好' }, 'INPUT_INVALID', 'by.amount'],
    ['requestApproval', { kind: 'suspension', reason: '好' }, 'INPUT_INVALID', 'reviewAt'],
    ['requestApproval', { kind: 'referral', reason: LONG }, 'TEXT_TOO_LONG', 'reason'],
    ['decideApproval', { granted: true, reason: '' }, 'INPUT_INVALID', 'reason'],
    ['answerOrder', { answer: ' ' }, 'INPUT_INVALID', 'answer'],
    ['dispatchCase', { unitCode: 'none', areaCode: TOWN }, 'NOT_FOUND', 'unitCode'],
    ['dispatchCase', { path: 'cadreLed', notAcceptedReason: '不受理' }, 'INPUT_INVALID', 'notAcceptedReason'],
    ['answerReferral', { outcome: 'answered', text: '' }, 'INPUT_INVALID', 'text'],
    ['resumeCase', { reason: '' }, 'INPUT_INVALID', 'reason'],
    ['superviseCase', { act: 'urge', reason: LONG }, 'TEXT_TOO_LONG', 'reason'],
    ['cancelPart', { partId: 'p', reason: ' ' }, 'INPUT_INVALID', 'reason'],
    ['reassignTask', { taskId: 't', to: { ...part, unitCode: 'none' }, reason: '好' }, 'NOT_FOUND', 'to.unitCode'],
    ['instruct', { text: '' }, 'INPUT_INVALID', 'text'],
    ['instruct', { text: '好', part: { ...part, areaCode: '9901' } }, 'AREA_UNKNOWN', 'part.areaCode'],
    ['reclassifyCase', { caseClass: 'major', path: 'cadreLed', reason: '' }, 'INPUT_INVALID', 'reason'],
    ['reopenCase', { reason: '' }, 'INPUT_INVALID', 'reason'],
  ])('%s refuses %j with %s at %s, and the attempt is on the audit trail', async (name, content, code, field) => {
    const { refused, target, as } = await decide(name, content);
    expect(refused).toMatchObject({ code, field });
    expect(
      await cases.sql(`select operation, outcome, details from audit_entry where target_id = $1 and actor_subject = $2`, [target, as.subject]),
    ).toEqual([{ operation: name, outcome: 'refused', details: { code, field } }]);
  });

  it('is not looked at by whoever may not hold the task, or not by this decision', async () => {
    const { number } = await steps.newCase();
    const task = await steps.open(number, LEAD);
    const stranger = cases.staff(randomUUID(), 'townCentre', OTHER_TOWN, 'townCentre');
    expect(await call('planParts', { ...task, parts: [] }, stranger)).toMatchObject({ code: 'TASK_NOT_FOUND' });
    expect(await call('planParts', { ...task, parts: [] }, staffFor({}))).toMatchObject({ code: 'TASK_NOT_YOURS' });
    const verify = await steps.open(number, { kind: 'verify' });
    expect(await call('planParts', { ...verify, parts: [part] }, staffFor({}))).toMatchObject({ code: 'INPUT_INVALID', field: 'taskId' });
  });

  it('names the rule by which somebody is shut out of deciding on their own work', async () => {
    const { number } = await steps.newCase();
    const [centre, member] = [staffFor(COUNTY_TASK), staffFor({})];
    const approval = await steps.open(number, { ...COUNTY_TASK, kind: 'approve', excludedSubjects: [centre.subject] });
    expect(await call('decideApproval', { ...approval, granted: true, reason: '好' }, centre)).toMatchObject({ code: 'APPROVAL_OWN_REQUEST' });
    const verify = await steps.open(number, { kind: 'verify', excludedSubjects: [member.subject] });
    expect(await call('verifyTask', { ...verify, passed: true, findings: '好' }, member)).toMatchObject({ code: 'VERIFIER_HANDLED' });
    expect(await call('verifyTask', { ...verify, passed: true, findings: '好' }, staffFor(LEAD))).toMatchObject({ code: 'TASK_NOT_YOURS' });
  });

  it('is from above where there is no task, or not at all', async () => {
    const { number } = await steps.newCase();
    await steps.open(number, LEAD);
    const member = staffFor({});
    for (const [name, content] of [
      ['superviseCase', { act: 'urge', reason: '快' }],
      ['instruct', { text: '快' }],
      ['reclassifyCase', { caseClass: 'major', path: 'cadreLed', reason: '改' }],
      ['separateCase', { reason: '分' }],
    ] as const) {
      expect(await call(name, { number, ...content }, member)).toMatchObject({ code: 'NOT_FROM_ABOVE' });
    }
    const elsewhere = cases.staff(randomUUID(), 'townCentre', OTHER_TOWN, 'townCentre');
    expect(await call('superviseCase', { number, act: 'urge', reason: '快' }, elsewhere)).toMatchObject({ code: 'CASE_NOT_FOUND' });
    // The holder may end a pause of their own.
    expect(await call('resumeCase', { number, reason: '到齐' }, staffFor(LEAD))).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  });

  it('needs a path that is under way for an instruction', async () => {
    const { number } = await steps.newCase();
    const county = cases.staff(randomUUID(), 'leader', COUNTY, 'leader');
    expect(await call('instruct', { number, text: '快' }, county)).toMatchObject({ code: 'STAGE_REFUSES', actual: 'received' });
    await steps.record(number, { patch: { stage: 'closed', closedAt: LATER, closedAs: 'rated' } });
    expect(await call('instruct', { number, text: '快' }, county)).toMatchObject({ code: 'CASE_CLOSED' });
  });

  it('merges open cases of one county that both lead themselves', async () => {
    const county = cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
    const [one, other, closed, member] = await Promise.all([1, 2, 3, 4].map(() => steps.newCase()));
    await steps.record(closed!.number, { patch: { stage: 'closed', closedAt: LATER, closedAs: 'rated' } });
    await steps.record(member!.number, { patch: { mergedInto: other!.number } });
    const merge = (into: string) => call('mergeCase', { number: one!.number, into, reason: '同一事件' }, county);
    for (const into of [one, closed, member]) expect(await merge(into!.number)).toMatchObject({ code: 'MERGE_REFUSED', field: 'into' });
    expect(await merge('990121-20260101-999999')).toMatchObject({ code: 'CASE_NOT_FOUND' });
    expect(await merge(other!.number)).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    // Half done before: only the leading case is still to be told.
    const again = await call('mergeCase', { number: member!.number, into: other!.number, reason: ' ' }, county);
    expect(again).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  });

  it('opens only what was answered and closed, for its resident and for those who call back', async () => {
    const { number, pickupCode } = await steps.newCase();
    const county = cases.staff(randomUUID(), 'countyCentre', COUNTY, 'countyCentre');
    const reopen = (input: object, as: TokenWishes) => call('reopenCase', { number, reason: '又坏了', ...input }, as);
    expect(await reopen({}, county)).toMatchObject({ code: 'STAGE_REFUSES' });
    await steps.record(number, { patch: { stage: 'closed', closedAt: LATER, closedAs: 'rated' } });
    expect(await reopen({}, cases.staff(randomUUID(), 'townCentre', TOWN, 'townCentre'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await reopen({}, county)).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    expect(await reopen({ pickupCode }, { subject: randomUUID(), roles: ['resident'] })).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    expect(await reopen({ pickupCode: 'AAAAAAAA' }, county)).toMatchObject({ code: 'PICKUP_CODE_WRONG' });
    await steps.record(number, { patch: { stage: 'withdrawn', closedAs: 'withdrawn' } });
    expect(await reopen({}, county)).toMatchObject({ code: 'STAGE_REFUSES', actual: 'withdrawn' });
  });
});
