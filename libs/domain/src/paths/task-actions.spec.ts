import { actionsOn, TASK_ACTIONS, type CaseOfTask, type Holding, type TaskSeen } from './task-actions.js';
import type { Disposing } from './sharing.js';
import type { Path, TaskKind } from './vocabulary.js';

const GRID = '990121101201001';
const TOWN = { tier: 'town', roles: ['townCentre'], areaCode: '990121101' } as const;

const caseOn = (path: Path | null, more: Partial<CaseOfTask> = {}): CaseOfTask => ({
  stage: 'handling',
  holder: TOWN,
  path,
  paused: null,
  isReferred: false,
  isMerged: false,
  conflictOfInterest: false,
  goesUpByReferral: path === 'countyCoordinated',
  hasMeeting: false,
  ...more,
});
const task = (kind: TaskKind, more: Partial<TaskSeen> = {}): TaskSeen => ({ ...TOWN, kind, state: 'open', ...more });
const on = (kind: TaskKind, one = caseOn('villageDirect'), more: Partial<TaskSeen> = {}, holding: Holding = 'mine') => actionsOn(one, task(kind, more), holding);

describe('what somebody can do with a task', () => {
  it('is to take it while nobody holds it, and nothing while somebody else does or it is not theirs', () => {
    expect(on('handle', caseOn('villageDirect'), {}, 'nobody')).toEqual(['claim']);
    expect(on('handle', caseOn('villageDirect'), {}, 'somebody')).toEqual([]);
    expect(on('handle', caseOn('villageDirect'), {}, 'notTheirs')).toEqual([]);
  });

  it.each([
    ['handle', 'villageDirect', ['release', 'recordContact', 'accept', 'answer', 'summon', 'recordMediation', 'handUp', 'requestExtension', 'requestPause', 'requestSuspension']],
    ['lead', 'cadreLed', ['release', 'recordContact', 'accept', 'answer', 'planParts', 'summon', 'recordMediation', 'handUp', 'returnTask', 'requestExtension', 'requestPause', 'requestSuspension']],
    ['contribute', 'cadreLed', ['release', 'accept', 'contribute', 'returnTask', 'requestExtension', 'requestPause']],
    ['coordinate', 'countyCoordinated', ['release', 'assign', 'delegate', 'requestExtension', 'requestPause', 'requestSuspension', 'requestReferral']],
    ['arbitrate', 'countyCoordinated', ['release', 'assign']],
    ['approve', 'cadreLed', ['release', 'decideApproval']],
    ['order', 'cadreLed', ['release', 'answerOrder']],
  ] as const)('follows from its kind and path: %s on %s', (kind, path, expected) => {
    expect(on(kind, caseOn(path))).toEqual(expected);
  });

  it('is dispatching or refusing the matter at a desk', () => {
    expect(on('desk', caseOn(null, { stage: 'received' }))).toEqual(['release', 'dispatch', 'notAccept']);
  });

  it('is verifying only while the case is being verified', () => {
    expect(on('verify', caseOn('countyCoordinated', { stage: 'verifying' }))).toContain('verify');
    expect(on('verify', caseOn('countyCoordinated'))).not.toContain('verify');
  });

  it('is giving down only where a path is below, nobody there is complained about, and the county has not ruled', () => {
    expect(on('lead', caseOn('villageTownJoint'))).toContain('delegate');
    expect(on('lead', caseOn('cadreLed'))).not.toContain('delegate');
    expect(on('lead', caseOn('villageTownJoint', { conflictOfInterest: true }))).not.toContain('delegate');
    expect(on('lead', caseOn('villageTownJoint'), { binding: true })).not.toContain('delegate');
    expect(on('coordinate', caseOn('countyCoordinated'), { isReturnedPart: true })).not.toContain('delegate');
  });

  it('is keeping minutes once a meeting was summoned', () => {
    expect(on('lead', caseOn('villageTownJoint'))).not.toContain('recordMinutes');
    expect(on('lead', caseOn('villageTownJoint', { hasMeeting: true }))).toContain('recordMinutes');
  });

  it('is not handing up where only a referral leads on, and not asking for a second pause', () => {
    expect(on('lead', caseOn('countyCoordinated'))).not.toContain('handUp');
    expect(on('handle', caseOn('villageDirect', { paused: 'waitingForResident' }))).not.toContain('requestPause');
  });

  it('is nothing of the path while the case is held; the city answers then', () => {
    expect(on('lead', caseOn('countyCoordinated', { stage: 'suspended', paused: 'suspended' }))).toEqual(['release', 'recordContact']);
    expect(on('cityDesk', caseOn('countyCoordinated', { stage: 'referred', isReferred: true }))).toEqual(['release', 'answerReferral']);
  });

  it('does not offer to accept again what was accepted', () => {
    expect(on('handle', caseOn('villageDirect'), { state: 'accepted' })).not.toContain('accept');
  });

  it('is nothing once the task or the case is over', () => {
    expect(on('handle', caseOn('villageDirect', { stage: 'closed' }))).toEqual([]);
    expect(on('handle', caseOn('villageDirect'), { state: 'completed' })).toEqual([]);
  });

  it('never lets a binding ruling be returned', () => {
    expect(on('lead', caseOn('countyCoordinated'), { areaCode: '990121', binding: true })).not.toContain('returnTask');
  });
});

describe('what somebody can do with a part that is not theirs', () => {
  const disposing = (more: Partial<Disposing> = {}): Disposing => ({ lead: TOWN, held: null, leads: true, actor: { role: 'townCentre', areaCode: TOWN.areaCode }, ...more });
  const given = (kind: TaskKind, by: Disposing, path: Path = 'villageTownJoint') => actionsOn(caseOn(path), task(kind, { areaCode: GRID }), 'notTheirs', by);

  it('is to give it elsewhere or take it back, for whoever leads or stands above', () => {
    expect(given('contribute', disposing())).toEqual(['reassign', 'cancelPart']);
    expect(given('contribute', disposing({ leads: false, actor: { role: 'countyCentre', areaCode: '990121' } }))).toEqual(['reassign', 'cancelPart']);
    expect(given('contribute', disposing({ leads: false, actor: { role: 'villageSecretary', areaCode: '990121101201' } }))).toEqual([]);
    expect(given('contribute', disposing({ held: 'suspended' }))).toEqual([]);
  });

  it('is to name another lead on the county path, for those above it alone', () => {
    const department = { tier: 'county', roles: ['departmentHandler'], areaCode: '990121' } as const;
    const lead = (by: Disposing) => actionsOn(caseOn('countyCoordinated'), task('lead', department), 'notTheirs', by);
    expect(lead(disposing({ lead: department, leads: false, actor: { role: 'countyCentre', areaCode: '990121' } }))).toEqual(['reassign']);
    expect(lead(disposing({ lead: department, actor: { role: 'departmentHandler', areaCode: '990121' } }))).toEqual([]);
  });
});

it('lists every act once', () => {
  expect(new Set(TASK_ACTIONS).size).toBe(TASK_ACTIONS.length);
});
