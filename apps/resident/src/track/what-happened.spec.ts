import { en } from '../words/en.js';
import { zh } from '../words/zh.js';
import type { TimelineEntry } from './case.js';
import { whatHappened } from './what-happened.js';

const entry = (type: string, data: object = {}, over: Partial<TimelineEntry> = {}): TimelineEntry => ({
  ...{ cursor: '1', type, at: '', actorKind: 'person', actorRole: 'departmentHandler', text: null, taskId: null },
  data: JSON.stringify(data),
  ...over,
});
const inBoth = (one: TimelineEntry): string[] => [whatHappened(one, zh), whatHappened(one, en)];

describe('what a resident reads of an entry', () => {
  it('says who gave the case back, and that a check did not pass', () => {
    expect(inBoth(entry('returned', { kind: 'lead' }))).toEqual(['部门经办人退回，将改由其他单位办理', 'Returned (department handler); another unit will handle it']);
    expect(inBoth(entry('verificationFailed'))).toEqual(['核查未通过，已退回继续办理', 'The check did not pass; work goes on']);
  });

  it('says to whom the case was given', () => {
    expect(inBoth(entry('taskOpened', { kind: 'lead', roles: ['departmentHandler'] }))).toEqual(['已交给部门经办人', 'Given to: department handler']);
    const officials = entry('taskOpened', { kind: 'handle', roles: ['villageSecretary', 'villagePolice'] });
    expect(inBoth(officials)).toEqual(['已交给村（社区）书记、驻村民警', 'Given to: village secretary, village police']);
  });

  it('tells that it was accepted from that work has begun', () => {
    expect(inBoth(entry('accepted', { stage: 'accepted' }))).toEqual(['已受理', 'Accepted']);
    expect(inBoth(entry('accepted', { stage: 'handling', round: 1 }))).toEqual(['开始办理', 'Work has begun']);
  });

  it('says no more than the entry does', () => {
    expect(whatHappened(entry('returned', {}, { actorRole: null }), zh)).toBe('工作人员退回，将改由其他单位办理');
    expect(whatHappened(entry('taskOpened', { kind: 'lead', roles: ['somebody'] }), zh)).toBe('已交给承办方');
    expect(whatHappened(entry('taskOpened', {}, { data: 'x' }), zh)).toBe('已交给承办方');
    expect(whatHappened(entry('of tomorrow'), zh)).toBe('有新进展');
  });
});
