import { caseFilterOf, readSearched } from './searched.js';

describe('what is looked for among cases', () => {
  it('is read from the address and asked of the service', () => {
    const searched = readSearched(new URLSearchParams('stages=handling,verifying&path=cadreLed&card=red&area=990121101&late=1'));
    expect(caseFilterOf(searched)).toEqual({ stages: ['handling', 'verifying'], path: 'cadreLed', card: 'red', areaCode: '990121101', overdue: true });
  });

  it('is everything where the address names nothing that is known', () => {
    expect(caseFilterOf(readSearched(new URLSearchParams('stages=x,y&path=z&card=none&area=%27')))).toEqual({});
  });
});
