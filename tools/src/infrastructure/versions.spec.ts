import { compareVersions, goVersionIn, javaReleaseIn, serverVersionIn } from './versions.js';

describe('reading versions of programs', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment', 17],
    ['java version "1.8.0_401"', 8],
    ['openjdk version "21" 2023-09-19', 21],
    ['bash: java: command not found', null],
  ])('finds the Java release in %j', (output, release) => {
    expect(javaReleaseIn(output)).toBe(release);
  });

  it('finds the server in what the Temporal command prints', () => {
    expect(serverVersionIn('temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)')).toBe('1.29.1');
    expect(serverVersionIn('unknown flag')).toBeNull();
  });

  it('finds the Go version', () => {
    expect(goVersionIn('go version go1.26.8 linux/amd64')).toBe('1.26.8');
    expect(goVersionIn('go version go1.21 darwin/arm64')).toBe('1.21');
  });

  it.each([
    ['1.29.1', '1.31.0', -1],
    ['1.31.0', '1.31', 0],
    ['1.100.0', '1.31.0', 1],
  ])('compares %s with %s by number', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});
