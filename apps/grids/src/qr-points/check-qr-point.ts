import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { levelOf } from '@yiwang/domain/areas';
import { checkText, tidyTitle } from '@yiwang/domain/intake';

export interface QrPointRow {
  code: string;
  areaCode: string;
  label: string;
  latitude?: number | null;
  longitude?: number | null;
}

export type CheckedQrPoint = Required<QrPointRow>;

const MAX_LABEL = 100;
const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{2,63}$/;

const invalid = (field: string, expected: string): Refusal => refuse('INPUT_INVALID', { field, expected });

/** Checks what can be said of a QR point without looking at others. */
export function checkQrPoint(row: QrPointRow): { ok: true; point: CheckedQrPoint } | Refusal {
  const code = row.code.trim();
  if (!CODE.test(code)) {
    return invalid('code', '3 至 64 位字母、数字、- 或 _ / 3 to 64 letters, digits, - or _');
  }
  const areaCode = row.areaCode.trim();
  const level = levelOf(areaCode);
  if (level === null) return refuse('AREA_UNKNOWN', { field: 'areaCode', value: areaCode });
  if (level !== 'grid') return invalid('areaCode', '15 位网格编码 / the 15 digits of a grid');
  const label = checkText('label', row.label, MAX_LABEL, tidyTitle);
  if (!label.ok) return label;
  if (label.text === '') return invalid('label', '不能为空 / must not be empty');
  const { latitude = null, longitude = null } = row;
  if ((latitude === null) !== (longitude === null)) {
    return invalid(latitude === null ? 'latitude' : 'longitude', '经纬度须同时填写 / give both or neither');
  }
  if (latitude !== null && !(Math.abs(latitude) <= 90)) return invalid('latitude', '-90 … 90');
  if (longitude !== null && !(Math.abs(longitude) <= 180)) return invalid('longitude', '-180 … 180');
  return { ok: true, point: { code, areaCode, label: label.text, latitude, longitude } };
}
