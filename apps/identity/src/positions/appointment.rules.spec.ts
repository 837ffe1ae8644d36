import { POSITION_ROLES } from '@yiwang/contracts/case-flow';
import { checkAppointment, type Appointment } from './appointment.rules.js';

const gridMember: Appointment = {
  role: 'gridMember',
  areaCode: '990121101201001',
  unitCode: null,
  holder: 'person',
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validTo: null,
};

describe('an appointment', () => {
  it('makes sense for a grid member in a grid', () => {
    expect(checkAppointment(gridMember)).toEqual({ ok: true });
  });

  it.each<[string, Partial<Appointment>, string, string]>([
    ['a code that is none', { areaCode: '99012' }, 'AREA_UNKNOWN', 'areaCode'],
    ['a grid member in a county', { areaCode: '990121' }, 'INPUT_INVALID', 'areaCode'],
    ['a client as grid member', { holder: 'client' }, 'INPUT_INVALID', 'personId'],
    ['a person as external system', { role: 'externalSystem', areaCode: '990121' }, 'INPUT_INVALID', 'clientSubject'],
    ['a handler without a unit', { role: 'departmentHandler', areaCode: '990121' }, 'INPUT_INVALID', 'unitCode'],
    ['a grid member who only looks', { readOnly: true }, 'INPUT_INVALID', 'readOnly'],
    ['an end before the beginning', { validTo: new Date('2025-12-31T00:00:00Z') }, 'TIME_INVALID', 'validTo'],
  ])('is refused for %s', (_, change, code, field) => {
    expect(checkAppointment({ ...gridMember, ...change })).toMatchObject({ ok: false, code, details: { field } });
  });

  it('is possible somewhere for every role', () => {
    const codes = ['9901', '990121', '990121101', '990121101201', '990121101201001'];
    for (const role of POSITION_ROLES) {
      const holder = role === 'externalSystem' ? 'client' : 'person';
      const possible = codes.filter(
        (areaCode) => checkAppointment({ ...gridMember, role, areaCode, holder, unitCode: 'unit' }).ok,
      );
      expect(possible).not.toEqual([]);
    }
  });
});
