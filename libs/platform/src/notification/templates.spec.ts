import { NOTICE_TYPES } from '@yiwang/contracts/case-flow';
import { TEMPLATES, compose, type NoticeData, type NoticeType } from './index.js';

const DATA = { caseNumber: '990121-20260301-000001', dueAt: '2026-03-02T16:00:00Z', backAt: '2026-03-01T16:00:00Z', count: 2, pickupCode: 'RHXEM69C', ratingLink: 'https://county.example/t/rate#x' };

/** What is about no case, with what it names instead. */
const WITHOUT_CASE: Partial<Record<NoticeType, { data: NoticeData; names: string }>> = {
  phoneCode: { data: { code: '012345', minutes: 5 }, names: '012345' },
  secondPersonWanted: { data: { cases: 26, untilAt: '2026-03-02T16:00:00Z' }, names: '26' },
  patrolMissed: {
    data: { area: '桥头村', date: '2026-11-25', slot: '08:00–12:00', missed: 2, grids: '第一网格、第二网格' },
    names: '第一网格、第二网格',
  },
};

describe('the words of a notice', () => {
  it.each([...NOTICE_TYPES, 'phoneCode' as const])('exist for %s in both languages and name what they are about', (type) => {
    const { data = DATA, names = DATA.caseNumber } = WITHOUT_CASE[type] ?? {};
    for (const language of ['zh', 'en'] as const) {
      const { title, body } = compose(type, data, language);
      expect(title).toBeTruthy();
      expect(body).toContain(names);
      expect(`${title}${body}`).not.toMatch(/[{}…]/);
    }
  });

  it('show an instant by the clock of the counties', () => {
    expect(compose('taskOpened', { dueAt: '2026-03-02T16:00:00Z' }, 'zh').body).toContain('2026年3月3日');
    expect(compose('taskOpened', { dueAt: 'soon' }, 'en').body).toContain('soon');
  });

  it('show an ellipsis for what is missing', () => {
    expect(compose('caseClosed', {}, 'zh').body).toBe('您的诉求（…）已结案。感谢您的反映。');
  });

  it('are there for nothing else', () => {
    expect(Object.keys(TEMPLATES).sort()).toEqual([...NOTICE_TYPES, 'phoneCode'].sort());
  });
});
