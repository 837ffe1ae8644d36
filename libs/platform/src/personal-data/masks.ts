/** 张*, 欧***: the first character, and how many follow. */
export function maskName(name: string): string {
  const [first = '', ...others] = [...name.trim()];
  return first + '*'.repeat(Math.max(1, others.length));
}

/** 138****1234; the shorter a number, the less of it. Only digits count: how it was written says nothing. */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/gu, '').replace(/^(00)?86(?=1\d{10}$)/u, '');
  if (digits.length < 7) return '*'.repeat(Math.max(4, digits.length));
  const [head, tail] = digits.length >= 11 ? [3, 4] : [2, 2];
  return digits.slice(0, head) + '*'.repeat(digits.length - head - tail) + digits.slice(-tail);
}
