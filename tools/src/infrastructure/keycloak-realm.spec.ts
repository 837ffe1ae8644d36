import { readFileSync } from 'node:fs';
import { POSITION_ROLES, type PositionRole } from '@yiwang/contracts/case-flow';
import { ROLES, type Role } from '@yiwang/contracts/roles';
import { join } from 'node:path';
import { CHECKOUT } from './folders.js';
import { withoutDemonstration, type Realm } from './keycloak-realm.js';

const read = <T>(path: string): T => JSON.parse(readFileSync(join(CHECKOUT, path), 'utf8')) as T;

interface Position {
  role: PositionRole;
  areaCode: string;
  unitCode?: string;
}
interface County {
  areas: { code: string }[];
  units: { code: string; areaCode: string }[];
  people: { id: string; username: string; phone: string; positions: Position[] }[];
  clients: { subject: string; clientId: string; positions: Position[] }[];
  qrPoints: { code: string; areaCode: string }[];
  households: { areaCode: string }[];
}
type User = Realm['users'][number] & { id: string; realmRoles: Role[] };

const realm = read<Realm>('deploy/keycloak/yiwang-realm.json');
const users = realm.users as User[];
const county = read<County>('deploy/demo/county.json');

/** Four kinds of village position go through the same door. */
const roleOf = (role: PositionRole): Role =>
  role === 'villageSecretary' || role === 'villagePolice' || role === 'stationedCadre' || role === 'serviceTeam'
    ? 'villageOfficial'
    : role;

describe('the realm and the demonstration county', () => {
  it('know the same roles as the code', () => {
    const { realm: names } = realm.roles as { realm: { name: string }[] };
    expect(names.map(({ name }) => name)).toEqual([...ROLES]);
  });

  it('know the same people, under the same ids, with the roles that their positions need', () => {
    for (const { id, username, positions } of county.people) {
      const user = users.find((each) => each.id === id);
      expect(user?.username).toBe(username);
      expect(user?.realmRoles).toEqual([...new Set(positions.map(({ role }) => roleOf(role)))].sort());
    }
  });

  it('know the same clients', () => {
    for (const { subject, clientId } of county.clients)
      expect(users.find(({ id }) => id === subject)?.serviceAccountClientId).toBe(clientId);
  });

  it('fill every position, in places and units that exist', () => {
    const areas = new Set(county.areas.map(({ code }) => code));
    const units = new Set(county.units.map(({ code }) => code));
    const positions = [...county.people, ...county.clients].flatMap((each) => each.positions);
    expect(new Set(positions.map(({ role }) => role))).toEqual(new Set(POSITION_ROLES));
    for (const { areaCode, unitCode } of positions) {
      expect(areas).toContain(areaCode);
      if (unitCode) expect(units).toContain(unitCode);
    }
    for (const { areaCode } of [...county.units, ...county.qrPoints, ...county.households])
      expect(areas).toContain(areaCode);
  });

  it('give every grid a member', () => {
    const served = new Set(
      county.people
        .flatMap(({ positions }) => positions.filter(({ role }) => role === 'gridMember'))
        .map(({ areaCode }) => areaCode),
    );
    for (const { code } of county.areas) if (code.length === 15) expect(served).toContain(code);
  });

  it('give every village its officials and a second grid member, every town two clerks and a leader', () => {
    const holders = (role: PositionRole, areaCode: string) =>
      county.people.filter(({ positions }) => positions.some((one) => one.role === role && one.areaCode.startsWith(areaCode)));
    for (const { code } of county.areas.filter((area) => area.code.length === 12)) {
      for (const role of ['villageSecretary', 'villagePolice', 'stationedCadre', 'serviceTeam'] as const)
        expect(holders(role, code)).toHaveLength(1);
      expect(holders('gridMember', code)).toHaveLength(2);
    }
    for (const { code } of county.areas.filter((area) => area.code.length === 9)) {
      expect(holders('townCentre', code)).toHaveLength(2);
      expect(holders('leader', code)).toHaveLength(1);
    }
  });

  it('use telephone numbers of a range that is evidently invented', () => {
    for (const { phone } of county.people) expect(phone).toMatch(/^1990000\d{4}$/);
  });

  it('leave no person, no known secret and no password grant without the demonstration', () => {
    const bare = withoutDemonstration(realm);
    expect(JSON.stringify(bare)).not.toContain('demo-only');
    expect(bare.users.every((user) => user.serviceAccountClientId)).toBe(true);
    expect(bare.clients.some((client) => client.directAccessGrantsEnabled)).toBe(false);
  });
});
