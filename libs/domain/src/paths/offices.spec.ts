import { rolesOfOffice } from './offices.js';
import { POSITION_ROLES } from './vocabulary.js';

describe('who works in an office', () => {
  it.each([
    ['village', ['villageSecretary', 'serviceTeam']],
    ['townCentre', ['townCentre']],
    ['countyCentre', ['countyCentre']],
    ['cityCentre', ['cityCentre']],
  ])('is, in a %s, whoever holds its posts in its area', (kind, roles) => {
    expect(rolesOfOffice(kind)).toEqual(roles);
    expect(POSITION_ROLES).toEqual(expect.arrayContaining(roles));
  });

  it.each(['department', 'organisation', undefined])('is said of no %s, whose people hold posts of the unit', (kind) => {
    expect(rolesOfOffice(kind)).toBeUndefined();
  });
});
