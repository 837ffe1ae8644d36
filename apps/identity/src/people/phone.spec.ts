import { readPhone } from './phone.js';

describe('reading a telephone number', () => {
  it.each([
    ['19900000001', '19900000001'],
    [' 138 0013 8000 ', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['0571-88888888', '057188888888'],
    ['+1 202 555 0143', '+12025550143'],
  ])('keeps %j as %s', (text, kept) => expect(readPhone(text, 'phone')).toBe(kept));

  it.each(['', '12345', '110', '1380013800', '138001380000', 'abc', '请打13800138000', '19900000001转8'])(
    'refuses %j and does not repeat it',
    (text) => {
      const refused = () => readPhone(text, 'input.phone');
      expect(refused).toThrow(expect.objectContaining({ code: 'PHONE_INVALID', details: { field: 'input.phone' } }));
    },
  );

  it('takes only a mobile where a message has to arrive', () => {
    expect(() => readPhone('0571-88888888', 'phone', 'mobile')).toThrow(/PHONE_INVALID/);
    expect(readPhone('19900000001', 'phone', 'mobile')).toBe('19900000001');
  });
});
