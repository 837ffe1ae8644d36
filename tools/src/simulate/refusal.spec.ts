import { afterRefusal } from './refusal.js';

describe('whoever is refused', () => {
  it.each([
    ['completeTask', 'VERSION_CONFLICT', 'refetch'],
    ['completeTask', 'PARTS_STILL_OPEN', 'later'],
    ['completeTask', 'PATH_REFUSES', 'later'],
    ['completeTask', 'CASE_HELD', 'later'],
    ['completeTask', 'TASK_CLOSED', 'over'],
    ['verifyTask', 'VERIFIER_HANDLED', 'another'],
    ['decideApproval', 'APPROVAL_OWN_REQUEST', 'another'],
    ['acceptTask', 'TASK_NOT_YOURS', 'another'],
    ['acceptTask', 'STAGE_REFUSES', 'skip'],
    ['requestApproval', 'EXTENSION_SPENT', 'skip'],
    ['handUp', 'PATH_REFUSES', 'instead'],
    ['returnTask', 'RETURN_IS_BINDING', 'instead'],
  ] as const)('%s, %s: %s', (mutation, code, expected) => {
    expect(afterRefusal(mutation, code)).toBe(expected);
  });
});
