import { judge, wasChangedThere } from './judgement.js';
import type { KeycloakPerson } from './keycloak.js';
import type { Wanted } from './wanted.js';

const THERE: KeycloakPerson = { id: 'p', username: 'p', name: '甲', enabled: true, roles: ['gridMember'] };
const HERE: Wanted = { ...THERE, homeCode: '990121', lastEnabled: true, lastName: '甲', lastRoles: ['gridMember'] };

describe('who is right where identity and Keycloak differ', () => {
  it.each<[string, Partial<Wanted>, Partial<KeycloakPerson> | null, object[]]>([
    ['nothing, where both agree', {}, {}, []],
    ['identity about who there is', {}, null, [{ do: 'add' }]],
    ['identity about names', { name: '乙' }, {}, [{ do: 'change', found: ['name'] }]],
    ['Keycloak, where it disabled somebody', {}, { enabled: false }, [{ do: 'suspendHere' }]],
    ['Keycloak, also of somebody never in step', { lastEnabled: null }, { enabled: false }, [{ do: 'suspendHere' }]],
    ['identity, where it suspends', { enabled: false }, {}, [{ do: 'change', found: ['enabled'] }]],
    [
      'identity, where it resumes whom it had suspended',
      { lastEnabled: false },
      { enabled: false },
      [{ do: 'change', found: ['disabled'] }],
    ],
    ['both, where both say no', { enabled: false }, { enabled: false }, []],
    [
      'identity about roles of staff, and nobody about others',
      { roles: ['leader'] },
      { roles: ['gridMember', 'resident'] },
      [{ do: 'roles', add: ['leader'], remove: ['gridMember'] }],
    ],
  ])('is %s', (_, here, there, mends) => {
    expect(judge({ ...HERE, ...here }, there && { ...THERE, ...there })).toEqual(mends);
  });

  it.each<[string, Partial<Wanted>, Partial<KeycloakPerson> | null, boolean]>([
    ['what was told stands there', { name: '乙', roles: ['leader'] }, {}, false],
    ['a role is gone there', {}, { roles: [] }, true],
    ['a name is another there', {}, { name: '丙' }, true],
    ['a user is gone there', {}, null, true],
    ['nothing was ever told', { lastEnabled: null, lastName: null, lastRoles: null }, { name: '丙' }, false],
  ])('knows whether others changed it: %s', (_, here, there, changed) => {
    expect(wasChangedThere({ ...HERE, ...here }, there && { ...THERE, ...there })).toBe(changed);
  });
});
