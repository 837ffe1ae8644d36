import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { feature } from '@turf/helpers';
import { pointToPolygonDistance } from '@turf/point-to-polygon-distance';
import type { EntityManager } from 'typeorm';
import type { Geometry } from '../boundaries/boundary.rules.js';

export interface PointLocation {
  code: string;
  isInside: boolean;
  /** From the point to the nearest edge; 0 inside. */
  distanceM: number;
}

type Executor = Pick<EntityManager, 'query'>;
interface Candidate {
  code: string;
  geometry: Geometry;
}

/** Boxes are nearest by degrees, shapes by metres: so many boxes are looked at. */
const NEAREST_BOXES = 12;

const GRIDS = `
  select b.area_code as code, b.geometry from boundary b
   where b.area_code >= $1 collate "C" and b.area_code < ($1 || ':') collate "C" and length(b.area_code) = 15
     and b.valid_from <= $2 and (b.valid_to is null or b.valid_to > $2)`;

/** Metres from a point (degrees, WGS 84) to a shape; 0 inside. */
export const distanceM = (longitude: number, latitude: number, geometry: Geometry): number =>
  booleanPointInPolygon([longitude, latitude], geometry)
    ? 0
    : Math.max(0, pointToPolygonDistance([longitude, latitude], feature(geometry), { units: 'meters' }));

/**
 * The grids of an area that hold a point, the smallest first, as a school's lies within a village's; where none does, the
 * nearest ones up to so many metres.
 */
export async function locatePoint(
  manager: Executor,
  { under, longitude, latitude, on, most }: { under: string; longitude: number; latitude: number; on: string; most: number },
  farthestM: number,
): Promise<PointLocation[]> {
  const at = [under, on, longitude, latitude];
  const boxes = await manager.query<Candidate[]>(
    `${GRIDS} and b.bbox @> box(point($3, $4), point($3, $4)) order by b.area_m2, b.area_code`,
    at,
  );
  const holding = boxes.filter(({ geometry }) => booleanPointInPolygon([longitude, latitude], geometry));
  if (holding.length > 0) {
    return holding.slice(0, most).map(({ code }) => ({ code, isInside: true, distanceM: 0 }));
  }
  const nearest = await manager.query<Candidate[]>(
    `${GRIDS} order by b.bbox <-> point($3, $4) limit ${NEAREST_BOXES}`,
    at,
  );
  return nearest
    .map(({ code, geometry }) => ({ code, isInside: false, distanceM: distanceM(longitude, latitude, geometry) }))
    .filter((found) => found.distanceM <= farthestM)
    .toSorted((a, b) => a.distanceM - b.distanceM)
    .slice(0, most);
}
