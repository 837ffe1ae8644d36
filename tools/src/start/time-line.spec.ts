import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDENTITY } from '@yiwang/domain/time';
import { readStartOptions } from './options.js';
import { isReal, readTimeWish, timeLineOf, type TimeWish } from './time-line.js';

const START = Date.UTC(2026, 5, 1, 1);
const NOW = Date.UTC(2026, 10, 25, 8);

describe('--time', () => {
  it.each([
    ['1440', { rate: 1_440, businessStartMs: null }],
    ['0.5', { rate: 0.5, businessStartMs: null }],
    ['60@2026-06-01T09:00', { rate: 60, businessStartMs: START }],
    ['60@2026-06-01T01:00Z', { rate: 60, businessStartMs: START }],
    ['60@2026-06-01', { rate: 60, businessStartMs: START - 9 * 3_600_000 }],
  ])('%s', (text, wish) => {
    expect(readTimeWish(text)).toEqual(wish);
    expect(readStartOptions(['--time', text], {}).time).toEqual(wish);
  });

  it.each(['', '0', '-1', 'fast', '1e9', '200000', '60@', '60@June', '60@2026-13-01', '60@2026-06-01@x'])('refuses %j', (text) => {
    expect(() => readTimeWish(text)).toThrow('--time 1440@2026-06-01T09:00');
  });

  it('is refused in production', () => {
    expect(() => readStartOptions(['--no-demo', '--time', '60'], { YIWANG_ENV: 'production' })).toThrow('--time');
    expect(readStartOptions([], {}).time).toBeNull();
  });
});

describe('the time line of a data folder', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'yiwang-time-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));
  const lineOf = async (wish: TimeWish | null, nowMs = NOW, environment = 'development') =>
    (await timeLineOf({ dataDir, wish, environment }))(nowMs);
  const wish = { rate: 1_440, businessStartMs: START };

  it('is the real one unless something is wished', async () => {
    await expect(lineOf(null)).resolves.toEqual(IDENTITY);
    await expect(lineOf(null, NOW, 'production')).resolves.toEqual(IDENTITY);
  });

  it('begins once and goes on after a restart, with the wish repeated or left out', async () => {
    const first = await lineOf(wish);
    expect(first).toEqual({ engineEpochMs: NOW, businessEpochMs: START, rate: 1_440 });
    await expect(lineOf(null, NOW + 60_000)).resolves.toEqual(first);
    await expect(lineOf(wish, NOW + 60_000)).resolves.toEqual(first);
    await expect(lineOf({ rate: 1_440, businessStartMs: null }, NOW + 60_000)).resolves.toEqual(first);
  });

  it('does not change under the cases that count on it', async () => {
    await lineOf(wish);
    await expect(lineOf({ rate: 60, businessStartMs: null })).rejects.toThrow('--reset');
    await expect(lineOf({ ...wish, businessStartMs: START + 1 })).rejects.toThrow('1440 times as fast');
    await expect(lineOf(null, NOW, 'production')).rejects.toThrow('production');
  });

  it('can live a history first, and is the real one afterwards', async () => {
    const day = 86_400_000;
    const map = await lineOf({ rate: 1_440, businessStartMs: null, historyMs: 20 * day });
    expect(map).toMatchObject({ engineEpochMs: NOW, untilEngineMs: NOW + 20 * 60_000, rate: 1_440 });
    await expect(lineOf(null, NOW + 5 * day)).resolves.toEqual(map);
    expect([isReal(map, NOW), isReal(map, NOW + 20 * 60_000), isReal(IDENTITY, NOW)]).toEqual([false, true, true]);
  });

  it('does not bend a folder that has lived in real time', async () => {
    await writeFile(join(dataDir, 'secrets.json'), '{}');
    await expect(lineOf(wish)).rejects.toThrow('real time');
  });
});
