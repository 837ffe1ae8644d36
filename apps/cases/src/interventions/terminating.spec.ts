import type { KnownCase } from './known-cases.js';
import { terminatingStep } from './terminating.js';

const NUMBER = '990121-20260610-000001';
const AT = '2026-06-10T08:00:00.000Z';
const ACTOR = { kind: 'person' as const, subject: 'sun', role: 'supervisor' as const, areaCode: '990121' };
const task = (over: object) => ({ roles: ['departmentHandler'], areaCode: '990121', unitCode: 'unit-water', subjects: null, ...over });
const step = (tasks: object[]) =>
  terminatingStep({ id: '7', number: NUMBER, reason: '流程无法恢复' }, { countyCode: '990121', tasks } as Pick<KnownCase, 'countyCode' | 'tasks'>, { at: AT, clock: [], actor: ACTOR });

describe('the step with which a case is ended from outside', () => {
  it('is named by its intervention, so that another try finds it, and says who did it', () => {
    expect(step([])).toMatchObject({ stepId: `${NUMBER}#terminated:7`, actor: ACTOR, cause: { operation: 'startIntervention', updateId: `intervention/7/${NUMBER}` } });
  });

  it('closes the case as terminated with the reason for the resident to read, and cancels what was open', () => {
    expect(step([])).toMatchObject({
      patch: { stage: 'closed', closedAt: AT, closedAs: 'terminated', paused: null, reviewAt: null },
      timeline: [{ type: 'closed', text: '流程无法恢复', data: { stage: 'closed', closedAs: 'terminated' } }],
      cancelOpenTasks: true,
    });
    expect(step([]).timeline.some(({ internal }) => internal)).toBe(false);
  });

  it('tells the reporter, and once each those whose tasks end, within their unit', () => {
    const told = step([task({}), task({}), task({ unitCode: null, roles: ['gridMember'], areaCode: '990121001001001', subjects: ['li'] })]).notices;
    expect(told.every(({ type }) => type === 'caseTerminated')).toBe(true);
    expect(told.map(({ to }) => to)).toEqual([
      { kind: 'reporter' },
      { kind: 'position', roles: ['departmentHandler'], areaCode: '990121', unitCode: 'unit-water' },
      { kind: 'position', roles: ['gridMember'], areaCode: '990121001001001', subjects: ['li'] },
    ]);
  });
});
