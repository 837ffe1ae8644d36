import { frameOf, pathOf, ringsOf, scaleLength, type Position } from './map-shapes.js';

const SQUARE: Position[] = [[113, 28], [113.01, 28], [113.01, 28.01], [113, 28.01], [113, 28]];

describe('the map of a case', () => {
  it('takes the rings of polygons and of many polygons, and nothing else', () => {
    expect(ringsOf({ type: 'Polygon', coordinates: [SQUARE] })).toEqual([SQUARE]);
    expect(ringsOf({ type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]] })).toHaveLength(2);
    expect([null, {}, { type: 'Point', coordinates: [1, 2] }, { type: 'Polygon', coordinates: ['x'] }].map(ringsOf)).toEqual([[], [], [], []]);
  });

  it('puts everything inside its margin, north up', () => {
    const frame = frameOf(SQUARE, 320, 16);
    const places = SQUARE.map(frame.place);
    expect(places.every(([x, y]) => x >= 15.9 && x <= 304.1 && y >= 15.9 && y <= frame.height - 15.9)).toBe(true);
    expect(frame.place([113, 28.01])[1]).toBeLessThan(frame.place([113, 28])[1]);
  });

  it('keeps a degree of longitude shorter than one of latitude, as it is here', () => {
    const { place } = frameOf(SQUARE, 320, 16);
    const [width, height] = [place([113.01, 28])[0] - place([113, 28])[0], place([113, 28])[1] - place([113, 28.01])[1]];
    expect(width / height).toBeCloseTo(Math.cos((28.005 * Math.PI) / 180), 3);
  });

  it('draws a single point without dividing by nothing', () => {
    const frame = frameOf([[113, 28]], 320, 16);
    expect(pathOf([[113, 28]], frame)).toMatch(/^M[\d.]+ [\d.]+Z$/);
  });

  it.each([[730, 500], [250, 200], [199, 100], [1_000, 1_000]])('has a round scale of at most %i m', (most, expected) => {
    expect(scaleLength(most)).toBe(expected);
  });
});
