/** A telephone number that its owner recognises and nobody can dial: the middle is hidden. */
export function maskPhone(phone: string): string {
  if (phone.length < 7) return '*'.repeat(phone.length);
  const [head, tail] = phone.length >= 11 ? [3, 4] : [2, 2];
  return phone.slice(0, head) + '*'.repeat(phone.length - head - tail) + phone.slice(-tail);
}
