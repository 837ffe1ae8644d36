import { TIMELINE_TYPES, type TimelineType } from '@yiwang/contracts/case-flow';
import type { TaskKind } from '@yiwang/domain/paths';
import { entriesAsRead, entryAsRead, type KeptEntry } from './as-read.js';

const entry = (type: TimelineType, over: Partial<Omit<KeptEntry, 'data'>> & { data?: object } = {}): KeptEntry => ({
  ...{ cursor: '7:1', caseNumber: 'c', type, at: new Date(0), actorKind: 'person', actorRole: 'departmentHandler', actor: { id: 'p' } },
  ...{ text: '原话', taskId: 'c-t1', internal: false },
  ...over,
  data: JSON.stringify(over.data ?? {}),
});
const asResident = (one: KeptEntry) => entryAsRead(one, false);

describe('what a reader has of a timeline', () => {
  it('is all of it for those who work on the case', () => {
    const all = TIMELINE_TYPES.flatMap((type) => [entry(type), entry(type, { internal: true, taskKind: 'contribute', data: { kind: 'contribute' } })]);
    expect(entriesAsRead(all, true)).toEqual(all);
  });

  it.each<TimelineType>([
    ...(['received', 'accepted', 'dispatched', 'handedUp', 'movedUp', 'delegated', 'extended', 'paused', 'suspended', 'resumed'] as const),
    ...(['referred', 'referralReturned', 'answered', 'residentUrged', 'merged', 'separated', 'rated', 'newRound', 'closed', 'notAccepted'] as const),
  ])('is for the resident what concerns the whole case: %s', (type) => {
    expect(asResident(entry(type))).toEqual(entry(type));
  });

  it.each<TimelineType>([
    ...(['contributed', 'planned', 'assigned', 'partCancelled', 'reassigned', 'half', 'yellowCard', 'redCard', 'orderIssued'] as const),
    ...(['orderAnswered', 'extended', 'accepted', 'urged', 'verified', 'added', 'instructed', 'retracted', 'approvalRequested'] as const),
  ])('is for the resident nothing that was written for staff: %s', (type) => {
    expect(asResident(entry(type, { internal: true }))).toBeNull();
  });

  it.each<TaskKind>(['contribute', 'verify', 'approve', 'order'])('is for the resident no hand-over beside the case itself: %s', (kind) => {
    expect(asResident(entry('taskOpened', { data: { kind } }))).toBeNull();
    for (const type of ['claimed', 'released'] as const) expect(asResident(entry(type, { taskKind: kind }))).toBeNull();
  });

  it('is for the resident who has the case itself in hand', () => {
    expect(asResident(entry('taskOpened', { data: { kind: 'lead' } }))).not.toBeNull();
    expect(asResident(entry('claimed', { taskKind: 'lead', isReturnedPart: false }))).not.toBeNull();
    expect(asResident(entry('claimed', { taskKind: null }))).not.toBeNull();
  });

  it('is for the resident nothing of a part that came back and is given to somebody else', () => {
    expect(asResident(entry('taskOpened', { data: { kind: 'coordinate', part: true } }))).toBeNull();
    expect(asResident(entry('claimed', { taskKind: 'coordinate', isReturnedPart: true }))).toBeNull();
    expect(asResident(entry('returned', { internal: true, data: { kind: 'contribute' } }))).toBeNull();
  });

  it('says that the case came back, and to nobody outside why, whose it was said to be, or who found it', () => {
    const returned = entry('returned', { internal: true, data: { kind: 'lead', proposedUnitCode: 'u', legalGround: '第二十四条' } });
    const told = { internal: false, text: null, actor: null };
    expect(asResident(returned)).toEqual({ ...returned, ...told, data: '{"kind":"lead"}' });
    const failed = entry('verificationFailed', { internal: true, data: { stage: 'handling', attachmentIds: ['a'] } });
    expect(asResident(failed)).toEqual({ ...failed, ...told, data: '{"stage":"handling"}' });
  });

  it('gives the reason of a return that was not written for staff alone', () => {
    expect(asResident(entry('returned', { data: { kind: 'lead' } }))?.text).toBe('原话');
  });

  it('says that the resident was reached, and keeps the notes of it', () => {
    expect(asResident(entry('contacted'))).toEqual(entry('contacted', { text: null }));
  });

  it('takes back before the resident what the resident was told, and nothing else', () => {
    const retracts = (type: TimelineType, internal: boolean, kind: TaskKind) => ({ type, internal, data: JSON.stringify({ kind }) });
    expect(asResident(entry('retracted', { internal: true, retracts: retracts('returned', true, 'lead') }))).toMatchObject({ internal: false });
    expect(asResident(entry('retracted', { internal: true, retracts: retracts('returned', true, 'contribute') }))).toBeNull();
    expect(asResident(entry('retracted', { retracts: retracts('taskOpened', false, 'verify') }))).toBeNull();
    expect(asResident(entry('retracted', { retracts: retracts('taskOpened', false, 'lead') }))).not.toBeNull();
    expect(asResident(entry('retracted', { retracts: null }))).not.toBeNull();
  });
});
