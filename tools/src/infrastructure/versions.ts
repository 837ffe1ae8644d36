/** Parts that are fetched or built rather than installed by npm. */
export const TEMPORAL_VERSION = '1.32.1';
export const TEMPORAL_UI_VERSION = '2.54.1';
export const KEYCLOAK_VERSION = '26.7.4';

/** Below this the server cannot list workflows that report problems, pause one, or skip time. */
export const TEMPORAL_WANTED = '1.31.0';

/** Negative when a < b. Parts after the numbers, such as `-rc.1`, are not looked at. */
export function compareVersions(a: string, b: string): number {
  const numbers = (text: string): number[] => (text.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The server's version in what `temporal --version` prints: `temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)`. */
export const serverVersionIn = (output: string): string | null => /Server (\d+\.\d+\.\d+)/.exec(output)?.[1] ?? null;

/** The feature release in the first line of `java -version`: `openjdk version "17.0.15"`; 1.8 counts as 8. */
export function javaReleaseIn(output: string): number | null {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  if (!first) return null;
  return Number(first === '1' && second ? second : first);
}

/** `go version go1.26.8 linux/amd64` → `1.26.8`. */
export const goVersionIn = (output: string): string | null => /go(\d+\.\d+(?:\.\d+)?)/.exec(output)?.[1] ?? null;
