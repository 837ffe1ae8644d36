import type { ActionCase } from './act.types.js';
import { given, momentOf, participantOf, partOf } from './shapes.js';

const ONE = {
  number: '990121-20261126-000001-1',
  countyCode: '990121',
  areaCode: '990121101201001',
  requestLimits: { extension: { amount: 10, unit: 'workingDays' }, pause: { amount: 5, unit: 'calendarDays' }, suspensionDays: 90 },
} as ActionCase;

describe('what a form sends', () => {
  it('gives a part to a unit for the whole county, with a limit in the unit of the path', () => {
    expect(partOf({ title: '清运', to: 'unit', unitCode: 'transport', limit: 3 }, ONE)).toEqual({
      title: '清运', unitCode: 'transport', areaCode: '990121', limit: { amount: 3, unit: 'workingDays' },
    });
  });

  it('gives a part to a post in its area, and leaves the limit to the path', () => {
    expect(partOf({ title: '入户', to: 'post', role: 'villagePolice', areaCode: '990121101201', limit: null }, ONE)).toEqual({
      title: '入户', roles: ['villagePolice'], areaCode: '990121101201',
    });
  });

  it('gives a part to a person in the position that was chosen', () => {
    expect(partOf({ title: '查处', to: 'person', subject: 'p-1', position: 'departmentHandler@990121@transport' }, ONE)).toEqual({
      title: '查处', roles: ['departmentHandler'], areaCode: '990121', unitCode: 'transport', subjects: ['p-1'],
    });
    expect(partOf({ title: '到场', to: 'person', subject: 'p-2', position: 'villagePolice@990121101201@' }, ONE)).not.toHaveProperty('unitCode');
  });

  it('summons a unit for the county and others where they live', () => {
    expect(participantOf({ kind: 'unit', name: '交通局', unitCode: 'transport' }, ONE)).toMatchObject({ areaCode: '990121', unitCode: 'transport' });
    expect(participantOf({ kind: 'resident', name: '居民代表' }, ONE)).toEqual({ kind: 'resident', name: '居民代表', areaCode: ONE.areaCode });
  });

  it('reads a moment by the clock of the county, and sends nothing that was left empty', () => {
    expect(new Date(momentOf('2026-11-26T15:00')).toISOString()).toBe('2026-11-26T07:00:00.000Z');
    expect(given({ a: '', b: [], c: null, d: undefined, e: false, f: 'x' })).toEqual({ e: false, f: 'x' });
  });
});
