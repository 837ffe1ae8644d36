import { isAbove, type PositionRole, type Tier } from './index.js';

const CITY = '9901';
const COUNTY = '990121';
const TOWN = '990121001';
const VILLAGE = '990121001002';
const GRID = '990121001002003';

const HOLDERS = {
  grid: { tier: 'grid', roles: ['gridMember'], areaCode: GRID },
  village: { tier: 'village', roles: ['villageSecretary', 'stationedCadre'], areaCode: VILLAGE },
  town: { tier: 'town', roles: ['townCentre'], areaCode: TOWN },
  centre: { tier: 'county', roles: ['countyCentre'], areaCode: COUNTY },
  department: { tier: 'county', roles: ['departmentHandler'], areaCode: COUNTY },
  leader: { tier: 'county', roles: ['leader'], areaCode: COUNTY },
  city: { tier: 'city', roles: ['cityCentre'], areaCode: CITY },
} as const satisfies Record<string, { tier: Tier; roles: readonly PositionRole[]; areaCode: string }>;
type Held = keyof typeof HOLDERS;

describe('standing above whoever holds a case', () => {
  it.each<[PositionRole, string, Held[]]>([
    ['townCentre', TOWN, ['grid', 'village']],
    ['countyCentre', COUNTY, ['grid', 'village', 'town', 'department']],
    ['cityCentre', CITY, ['grid', 'village', 'town', 'centre', 'department', 'leader']],
    ['leader', COUNTY, ['grid', 'village', 'town', 'centre', 'department']],
    ['leader', TOWN, ['grid', 'village', 'town']],
    ['supervisor', COUNTY, ['grid', 'village', 'town', 'centre', 'department']],
    ['supervisor', TOWN, ['grid', 'village', 'town']],
    ['departmentHandler', COUNTY, []],
    ['villageSecretary', VILLAGE, []],
    ['administrator', COUNTY, []],
    ['externalSystem', COUNTY, []],
  ])('a %s of %s', (role, areaCode, below) => {
    const found = (Object.keys(HOLDERS) as Held[]).filter((held) => isAbove({ role, areaCode }, HOLDERS[held]));
    expect(found).toEqual(below);
  });

  it('is never over another place’s cases', () => {
    for (const [role, areaCode] of [['townCentre', '990121009'], ['countyCentre', '990122'], ['leader', '990122']] as const) {
      for (const held of ['grid', 'village', 'town', 'department'] as const) {
        expect(isAbove({ role, areaCode }, HOLDERS[held])).toBe(false);
      }
    }
  });

  it('needs a position', () => {
    expect(isAbove({ areaCode: COUNTY }, HOLDERS.grid)).toBe(false);
    expect(isAbove({ role: 'leader' }, HOLDERS.grid)).toBe(false);
  });
});
