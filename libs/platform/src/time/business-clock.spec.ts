import { ConfigurationError, readConfig, serviceShape } from '../config/index.js';
import { BusinessClock } from './index.js';

const { YIWANG_ENV, YIWANG_TIME } = serviceShape;
const read = (environment: Record<string, string>) => readConfig({ YIWANG_ENV, YIWANG_TIME }, environment);
const SETTING = 'engineEpoch=2026-11-25T08:00:00Z,businessEpoch=2026-06-01T01:00:00Z,rate=1440';
const MAP = { engineEpochMs: Date.UTC(2026, 10, 25, 8), businessEpochMs: Date.UTC(2026, 5, 1, 1), rate: 1_440 };

describe('business time', () => {
  it('is the machine’s where nothing is set', () => {
    for (const environment of [{}, { YIWANG_TIME: '' }] as Record<string, string>[]) {
      const clock = new BusinessClock(read(environment).YIWANG_TIME);
      const before = Date.now();
      expect(clock.now().getTime()).toBeGreaterThanOrEqual(before);
      expect(clock.now().getTime()).toBeLessThanOrEqual(Date.now());
      expect(clock.mapped).toBeUndefined();
    }
  });

  it('follows the mapping that the setting gives, and can tell it to workflows', () => {
    const clock = new BusinessClock(read({ YIWANG_TIME: SETTING }).YIWANG_TIME);
    expect(clock.mapped).toEqual(MAP);
    const before = Date.now();
    const business = clock.now().getTime() - MAP.businessEpochMs;
    expect(business).toBeGreaterThanOrEqual((before - MAP.engineEpochMs) * 1_440);
    expect(business).toBeLessThanOrEqual((Date.now() - MAP.engineEpochMs) * 1_440);
  });

  it('names the setting that cannot be read', () => {
    expect(() => read({ YIWANG_TIME: 'fast' })).toThrow(/YIWANG_TIME.*engineEpoch/s);
  });

  it('is refused in production, also by a program that does not read it', () => {
    const production = { YIWANG_ENV: 'production', YIWANG_TIME: SETTING };
    expect(() => read(production)).toThrow(ConfigurationError);
    expect(() => readConfig({ YIWANG_ENV }, production)).toThrow('YIWANG_TIME');
    expect(read({ YIWANG_ENV: 'production', YIWANG_TIME: '' }).YIWANG_TIME.rate).toBe(1);
  });
});
