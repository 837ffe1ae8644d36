/** The longer side of a picture that is sent, in pixels: enough to read a number plate, and some 300 kB. */
export const LONGER_SIDE = 1600;
/** Above this a picture is compressed once more. */
export const WANTED_BYTES = 500_000;
/** Qualities that are tried, one after the other, until the picture is small enough. */
export const QUALITIES = [0.82, 0.68, 0.5] as const;

/** Width and height that fit into a square, in whole pixels; a smaller picture stays as it is. */
export function fitted(width: number, height: number, longer = LONGER_SIDE): { width: number; height: number } {
  const scale = Math.min(1, longer / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The first quality whose result is small enough, or else the last result. */
export async function smallEnough<T extends { size: number }>(
  encode: (quality: number) => Promise<T | null>,
  wanted = WANTED_BYTES,
): Promise<T | null> {
  let best: T | null = null;
  for (const quality of QUALITIES) {
    best = (await encode(quality)) ?? best;
    if (best && best.size <= wanted) break;
  }
  return best;
}
