import { issuerData, issuerOf, mayLiftOrder, type Issuer } from './index.js';

const COUNTY = '990121';
const TOWN = '990121001';
const VILLAGE = '990121001001';

const post = (role: Issuer['role'], areaCode: string, subject = `${role}-${areaCode}`): Issuer => ({ subject, role, areaCode });
const LEADER = post('leader', COUNTY);
const SUPERVISOR = post('supervisor', COUNTY);
const COUNTY_CENTRE = post('countyCentre', COUNTY);
const TOWN_SUPERVISOR = post('supervisor', TOWN);
const TOWN_CENTRE = post('townCentre', TOWN);
const ELSEWHERE = post('supervisor', '990122');
const VILLAGE_HOLDS = { tier: 'village' as const, roles: ['villageSecretary' as const], areaCode: VILLAGE };
const COUNTY_HOLDS = { tier: 'county' as const, roles: ['departmentHandler' as const], areaCode: COUNTY };

const code = (actor: Issuer, orders: readonly (Issuer | null)[], over: Partial<Parameters<typeof mayLiftOrder>[1]> = {}): string => {
  const verdict = mayLiftOrder(actor, { stage: 'handling', holder: VILLAGE_HOLDS, orders, ...over });
  return verdict.ok ? 'yes' : verdict.code;
};

describe('lifting a supervision order', () => {
  it.each<[string, Issuer, Issuer | null, string]>([
    ['whoever issued it', SUPERVISOR, SUPERVISOR, 'yes'],
    ['whoever issued it, from another post by now', post('townCentre', TOWN, SUPERVISOR.subject), SUPERVISOR, 'yes'],
    ['the same post in other hands', post('supervisor', COUNTY, 'successor'), SUPERVISOR, 'yes'],
    ['the leader, of what the supervisor issued', LEADER, SUPERVISOR, 'yes'],
    ['the county, of what a town issued', COUNTY_CENTRE, TOWN_CENTRE, 'yes'],
    ['the county’s supervisor, of what its centre issued', SUPERVISOR, COUNTY_CENTRE, 'yes'],
    ['a town above the holder, of what the county issued', TOWN_CENTRE, SUPERVISOR, 'NOT_FROM_ABOVE'],
    ['a town’s supervisor, of what the county’s issued', TOWN_SUPERVISOR, SUPERVISOR, 'NOT_FROM_ABOVE'],
    ['the county’s centre, of what its supervisor issued', COUNTY_CENTRE, SUPERVISOR, 'NOT_FROM_ABOVE'],
    ['the supervisor, of what the leader issued', SUPERVISOR, LEADER, 'NOT_FROM_ABOVE'],
    ['another county', ELSEWHERE, TOWN_CENTRE, 'NOT_FROM_ABOVE'],
    ['whoever is above the holder, where a clock issued it', TOWN_CENTRE, null, 'yes'],
    ['somebody elsewhere, where a clock issued it', ELSEWHERE, null, 'NOT_FROM_ABOVE'],
  ])('is for %s: %#', (_who, actor, issuer, expected) => expect(code(actor, [issuer])).toBe(expected));

  it('stays with whoever issued it when the case has gone above them', () => {
    expect(code(TOWN_CENTRE, [TOWN_CENTRE], { holder: COUNTY_HOLDS })).toBe('yes');
    expect(code(TOWN_CENTRE, [null], { holder: COUNTY_HOLDS })).toBe('NOT_FROM_ABOVE');
  });

  it('takes all that are open, so one that is somebody else’s refuses it', () => {
    expect(code(TOWN_CENTRE, [TOWN_CENTRE, SUPERVISOR])).toBe('NOT_FROM_ABOVE');
    expect(code(SUPERVISOR, [TOWN_CENTRE, SUPERVISOR, null])).toBe('yes');
  });

  it('is nothing where no order is open or the case is closed', () => {
    expect(code(SUPERVISOR, [])).toBe('TASK_CLOSED');
    expect(code(SUPERVISOR, [SUPERVISOR], { stage: 'closed' })).toBe('CASE_CLOSED');
  });

  it('reads the issuer from the task as it was written, and none where one is lacking', () => {
    expect(issuerOf({ reason: '先办', ...issuerData(SUPERVISOR) })).toEqual(SUPERVISOR);
    expect(issuerData({ subject: 'x' })).toEqual({});
    for (const data of [null, undefined, {}, { issuedBy: 'x', issuedAs: 'leader' }]) expect(issuerOf(data)).toBeNull();
  });
});
