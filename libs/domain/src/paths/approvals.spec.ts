import { FIELD_POLICY } from '../policies/index.js';
import {
  APPROVAL_KINDS,
  approverOf,
  furtherApprover,
  POSITION_ROLES,
  tierOfRole,
  type ApprovalKind,
  type PositionRole,
  type Tier,
} from './index.js';

const COUNTY = '990121';
const TOWN = '990121001';
const GRID = '990121001002003';
const { fixed } = FIELD_POLICY.approvals;
const ask = (kind: ApprovalKind, role: PositionRole, areaCode = GRID) => approverOf(kind, { role, areaCode }, fixed);

describe('the tier of a position', () => {
  it.each<[PositionRole, Tier]>([
    ['gridMember', 'grid'],
    ['villageSecretary', 'village'],
    ['villagePolice', 'village'],
    ['stationedCadre', 'village'],
    ['serviceTeam', 'village'],
    ['townCentre', 'town'],
    ['departmentHandler', 'county'],
    ['countyCentre', 'county'],
    ['leader', 'county'],
    ['cityCentre', 'city'],
  ])('%s: %s', (role, tier) => expect(tierOfRole(role)).toBe(tier));
});

describe('who decides on a request', () => {
  it.each<[ApprovalKind, PositionRole, PositionRole, string]>([
    ['extension', 'gridMember', 'townCentre', TOWN],
    ['pause', 'stationedCadre', 'townCentre', TOWN],
    ['extension', 'townCentre', 'countyCentre', COUNTY],
    ['notAccepted', 'townCentre', 'countyCentre', COUNTY],
    ['extension', 'departmentHandler', 'countyCentre', COUNTY],
    ['extension', 'countyCentre', 'leader', COUNTY],
    ['suspension', 'gridMember', 'countyCentre', COUNTY],
    ['referral', 'departmentHandler', 'countyCentre', COUNTY],
    ['referral', 'countyCentre', 'leader', COUNTY],
  ])('%s asked by a %s: the %s', (kind, role, approver, areaCode) => {
    expect(ask(kind, role)).toMatchObject({ roles: [approver], areaCode });
  });

  it('is nobody for the county centre’s own refusal and for the county’s leader: it is granted', () => {
    expect(ask('notAccepted', 'countyCentre')).toBeNull();
    for (const kind of ['extension', 'referral'] as const) {
      expect(ask(kind, 'leader', COUNTY)).toBeNull();
    }
  });

  it('is the county for a town’s leader, also where the policy fixes it', () => {
    for (const kind of ['extension', 'suspension'] as const) {
      expect(approverOf(kind, { role: 'leader', areaCode: TOWN }, FIELD_POLICY.approvals.fixed)).toMatchObject({
        roles: ['countyCentre'],
        areaCode: COUNTY,
      });
    }
  });

  it('is never somebody in the position that asks', () => {
    for (const kind of APPROVAL_KINDS) {
      // The city asks nobody: it answers what is referred to it.
      for (const role of POSITION_ROLES.filter((each) => each !== 'cityCentre')) {
        expect(ask(kind, role)?.roles ?? []).not.toContain(role);
      }
    }
  });

  it('is the tier that a policy fixes', () => {
    expect(approverOf('pause', { role: 'gridMember', areaCode: GRID }, { pause: 'county' })).toMatchObject({ roles: ['countyCentre'] });
  });
});

describe('a request that is left lying', () => {
  it('goes up to the county, then its leader, and no further', () => {
    const town = ask('extension', 'gridMember');
    const county = town && furtherApprover(town);
    const leader = county && furtherApprover(county);
    expect([town, county, leader].map((to) => to?.roles)).toEqual([['townCentre'], ['countyCentre'], ['leader']]);
    expect(leader && furtherApprover(leader)).toBeNull();
  });
});
