import { describeError } from './index.js';

describe('the sentence for a person', () => {
  const said = (expected: string | string[], language: 'zh' | 'en') => describeError('CASE_CAN_ESCALATE', { expected }, language);

  it('says what would be right in the reader’s language alone', () => {
    expect(said('提级办理 / escalate it', 'zh')).toBe('案件还有办法往下办，不能终止；应当：提级办理');
    expect(said('提级办理 / escalate it', 'en')).toMatch(/would be right: escalate it$/);
    expect(said('小写字母、数字和 . _ - / small letters, digits and . _ - / none', 'en')).toMatch(/: small letters, digits and \. _ - \/ none$/);
  });

  it.each(['GET / POST', '村 / 社区', '提级办理', 'a/b'])('leaves %s as it is', (value) => {
    expect([said(value, 'zh').endsWith(value), said(value, 'en').endsWith(value)]).toEqual([true, true]);
  });

  it('lists several, and leaves an ellipsis for what is missing', () => {
    expect(said(['甲', '乙'], 'zh')).toMatch(/甲、乙$/);
    expect(describeError('CASE_CAN_ESCALATE', {}, 'en')).toMatch(/: …$/);
  });
});
