import { holderOf, whoseOf } from './who-holds.js';

const COUNTY = { area: { name: '云溪县' } };
const UNIT = { name: '云溪县水利局' };

describe('with whom a task lies', () => {
  it('is said by its unit, and by its area where it has none', () => {
    expect(whoseOf({ ...COUNTY, unit: UNIT })).toBe('云溪县水利局');
    expect(whoseOf({ ...COUNTY, unit: null })).toBe('云溪县');
  });

  it('names its holder with their unit', () => {
    expect(holderOf({ ...COUNTY, unit: UNIT, holder: { name: '江一' } })).toBe('江一 · 云溪县水利局');
    expect(holderOf({ ...COUNTY, unit: null, holder: { name: '李一' } })).toBe('李一');
  });

  it('names nobody while nobody holds it', () => {
    expect(holderOf({ ...COUNTY, unit: UNIT, holder: null })).toBeUndefined();
    expect(holderOf(undefined)).toBeUndefined();
  });
});
