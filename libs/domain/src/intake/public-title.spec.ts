import { checkPublicTitle } from './public-title.js';

const codeOf = (given: string): string => {
  const checked = checkPublicTitle('publicTitle', given);
  return checked.ok ? checked.text : checked.code;
};

describe('the title under which neighbours see a matter', () => {
  it.each([
    ['  3 号楼东侧\n路灯不亮 ', '3 号楼东侧 路灯不亮'],
    ['2026 年 11 月起停水', '2026 年 11 月起停水'],
    ['长'.repeat(40), '长'.repeat(40)],
    ['长'.repeat(41), 'TEXT_TOO_LONG'],
    [' ', 'INPUT_INVALID'],
    ['请电 13800001234', 'INPUT_INVALID'],
    ['请电 138 0000 1234', 'INPUT_INVALID'],
    ['请电 １３８－００００－１２３４', 'INPUT_INVALID'],
    ['响声\u0007', 'TEXT_CONTROL_CHARACTERS'],
  ])('%j gives %s', (given, gives) => expect(codeOf(given)).toBe(gives));
});
