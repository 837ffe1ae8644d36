import { canMove, isFinal, nextStages, STAGES, type Stage } from './index.js';

function reachableFrom(start: Stage): Set<Stage> {
  const seen = new Set<Stage>([start]);
  for (const stage of seen) for (const next of nextStages(stage)) seen.add(next);
  return seen;
}

describe('the stages of a case', () => {
  it('can all be reached from receipt', () => {
    expect([...reachableFrom('received')].sort()).toEqual([...STAGES].sort());
  });

  it('end in exactly three ways', () => {
    expect(STAGES.filter(isFinal)).toEqual(['closed', 'notAccepted', 'withdrawn']);
  });

  it.each(STAGES.filter((stage) => !isFinal(stage)))('never trap a case at %s', (stage) => {
    expect([...reachableFrom(stage)].some(isFinal)).toBe(true);
  });

  it('follow the public nodes of the village path', () => {
    const life: Stage[] = ['received', 'accepted', 'dispatched', 'handling', 'evaluating', 'closed'];
    life.slice(1).forEach((stage, index) => expect(canMove(life[index]!, stage)).toBe(true));
  });

  it.each<[Stage, Stage, boolean]>([
    ['evaluating', 'handling', true],
    ['evaluating', 'withdrawn', false],
    ['evaluating', 'received', false],
    ['handling', 'notAccepted', false],
    ['received', 'closed', false],
    ['closed', 'handling', false],
    ['withdrawn', 'received', false],
    ['dispatched', 'dispatched', true],
  ])('from %s to %s: %s', (from, to, allowed) => {
    expect(canMove(from, to)).toBe(allowed);
  });
});
