import { maskPhone } from './phone.js';

describe('masking a telephone number', () => {
  it.each([
    ['19900000001', '199****0001'],
    ['0731-8123456', '073*****3456'],
    ['8123456', '81***56'],
    ['12345', '*****'],
  ])('turns %s into %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
});
