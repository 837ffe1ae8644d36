import { rankUnits } from './rank-units.js';

const unit = (code: string) => ({ code, name: `unit ${code}` });
const routed = (code: string, score: number) => ({ unit: unit(code), score, reasons: [{ kind: 'power', zh: '权责清单', en: 'powers' }] });
const codes = (units: readonly { code: string }[]) => units.map(({ code }) => code);

describe('units to choose from', () => {
  it('stand in the order of departments', () => {
    expect(rankUnits([routed('a', 300), routed('b', 20)], [])).toMatchObject([{ code: 'a', score: 300, hasReturned: false }, { code: 'b', score: 20 }]);
  });

  it('hold back whoever returned the case, and name whom they propose', () => {
    const returns = [{ unit: unit('a'), proposedUnit: unit('c') }];
    expect(rankUnits([routed('a', 300), routed('b', 20)], returns)).toMatchObject([
      { code: 'b', hasReturned: false },
      { code: 'c', score: null, reasons: [], hasReturned: false },
      { code: 'a', score: 300, hasReturned: true },
    ]);
  });

  it('have both sides of a dispute where nobody else is named, the last proposal first', () => {
    const returns = [{ unit: unit('a'), proposedUnit: unit('b') }, { unit: unit('b'), proposedUnit: unit('a') }];
    expect(codes(rankUnits([], returns))).toEqual(['a', 'b']);
    expect(codes(rankUnits([routed('b', 20), routed('a', 10)], returns))).toEqual(['b', 'a']);
  });
});
