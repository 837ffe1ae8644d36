/**
 * A seeded draw (抽样回访) that anybody can repeat: every number gets a place from the seed, the first ones are taken. The
 * order in which the numbers come, and how often one comes, does not matter. The seed is kept with the sample.
 */
export function drawSample(numbers: readonly string[], size: number, seed: string): string[] {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`Not a size of a sample: ${size}`);
  return [...new Set(numbers)]
    .map((number) => ({ number, place: placeOf(`${seed}\n${number}`) }))
    .sort((a, b) => a.place - b.place || (a.number < b.number ? -1 : 1))
    .slice(0, size)
    .map(({ number }) => number);
}

/** 53 bits that look random and follow from the text alone: two multiplied and mixed 32-bit halves. */
function placeOf(text: string): number {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x5bd1e995);
    low = Math.imul(low ^ code, 0x1b873593);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  high = Math.imul(high ^ (low >>> 16), 0x2c1b3c6d);
  low = Math.imul(low ^ (high >>> 15), 0x297a2d39);
  high ^= high >>> 12;
  low ^= low >>> 15;
  return (high >>> 0) * 0x200000 + ((low >>> 0) & 0x1fffff);
}
