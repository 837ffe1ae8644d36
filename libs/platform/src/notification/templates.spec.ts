import { NOTICE_TYPES } from '@yiwang/contracts/case-flow';
import { TEMPLATES, compose } from './index.js';

const DATA = { caseNumber: '990121-20260301-000001', dueAt: '2026-03-02T16:00:00Z', pickupCode: 'RHXEM69C' };

describe('the words of a notice', () => {
  it.each(NOTICE_TYPES)('exist for %s in both languages and name the case', (type) => {
    for (const language of ['zh', 'en'] as const) {
      const { title, body } = compose(type, DATA, language);
      expect(title).toBeTruthy();
      expect(body).toContain('990121-20260301-000001');
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
    expect(Object.keys(TEMPLATES).sort()).toEqual([...NOTICE_TYPES].sort());
  });
});
