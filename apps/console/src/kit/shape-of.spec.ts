import { shapeOf } from './shape-of.js';

const SQUARE = [[113, 28], [113.01, 28], [113.01, 28.01], [113, 28.01], [113, 28]];

describe('what can be drawn of an area', () => {
  it.each([{ type: 'Polygon', coordinates: [SQUARE] }, { type: 'Polygon', coordinates: [SQUARE, SQUARE] }, { type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]] }])('is one polygon or many: %j', (geometry) => {
    expect(shapeOf(geometry)).toBe(geometry);
  });

  it.each([
    null,
    'x',
    {},
    { type: 'Point', coordinates: [1, 2] },
    { type: 'Polygon', coordinates: [] },
    { type: 'Polygon', coordinates: ['x'] },
    { type: 'Polygon', coordinates: [[[113, 28], [113, 'x'], [113, 28], [113, 28]]] },
    { type: 'MultiPolygon', coordinates: [] },
    { type: 'MultiPolygon', coordinates: [[SQUARE], []] },
  ])('is nothing else: %j', (geometry) => expect(shapeOf(geometry)).toBeNull());
});
