import { area } from '@turf/area';
import { bbox } from '@turf/bbox';
import { difference } from '@turf/difference';
import { feature, featureCollection } from '@turf/helpers';
import { kinks } from '@turf/kinks';
import { refuse, type Refusal } from '@yiwang/contracts/errors';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { z } from 'zod';

export type Geometry = Polygon | MultiPolygon;

export interface CheckedBoundary {
  geometry: Geometry;
  /** West, south, east, north; degrees, WGS 84. */
  bbox: [number, number, number, number];
  areaM2: number;
}

const MOST_POINTS = 20_000;
/** Surveys of neighbours never agree to the metre: so much may lie outside without being called a crossing. */
const TOLERATED_SHARE = 0.001;
const TOLERATED_M2 = 100;

const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const Ring = z.array(Point).min(4);
const Shape = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
]);

const invalid = (expected: string): Refusal => refuse('BOUNDARY_INVALID', { field: 'geometry', expected });

/**
 * Reads a boundary: a GeoJSON Polygon or MultiPolygon in degrees, WGS 84, of closed rings that do not cross themselves.
 * Refuses with BOUNDARY_INVALID.
 */
export function checkBoundary(given: unknown): ({ ok: true } & CheckedBoundary) | Refusal {
  const read = Shape.safeParse(given);
  if (!read.success) {
    const where = read.error.issues[0]?.path.join('.') ?? '';
    return invalid(
      `GeoJSON 的 Polygon 或 MultiPolygon，经纬度为 WGS 84 / a GeoJSON Polygon or MultiPolygon, degrees of WGS 84${where && ` (${where})`}`,
    );
  }
  const geometry = read.data as Geometry;
  const rings = ringsOf(geometry);
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > MOST_POINTS) {
    return invalid(`至多 ${MOST_POINTS} 个点 / ${MOST_POINTS} points at most`);
  }
  if (!rings.every(isClosed)) return invalid('首尾相同的环 / rings that end where they begin');
  if (kinks(feature(geometry) as never).features.length > 0) {
    return invalid('不与自身相交的边线 / lines that do not cross themselves');
  }
  const areaM2 = area(geometry);
  if (!(areaM2 > 0)) return invalid('有面积的图形 / a shape with an area');
  return { ok: true, geometry, bbox: bbox(geometry) as CheckedBoundary['bbox'], areaM2 };
}

const ringsOf = (geometry: Geometry): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  return first[0] === last[0] && first[1] === last[1];
}

/** Square metres of the inner shape that lie outside the outer one, beyond what surveys may differ by; else 0. */
export function outsideM2(inner: Geometry, outer: Geometry): number {
  const rest = difference(featureCollection([feature(inner), feature(outer)]));
  const outside = rest === null ? 0 : area(rest);
  return outside > Math.max(TOLERATED_M2, area(inner) * TOLERATED_SHARE) ? Math.round(outside) : 0;
}
