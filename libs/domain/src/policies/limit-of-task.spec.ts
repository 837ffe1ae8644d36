import { FIELD_POLICY, limitOfTask } from './index.js';

describe('the limit in which a task’s deadline counts', () => {
  it.each([
    ['desk', 'town', null, { amount: 4, unit: 'workingHours' }],
    ['desk', 'county', null, { amount: 1, unit: 'workingDays' }],
    ['handle', 'grid', 'villageDirect', { amount: 5, unit: 'calendarDays' }],
    ['handle', 'grid', null, null],
    ['lead', 'town', 'villageTownJoint', { amount: 10, unit: 'workingDays' }],
    ['townDesk', 'town', 'villageTownJoint', { amount: 10, unit: 'workingDays' }],
    ['contribute', 'county', 'countyCoordinated', { amount: 10, unit: 'workingDays' }],
    ['contribute', 'village', 'cadreLed', { amount: 3, unit: 'calendarDays' }],
    ['verify', 'grid', 'countyCoordinated', { amount: 10, unit: 'workingDays' }],
    ['approve', 'town', 'villageDirect', { amount: 1, unit: 'workingDays' }],
    ['order', 'grid', 'villageDirect', { amount: 1, unit: 'workingDays' }],
    ['cityDesk', 'city', 'countyCoordinated', { amount: 15, unit: 'workingDays' }],
  ] as const)('of %s at the %s on %s', (kind, tier, path, expected) => {
    expect(limitOfTask({ kind, tier }, path, FIELD_POLICY)).toEqual(expected);
  });
});
