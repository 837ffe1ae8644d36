import { leadOf } from './case.js';

const GRID = '990121101201001';
const COUNTY = '990121';
const entry = { cursor: '1', at: '', actorKind: 'system', actorRole: null, text: null, taskId: null, data: '{}' };
const opened = (taskId: string, data: object) => ({ ...entry, type: 'taskOpened', taskId, data: JSON.stringify(data) });
const by = (type: string, taskId: string, actorRole: string) => ({ ...entry, type, taskId, actorKind: 'person', actorRole });

const lead = opened('t1', { kind: 'lead', roles: ['departmentHandler'], areaCode: COUNTY });
const handled = opened('t1', { kind: 'handle', roles: ['gridMember'], areaCode: GRID });

describe('who leads a case', () => {
  it('is awaited by the leading task that was opened last, at its level', () => {
    const higher = opened('t2', { kind: 'handle', roles: ['townCentre'], areaCode: '990121101' });
    expect(leadOf([handled])).toEqual({ holder: null, roles: ['gridMember'], tier: 'grid' });
    expect(leadOf([handled, by('claimed', 't1', 'gridMember'), higher])).toEqual({ holder: null, roles: ['townCentre'], tier: 'town' });
  });

  it('is whoever has that task in hand, until it is given back', () => {
    expect(leadOf([handled, by('claimed', 't1', 'villageSecretary')])).toMatchObject({ holder: 'villageSecretary', tier: 'village' });
    expect(leadOf([handled, by('claimed', 't1', 'gridMember'), by('released', 't1', 'gridMember')])).toMatchObject({ holder: null });
    expect(leadOf([handled, by('accepted', 't1', 'gridMember'), by('answered', 't1', 'gridMember')])).toMatchObject({ holder: 'gridMember' });
  });

  it.each(['contribute', 'verify', 'approve', 'order'])('is not who has a task beside it: %s', (kind) => {
    const beside = opened('t2', { kind, roles: ['villagePolice'], areaCode: GRID });
    const held = { holder: 'departmentHandler', roles: ['departmentHandler'], tier: 'county' };
    expect(leadOf([lead, by('claimed', 't1', 'departmentHandler'), beside])).toEqual(held);
    expect(leadOf([lead, by('claimed', 't1', 'departmentHandler'), beside, by('claimed', 't2', 'villagePolice')])).toEqual(held);
  });

  it('is not who has a part that was given back, nor who granted something to it', () => {
    const given = opened('t2', { kind: 'coordinate', part: true, roles: ['countyCentre'], areaCode: COUNTY });
    expect(leadOf([lead, by('claimed', 't1', 'departmentHandler'), given, by('extended', 't1', 'countyCentre')])).toMatchObject({ holder: 'departmentHandler' });
  });

  it('is nobody where nothing says so', () => {
    const none = { holder: null, roles: [], tier: null };
    expect(leadOf([])).toEqual(none);
    expect(leadOf([{ ...entry, type: 'taskOpened', taskId: 't1', data: '' }])).toEqual(none);
  });
});
