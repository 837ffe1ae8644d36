import { caseActionsOn, type CaseToSpeakTo, type Speakers } from './case-actions.js';

const VILLAGE = '990121101201';
const holder = { tier: 'village', roles: ['villageSecretary'], areaCode: VILLAGE } as const;
const one = (more: Partial<CaseToSpeakTo> = {}): CaseToSpeakTo => ({
  ...{ stage: 'handling', holder, path: 'cadreLed', paused: null, isReferred: false, isMerged: false },
  ...{ lead: holder, isAtTop: false, isAnswered: false, members: 0, hasMeeting: false, isSummoned: false },
  ...more,
});
const secretary = { role: 'villageSecretary', areaCode: VILLAGE } as const;
const supervisor = { role: 'supervisor', areaCode: '990121' } as const;
const leader = { role: 'leader', areaCode: '990121' } as const;
const from = (actor: NonNullable<Speakers['above']>): Speakers => ({ above: actor, leader: actor, holder: actor, reader: actor });

describe('what somebody can do with a case without a task of it', () => {
  it('is to note for whoever reads it, and no more for whoever holds it', () => {
    expect(caseActionsOn(one(), { holder: secretary, reader: secretary })).toEqual(['noteCase']);
    expect(caseActionsOn(one(), {})).toEqual([]);
  });

  it('is to urge, order, move up and reclassify from above; only a leader instructs', () => {
    expect(caseActionsOn(one(), from(supervisor))).toEqual(['noteCase', 'urge', 'order', 'escalate', 'reclassify', 'merge']);
    expect(caseActionsOn(one(), from(leader))).toContain('instruct');
  });

  it('is not to move up what is answered, merged or at the top', () => {
    for (const more of [{ isAnswered: true }, { isMerged: true }, { isAtTop: true }]) expect(caseActionsOn(one(more), from(supervisor))).not.toContain('escalate');
  });

  it('is to take up a paused case, for its holder too', () => {
    expect(caseActionsOn(one({ paused: 'waitingForResident' }), { holder: secretary, reader: secretary })).toEqual(['noteCase', 'resume']);
    expect(caseActionsOn(one({ stage: 'suspended', paused: 'suspended' }), from(supervisor))).toEqual(['noteCase', 'urge', 'order', 'resume', 'merge']);
  });

  it('is to separate what is merged, and not to merge it again or a case that others are answered with', () => {
    expect(caseActionsOn(one({ isMerged: true }), from(supervisor))).toContain('separate');
    expect(caseActionsOn(one({ isMerged: true }), from(supervisor))).not.toContain('merge');
    expect(caseActionsOn(one({ members: 2 }), from(supervisor))).not.toContain('merge');
  });

  it('is to report at a meeting, for a unit that was summoned and for whoever holds the case', () => {
    expect(caseActionsOn(one({ hasMeeting: true, isSummoned: true }), { reader: secretary })).toEqual(['noteCase', 'recordAttendance']);
    expect(caseActionsOn(one({ hasMeeting: true }), { reader: secretary })).toEqual(['noteCase']);
    expect(caseActionsOn(one(), { holder: secretary, reader: secretary })).not.toContain('recordAttendance');
  });

  it('is only to note once it is closed', () => {
    expect(caseActionsOn(one({ stage: 'closed', holder: null, lead: undefined, path: null }), from(leader))).toEqual(['noteCase']);
  });
});
