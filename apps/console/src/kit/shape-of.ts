/** Longitude and latitude, degrees, WGS 84. */
export type Position = readonly [longitude: number, latitude: number];
export type Shape = GeoJSON.Polygon | GeoJSON.MultiPolygon;

const isPosition = (value: unknown): boolean => Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
const isRing = (value: unknown): boolean => Array.isArray(value) && value.length > 3 && value.every(isPosition);
const isPolygon = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isRing);

/** A GeoJSON Polygon or MultiPolygon that can be drawn; null for anything else. */
export function shapeOf(geometry: unknown): Shape | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type === 'Polygon' && isPolygon(coordinates)) return geometry as Shape;
  return type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.length > 0 && coordinates.every(isPolygon) ? (geometry as Shape) : null;
}
