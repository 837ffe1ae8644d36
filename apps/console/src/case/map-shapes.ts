/** Longitude and latitude, degrees, WGS 84. */
export type Position = readonly [longitude: number, latitude: number];

const isPosition = (value: unknown): value is Position => Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
const isRing = (value: unknown): value is Position[] => Array.isArray(value) && value.length > 2 && value.every(isPosition);

/** The rings of a GeoJSON Polygon or MultiPolygon, holes too; none of anything else. */
export function ringsOf(geometry: unknown): Position[][] {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (!Array.isArray(coordinates)) return [];
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? (coordinates as unknown[]) : [];
  return polygons.flatMap((polygon) => (Array.isArray(polygon) ? polygon.filter(isRing) : []));
}

export interface Frame {
  width: number;
  height: number;
  /** A position in the picture's own units, from its upper left corner; north is up. */
  place(position: Position): readonly [x: number, y: number];
  /** Metres to a unit of the picture. */
  metres: number;
}

const METRES_A_DEGREE = 111_320;

/**
 * A frame around everything that is given, `width` wide with a margin. A county is small enough that degrees of longitude
 * shrink alike all over it: by the cosine of its middle.
 */
export function frameOf(positions: readonly Position[], width: number, margin: number): Frame {
  const [east, north] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  const [west, right, south, top] = [Math.min(...east), Math.max(...east), Math.min(...north), Math.max(...north)];
  const shrink = Math.cos((((south + top) / 2) * Math.PI) / 180);
  const [across, down] = [Math.max((right - west) * shrink, 1e-5), Math.max(top - south, 1e-5)];
  const inside = width - 2 * margin;
  const scale = inside / Math.max(across, down * 1.2);
  const height = Math.max(down * scale, inside * 0.45) + 2 * margin;
  const [left, above] = [(width - across * scale) / 2, (height - down * scale) / 2];
  return {
    ...{ width, height, metres: METRES_A_DEGREE / scale },
    place: ([x, y]) => [left + (x - west) * shrink * scale, above + (top - y) * scale],
  };
}

/** A ring as the path of an SVG. */
export const pathOf = (ring: readonly Position[], { place }: Frame): string =>
  `M${ring.map((position) => place(position).map((unit) => unit.toFixed(1)).join(' ')).join('L')}Z`;

/** A round length for the scale: 1, 2 or 5 times a power of ten, at most `most` metres. */
export function scaleLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((times) => times * power <= most) ?? 1) * power;
}
