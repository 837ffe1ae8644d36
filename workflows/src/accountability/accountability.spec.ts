import { AccountabilityTrial, refusalOf, SECRETARY, TOWN_CENTRE } from '@yiwang/testing/time-skipping';

let trial: AccountabilityTrial;
beforeAll(async () => {
  trial = await AccountabilityTrial.begin();
}, 180_000);
afterAll(() => trial?.end());

const DAY_MS = 86_400_000;

describe('whoever falls short of a month’s thresholds', () => {
  it('is told, puts it right and has it accepted by the level above', async () => {
    const notice = await trial.open();
    const [noticed] = await trial.recorded(notice, 1);
    expect(noticed).toMatchObject({ event: 'noticed', state: 'rectifying', attempts: 0, actor: { kind: 'system' } });
    const submitted = await trial.submit(notice);
    expect(submitted).toMatchObject({ state: 'submitted', attempts: 1 });
    await expect(trial.decideOn(notice, true)).resolves.toEqual({ state: 'accepted', attempts: 1, dueAt: null });
    await expect(notice.result()).resolves.toEqual({ state: 'accepted', attempts: 1, dueAt: null });
    expect(trial.eventsOf(notice)).toEqual(['noticed', 'submitted', 'accepted']);
    expect(trial.stepsOf(notice).map(({ cause }) => cause?.operation)).toEqual([undefined, 'submitRectification', 'decideRectification']);
  });

  it('has five working days for it, and the level above three, from the calendar of the county', async () => {
    const notice = await trial.open();
    const [noticed] = await trial.recorded(notice, 1);
    // Every day is worked in this calendar, until midnight in Shanghai; the first one does not count.
    const days = (from: string, dueAt: string | null): number => Math.floor((Date.parse(dueAt ?? '') - Date.parse(from)) / DAY_MS);
    expect(days(noticed!.at, noticed!.dueAt)).toBe(5);
    await trial.submit(notice);
    const submitted = (await trial.recorded(notice, 2))[1]!;
    expect(days(submitted.at, submitted.dueAt)).toBe(3);
    await trial.decideOn(notice, true);
  });

  it('is told once that the time is over, and still puts it right', async () => {
    const notice = await trial.open();
    await trial.recorded(notice, 1);
    await trial.pass('20 days');
    await trial.recorded(notice, 2);
    await trial.pass('20 days');
    expect(trial.eventsOf(notice)).toEqual(['noticed', 'rectificationOverdue']);
    await trial.submit(notice);
    await trial.pass('20 days');
    await trial.recorded(notice, 4);
    await trial.decideOn(notice, true);
    expect(trial.eventsOf(notice)).toEqual(['noticed', 'rectificationOverdue', 'submitted', 'acceptanceOverdue', 'accepted']);
  });

  it('has it back with a new deadline where it is not accepted', async () => {
    const notice = await trial.open();
    await trial.submit(notice);
    await expect(trial.decideOn(notice, false, TOWN_CENTRE, '三件仍未办')).resolves.toMatchObject({ state: 'rectifying', attempts: 1 });
    await expect(trial.submit(notice)).resolves.toMatchObject({ state: 'submitted', attempts: 2 });
    await trial.decideOn(notice, true);
    expect(trial.eventsOf(notice)).toEqual(['noticed', 'submitted', 'returned', 'submitted', 'accepted']);
    expect(trial.stepsOf(notice)[2]).toMatchObject({ text: '三件仍未办', dueAt: expect.any(String) });
  });
});

describe('two keys', () => {
  it('keep whoever handed it in from accepting it, whatever else they are', async () => {
    const notice = await trial.open();
    await trial.submit(notice, { ...SECRETARY, subject: 'both' });
    const own = trial.decideOn(notice, true, { ...TOWN_CENTRE, subject: 'both' });
    await expect(refusalOf(own)).resolves.toBe('RECTIFICATION_OWN');
    await trial.decideOn(notice, true);
  });

  it.each([
    ['another village', { ...SECRETARY, areaCode: '990121001003' }],
    ['the level above', TOWN_CENTRE],
    ['somebody of the village in another role', { ...SECRETARY, role: 'gridMember' as const }],
  ])('%s does not hand it in', async (_who, actor) => {
    const notice = await trial.open();
    await expect(refusalOf(trial.submit(notice, actor))).resolves.toBe('RECTIFICATION_NOT_YOURS');
    await trial.submit(notice);
    await trial.decideOn(notice, true);
  });

  it.each([
    ['another town', { ...TOWN_CENTRE, areaCode: '990121002' }],
    ['another village’s secretary', { ...SECRETARY, subject: 'other', areaCode: '990121001003' }],
  ])('%s does not accept it', async (_who, actor) => {
    const notice = await trial.open();
    await trial.submit(notice);
    await expect(refusalOf(trial.decideOn(notice, true, actor))).resolves.toBe('RECTIFICATION_NOT_YOURS');
    await trial.decideOn(notice, true);
  });

  it('a leader of the county may accept what a town’s centre would', async () => {
    const notice = await trial.open();
    await trial.submit(notice);
    const leader = { kind: 'person' as const, subject: 'leader', role: 'leader' as const, areaCode: '990121' };
    await expect(trial.decideOn(notice, true, leader)).resolves.toMatchObject({ state: 'accepted' });
  });
});

describe('a decision', () => {
  it('is refused out of its turn and without words', async () => {
    const notice = await trial.open();
    await expect(refusalOf(trial.decideOn(notice, true))).resolves.toBe('RECTIFICATION_STATE_REFUSES');
    await expect(refusalOf(trial.submit(notice, SECRETARY, ' '))).resolves.toBe('TEXT_REQUIRED');
    await trial.submit(notice);
    await expect(refusalOf(trial.submit(notice))).resolves.toBe('RECTIFICATION_STATE_REFUSES');
    await expect(refusalOf(trial.decideOn(notice, false, TOWN_CENTRE, ''))).resolves.toBe('TEXT_REQUIRED');
    await trial.decideOn(notice, true);
  });

  it('is one, however often it is sent with its key', async () => {
    const notice = await trial.open();
    const [first, second] = await Promise.all([trial.submit(notice, SECRETARY, '已改', 'k'), trial.submit(notice, SECRETARY, '已改', 'k')]);
    expect(second).toEqual(first);
    await trial.decideOn(notice, true);
    expect(trial.eventsOf(notice)).toEqual(['noticed', 'submitted', 'accepted']);
  });

  it('is recorded in the end though the service was away', async () => {
    trial.failNext(2);
    const notice = await trial.open();
    const submitting = trial.submit(notice);
    await trial.pass('1 hours');
    await expect(submitting).resolves.toMatchObject({ state: 'submitted' });
    await trial.decideOn(notice, true);
  });
});
