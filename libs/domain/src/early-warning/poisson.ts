/** The chance of `count` or fewer where `mean` is usual (Poisson); both from 0 up. */
export function chanceOfAtMost(count: number, mean: number): number {
  // By logarithms: of a large mean the first terms are less than a number can be.
  let term = -mean;
  let sum = 0;
  for (let k = 0; k <= count; k += 1) {
    sum += Math.exp(term);
    term += Math.log(mean / (k + 1));
  }
  return Math.min(1, sum);
}

/** The chance of `count` or more. */
export const chanceOfAtLeast = (count: number, mean: number): number => (count <= 0 ? 1 : Math.max(0, 1 - chanceOfAtMost(count - 1, mean)));

/** What happens less often than once in twenty by chance alone is worth a look. */
export const UNLIKELY = 0.05;
