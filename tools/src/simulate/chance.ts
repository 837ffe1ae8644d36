import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const FULL = 0xffff_ffff;

/** FNV-1a over the label, then a finaliser: neighbouring seeds and labels give unrelated streams. */
function hashed(seed: number, label: string): number {
  let hash = 0x811c_9dc5;
  for (const letter of `${seed}/${label}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x0100_0193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/**
 * Seeded chance. Every question has a stream of its own, named by what is decided (`of('case 12', 'rating')`), so that
 * the order in which a live system asks changes no answer.
 */
export class Chance {
  private readonly generator: ReturnType<typeof xoroshiro128plus>;

  constructor(
    private readonly seed: number,
    private readonly label = '',
  ) {
    this.generator = xoroshiro128plus(hashed(seed, label));
    // The generator's first values follow its seed too closely.
    for (let i = 0; i < 4; i += 1) uniformInt(this.generator, 0, FULL);
  }

  /** A stream of its own for one decision; the same names give the same stream. */
  of(...names: (string | number)[]): Chance {
    return new Chance(this.seed, [this.label, ...names].join('/'));
  }

  /** From 0 up to but not including 1. */
  fraction(): number {
    return uniformInt(this.generator, 0, FULL) / (FULL + 1);
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return uniformInt(this.generator, from, to);
  }

  /** Whether something with this share (0 to 1) happens. */
  happens(share: number): boolean {
    return this.fraction() < share;
  }

  /** One of several, alike. @throws RangeError when there is none. */
  one<T>(from: readonly T[]): T {
    if (from.length === 0) throw new RangeError('nothing to choose from');
    return from[this.whole(0, from.length - 1)] as T;
  }

  /** One of several by weight. */
  weighted<T extends string>(weights: Readonly<Partial<Record<T, number>>>): T {
    const entries = Object.entries(weights) as [T, number][];
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.fraction() * total;
    for (const [value, weight] of entries) {
      left -= weight;
      if (left < 0) return value;
    }
    return entries.at(-1)![0];
  }

  /** How long people take: many are quick, few take very long. `median` is exceeded by half of them. */
  spread(median: number, spread = 0.8): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.fraction())) * Math.cos(2 * Math.PI * this.fraction());
    return median * Math.exp(spread * normal);
  }
}
