import { choiceOf, isPlaced, placeOf, type Suggested } from './first-choice.js';

const [COUNTY, TOWN, GRID, ELSEWHERE] = ['990121', '990121101', '990121101201001', '990121102201001'];
const suggested = (over: Partial<Suggested> = {}): Suggested => ({
  ...{ desk: TOWN, known: TOWN, kind: 'complaint', route: { caseClass: 'simple', path: 'villageDirect' }, places: [], units: [] },
  ...over,
});

describe('the first suggestion of a desk', () => {
  it('goes to the place that the words name, within the area of the desk', () => {
    expect(placeOf({ desk: TOWN, known: TOWN, places: [ELSEWHERE, GRID] }, {})).toBe(GRID);
    expect(placeOf({ desk: COUNTY, known: COUNTY, places: [ELSEWHERE, GRID] }, {})).toBe(ELSEWHERE);
    expect(placeOf({ desk: COUNTY, known: COUNTY, places: [] }, {})).toBe(COUNTY);
    expect(placeOf({ desk: COUNTY, known: GRID, places: [ELSEWHERE] }, {})).toBe(GRID);
    expect(placeOf({ desk: COUNTY, known: COUNTY, places: [GRID] }, { areaCode: ELSEWHERE })).toBe(ELSEWHERE);
  });

  it('names the first unit where a unit leads, and none where positions handle', () => {
    const county = { route: { caseClass: 'difficult' as const, path: 'countyCoordinated' as const }, units: ['a', 'b'] };
    expect(choiceOf(suggested(county), {})).toMatchObject({ unitCode: 'a' });
    expect(choiceOf(suggested(county), { unitCode: 'b' })).toMatchObject({ unitCode: 'b' });
    expect(choiceOf(suggested(county), { unitCode: null })).toMatchObject({ unitCode: null });
    expect(choiceOf(suggested(county), { path: 'villageDirect' })).toMatchObject({ unitCode: null });
    expect(choiceOf(suggested({ ...county, kind: 'suggestion' }), {})).toMatchObject({ unitCode: null });
    expect(choiceOf(suggested({ units: ['a'] }), {})).toMatchObject({ unitCode: null });
  });

  it('leaves a consultation to whom it is put, unless a unit is chosen to answer it', () => {
    const consultation = suggested({ kind: 'consultation', units: ['a'] });
    expect(choiceOf(consultation, {})).toMatchObject({ unitCode: null });
    expect(choiceOf(consultation, { unitCode: 'a' })).toMatchObject({ unitCode: 'a' });
  });

  it('takes what was chosen otherwise', () => {
    expect(choiceOf(suggested(), { path: 'cadreLed', caseClass: 'general', areaCode: GRID })).toEqual({
      ...{ path: 'cadreLed', caseClass: 'general', areaCode: GRID, unitCode: null },
    });
    expect(choiceOf(suggested({ route: null }), {})).toBeNull();
    expect(choiceOf(suggested({ route: null }), { path: 'cadreLed' })).toBeNull();
    expect(choiceOf(suggested({ route: null }), { path: 'cadreLed', caseClass: 'general' })).toMatchObject({ path: 'cadreLed', areaCode: TOWN });
  });

  it('waits for a place that is exact enough for the path', () => {
    expect(isPlaced({ path: 'villageDirect', areaCode: TOWN })).toBe(false);
    expect(isPlaced({ path: 'villageDirect', areaCode: GRID })).toBe(true);
    expect(isPlaced({ path: 'countyCoordinated', areaCode: COUNTY })).toBe(true);
  });
});
