import { checkPosition } from './position.js';
import { fitted, smallEnough } from './sizes.js';
import { wav } from './wav.js';

describe('making pictures smaller', () => {
  it.each([
    [4000, 3000, 1600, 1200],
    [3000, 4000, 1200, 1600],
    [800, 600, 800, 600],
    [10_000, 1, 1600, 1],
  ])('fits %i × %i into %i × %i', (width, height, toWidth, toHeight) => {
    expect(fitted(width, height)).toEqual({ width: toWidth, height: toHeight });
  });

  it('stops at the first quality that is small enough', async () => {
    const tried: number[] = [];
    const found = await smallEnough((quality) => Promise.resolve({ size: quality * 600_000, at: tried.push(quality) }));
    expect(tried).toEqual([0.82]);
    expect(found?.size).toBeLessThan(500_000);
  });

  it('takes the smallest that there is where none is small enough', async () => {
    const found = await smallEnough((quality) => Promise.resolve({ size: quality * 9e6 }));
    expect(found?.size).toBe(4.5e6);
  });

  it('answers nothing where the browser makes nothing', async () => {
    expect(await smallEnough(() => Promise.resolve(null))).toBeNull();
  });
});

describe('a voice note', () => {
  it('is a WAV file whose header tells its length', () => {
    const view = new DataView(wav(new Float32Array([0, 1, -2])));
    expect(view.byteLength).toBe(50);
    expect(view.getUint32(40, true)).toBe(6);
    expect([44, 46, 48].map((at) => view.getInt16(at, true))).toEqual([0, 32767, -32767]);
  });
});

describe('where a device says that it is', () => {
  it.each([
    [{}, null],
    [{ latitude: 35, longitude: 104.6 }, { latitude: 35, longitude: 104.6, accuracyM: null }],
    [{ latitude: -90, longitude: 180, accuracyM: 12.5 }, { latitude: -90, longitude: 180, accuracyM: 12.5 }],
    [{ latitude: 0, longitude: 0, accuracyM: 40_000 }, { latitude: 0, longitude: 0, accuracyM: 1_000 }],
  ])('is taken: %o', (given, position) => {
    expect(checkPosition(given)).toEqual({ ok: true, position });
  });

  it.each([
    [{ latitude: 35 }, 'longitude'],
    [{ longitude: 104 }, 'latitude'],
    [{ latitude: 90.1, longitude: 0 }, 'latitude'],
    [{ latitude: 0, longitude: Number.NaN }, 'longitude'],
    [{ latitude: 0, longitude: 0, accuracyM: -1 }, 'accuracyM'],
  ])('is refused by its field: %o', (given, field) => {
    expect(checkPosition(given)).toMatchObject({ ok: false, code: 'INPUT_INVALID', details: { field } });
  });
});
