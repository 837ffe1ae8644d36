import { openText } from './open-text.js';

describe('a text in the open', () => {
  it.each([
    ['请打13800138000找我', '请打***找我'],
    ['电话 138 0013 8000 或 0571-8888 7777', '电话 *** 或 ***'],
    ['身份证33022619900101123X', '身份证***'],
    ['手机１３８００１３８０００', '手机***'],
    ['写信到 zhang.san+1@example.com。', '写信到 ***。'],
    ['3栋2单元501室，2026年补贴1200元', '3栋2单元501室，2026年补贴1200元'],
  ])('of %s is %s', (text, open) => {
    expect(openText(text)).toBe(open);
  });
});
