import { linesOf } from './unit-tree.js';

const unit = (code: string, areaCode: string, parent?: string) => ({ code, name: code, areaCode, parent: parent ? { code: parent } : null });
const UNITS = [unit('village', '990121101201', 'town'), unit('town', '990121101', 'county'), unit('county', '990121'), unit('bureau', '990121', 'elsewhere')];
const shown = (opened: string[]) => linesOf(UNITS, new Set(opened)).map(({ unit: { code }, depth, below }) => `${'·'.repeat(depth)}${code}${below || ''}`);

describe('the tree of units', () => {
  it('shows the widest first and what lies below an opened unit', () => {
    expect(shown([])).toEqual(['bureau', 'county1']);
    expect(shown(['county', 'town'])).toEqual(['bureau', 'county1', '·town1', '··village']);
  });

  it('does not lose a unit whose parent is not among them', () => {
    expect(linesOf(UNITS.slice(0, 1), new Set()).map(({ unit: { code } }) => code)).toEqual(['village']);
  });
});
