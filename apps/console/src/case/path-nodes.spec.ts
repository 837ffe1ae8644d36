import { drawPath } from './path-nodes.js';

const states = (drawing: ReturnType<typeof drawPath>) => drawing.nodes.map(({ name, state }) => `${name} ${state}`);

describe('the drawing of a path', () => {
  it('shows a new matter with the grid member, and what may come', () => {
    const drawing = drawPath('villageDirect', 'received', [{ kind: 'handle', tier: 'grid' }], ['received']);
    expect(states(drawing)).toEqual(['intake past', 'gridHandle now', 'villageHandle perhaps', 'verify perhaps', 'evaluate ahead', 'closed ahead']);
    expect(drawing.next.map(({ name }) => name)).toEqual(['villageHandle', 'verify', 'evaluate']);
  });

  it('knows a grid member’s task from the village’s, once it was handed up', () => {
    const drawing = drawPath('villageDirect', 'dispatched', [{ kind: 'handle', tier: 'village' }], ['received', 'handedUp']);
    expect(states(drawing).slice(0, 3)).toEqual(['intake past', 'gridHandle past', 'villageHandle now']);
  });

  it('shows a consultation with the unit on duty before the grid', () => {
    const drawing = drawPath('villageDirect', 'received', [{ kind: 'handle', tier: 'county' }], ['received']);
    expect(states(drawing).slice(0, 3)).toEqual(['intake past', 'dutyUnit now', 'gridHandle ahead']);
  });

  it('shows lead and assisting units beside each other, approvals apart', () => {
    const tasks = [{ kind: 'lead' as const }, { kind: 'contribute' as const }, { kind: 'contribute' as const }, { kind: 'approve' as const }];
    const drawing = drawPath('countyCoordinated', 'handling', tasks, ['assigned']);
    expect(states(drawing).slice(0, 4)).toEqual(['intake past', 'coordinate past', 'mainUnit now', 'assist now']);
    expect(drawing.nodes.find(({ name }) => name === 'assist')?.tasks).toHaveLength(2);
    expect(drawing.beside).toEqual([{ kind: 'approve' }]);
  });

  it('leaves out what a case did not come by', () => {
    const drawing = drawPath('cadreLed', 'closed', [], ['received', 'answered', 'rated', 'closed']);
    expect(states(drawing)).toEqual(['intake past', 'lead past', 'evaluate past', 'closed past']);
    expect(drawing.next).toEqual([]);
  });

  it('says that a failed verification was there when the lead has it again', () => {
    const drawing = drawPath('cadreLed', 'handling', [{ kind: 'lead' }], ['verificationFailed']);
    expect(states(drawing).at(1)).toBe('lead now');
    expect(states(drawing)).toContain('verify perhaps');
  });

  it.each(['notAccepted', 'withdrawn'] as const)('shows no place to be at and nothing to come for one that is %s', (stage) => {
    const drawing = drawPath('villageDirect', stage, [], []);
    expect(drawing.nodes.filter(({ state }) => state === 'now')).toEqual([]);
    expect(drawing.next).toEqual([]);
  });
});
