const FORM =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2})[:：](\d{1,2})(?:[:：](\d{1,2})(?:\.\d+)?)?)?$/;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/**
 * Reads the times that boards export (2019/2/28 11:25:05, 2019-04-28 17:32:51, a day alone) as time in China and gives
 * ISO 8601 in UTC; a text that names its own zone is taken at its word. Null for what is no time.
 */
export function readChinaTime(written: string): string | null {
  const text = written.trim();
  if (/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? null : new Date(ms).toISOString();
  }
  const found = FORM.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const asUtc = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const real = asUtc.getUTCMonth() === month - 1 && asUtc.getUTCDate() === day && asUtc.getUTCHours() === hour;
  const usable = real && minute < 60 && second < 60;
  return usable ? new Date(asUtc.getTime() - CHINA_OFFSET_MS).toISOString() : null;
}
