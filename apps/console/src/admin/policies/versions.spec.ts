import { inForceAt, standingOf } from './versions.js';

const NOW = new Date('2026-11-26T04:00:00Z');
const published = (version: number, inForceFrom: string, countyCode = '990121') => ({ version, inForceFrom, countyCode, state: 'published' as const });
const FIELD = published(1, '2020-01-01T00:00:00Z', '');
const OWN = [published(2, '2026-01-01T00:00:00Z'), published(3, '2026-06-01T00:00:00Z'), published(4, '2027-01-01T00:00:00Z')];
const DRAFT = { version: 5, inForceFrom: null, countyCode: '990121', state: 'draft' as const };
const ALL = [DRAFT, ...OWN, FIELD];

describe('which version holds', () => {
  it('is that of the field until the county has one that has begun', () => {
    expect(inForceAt([FIELD, DRAFT], NOW)?.version).toBe(1);
    expect(inForceAt([FIELD, OWN[2] as typeof FIELD], NOW)?.version).toBe(1);
  });

  it('is the county’s newest that has begun', () => expect(inForceAt(ALL, NOW)?.version).toBe(3));

  it('says of each what it is', () => {
    expect(ALL.map((one) => standingOf(one, ALL, NOW))).toEqual(['draft', 'replaced', 'inForce', 'comes', 'replaced']);
  });
});
