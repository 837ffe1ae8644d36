/**
 * The code by which a resident without an account follows a case. It is read out over the phone and copied from
 * paper, so nothing stands in it that is mistaken for something else: no 0 O D Q, 1 I L, 2 Z, 5 S, 8 B, U V.
 */
export const PICKUP_ALPHABET = '34679ACEFGHJKMNPRTWXY';

/** So many random bytes make every code equally likely but for one part in 10^28. */
export const PICKUP_RANDOM_BYTES = 16;

/** Turns random bytes (16 or more) into a code of 6 to 8 characters; throws RangeError when a caller gives less. */
export function pickupCode(randomBytes: Uint8Array, length: 6 | 7 | 8 = 8): string {
  if (randomBytes.length < PICKUP_RANDOM_BYTES) throw new RangeError('A pickup code needs 16 random bytes');
  const base = BigInt(PICKUP_ALPHABET.length);
  let rest = 0n;
  for (const byte of randomBytes) rest = rest * 256n + BigInt(byte);
  let code = '';
  while (code.length < length) {
    code += PICKUP_ALPHABET[Number(rest % base)];
    rest /= base;
  }
  return code;
}

/** Reads a code as people type it: any case, full width, with spaces or hyphens; refuses with PICKUP_CODE_WRONG. */
export function parsePickupCode(
  value: string,
): { ok: true; pickupCode: string } | { ok: false; code: 'PICKUP_CODE_WRONG'; details: Record<string, never> } {
  const typed = value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐–—]/g, '');
  const known = [...typed].every((character) => PICKUP_ALPHABET.includes(character));
  return known && typed.length >= 6 && typed.length <= 8
    ? { ok: true, pickupCode: typed }
    : { ok: false, code: 'PICKUP_CODE_WRONG', details: {} };
}
