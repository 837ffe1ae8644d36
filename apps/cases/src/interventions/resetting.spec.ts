import type { ActBehind } from '@yiwang/domain/interventions';
import type { HistoryEvent } from '../engine-view/read-events.js';
import { actorsOf, goesOn, sinceReset } from './resetting.js';

const KEY = 'intervention/7/990121-20260610-000001';
const event = (attributes: object): HistoryEvent => attributes as HistoryEvent;
const wentBack = (message: string) => event({ workflowTaskFailedEventAttributes: { failure: { message, resetWorkflowFailureInfo: {} } } });
const wentOn = event({ workflowTaskCompletedEventAttributes: {} });
const failed = event({ workflowTaskFailedEventAttributes: { failure: { message: `${KEY} of the code`, applicationFailureInfo: {} } } });
const taken = (updateId: string, outcome: object) => event({ workflowExecutionUpdateCompletedEventAttributes: { meta: { updateId }, outcome } });
const act = (id: string, by: ActBehind['by']): ActBehind => ({ id, name: 'acceptTask', at: '2026-06-10T08:00:00.000Z', by });
const LI = { kind: 'person' as const, subject: 'li' };

describe('whether a workflow has gone back', () => {
  it('is known by the reason that stands in its run, and by no other failure', () => {
    expect(sinceReset([wentOn, wentBack(KEY), wentOn], KEY)).toEqual([wentOn]);
    expect(sinceReset([wentOn, wentBack('intervention/8/990121-20260610-000001'), wentOn], KEY)).toBeNull();
    expect(sinceReset([wentOn, failed], KEY)).toBeNull();
  });

  it('counts once it goes on and has taken each act again', () => {
    const acts = [act('acceptTask:li:k', LI), act('signal:9', { kind: 'resident', subject: null })];
    const success = taken('acceptTask:li:k', { success: {} });
    expect(goesOn([wentOn, success], { acts })).toBe(true);
    expect(goesOn([wentOn], { acts: [] })).toBe(true);
    expect(goesOn([failed], { acts: [] })).toBe(false);
    expect(goesOn([wentOn], { acts })).toBe(false);
  });

  it('is not so where an act was refused this time', () => {
    expect(goesOn([wentOn, taken('acceptTask:li:k', { failure: {} })], { acts: [act('acceptTask:li:k', LI)] })).toBe(false);
  });

  it('is told once to each whose acts are carried out again, a resident as the reporter', () => {
    const resident = { kind: 'resident' as const, subject: null };
    const acts = [act('1', LI), act('2', resident), act('3', LI), act('4', { kind: 'client', subject: 'hotline' }), act('5', { kind: 'system', subject: null })];
    expect([...actorsOf({ acts }).values()]).toEqual([
      { to: { kind: 'person', subject: 'li' }, count: 2 },
      { to: { kind: 'reporter' }, count: 1 },
      { to: { kind: 'person', subject: 'hotline' }, count: 1 },
    ]);
  });
});
