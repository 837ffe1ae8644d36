export interface GivenPosition {
  latitude?: number | null;
  longitude?: number | null;
  accuracyM?: number | null;
}

export interface Position {
  latitude: number;
  longitude: number;
  accuracyM: number | null;
}

interface PositionRefusal {
  ok: false;
  code: 'INPUT_INVALID';
  details: { field: string; expected: string };
}

/** Beyond this a phone says that it does not know. */
const LEAST_ACCURATE_M = 1_000;

const refusal = (field: string, expected: string): PositionRefusal => ({ ok: false, code: 'INPUT_INVALID', details: { field, expected } });

/**
 * Where a device says that it is: both degrees (WGS 84) or neither, and metres of accuracy, counted up to 1,000. Null
 * where it does not say. Errors: INPUT_INVALID.
 */
export function checkPosition({ latitude = null, longitude = null, accuracyM = null }: GivenPosition): { ok: true; position: Position | null } | PositionRefusal {
  if ((latitude === null) !== (longitude === null)) {
    return refusal(latitude === null ? 'latitude' : 'longitude', '经纬度须同时填写 / give both or neither');
  }
  if (latitude === null || longitude === null) return { ok: true, position: null };
  if (!(Math.abs(latitude) <= 90)) return refusal('latitude', '-90 … 90');
  if (!(Math.abs(longitude) <= 180)) return refusal('longitude', '-180 … 180');
  if (accuracyM !== null && !(accuracyM >= 0)) return refusal('accuracyM', '≥ 0');
  return { ok: true, position: { latitude, longitude, accuracyM: accuracyM === null ? null : Math.min(accuracyM, LEAST_ACCURATE_M) } };
}
