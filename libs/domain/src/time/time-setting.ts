import type { TimeMap } from './time-map.js';

/** A second of the engine is never more than about a day: beyond that a limit of hours could not be told from none. */
export const FASTEST_RATE = 100_000;

export type TimeSetting = { ok: true; map: TimeMap } | { ok: false; expected: string };

/** How the mapping is written as one setting, as programs hand it on to each other. */
export const TIME_SETTING_FORM = 'engineEpoch=2026-11-25T08:00:00Z,businessEpoch=2026-06-01T01:00:00Z,rate=1440';

const FIELDS = ['engineEpoch', 'businessEpoch', 'rate'] as const;
/** Only where the time has an end. */
const UNTIL = 'until';
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

const refused = (what: string): TimeSetting => ({
  ok: false,
  expected: `${what}；写法如 ${TIME_SETTING_FORM} / ${what}; written as ${TIME_SETTING_FORM}`,
});

/**
 * Reads a mapping of time: two instants with their zone that mean the same moment, and a rate above 0; `until` an instant
 * of the engine from which on time passes as it does.
 */
export function readTimeSetting(text: string): TimeSetting {
  const parts = text.split(',').map((part) => part.split('='));
  const given = new Map(parts.map(([name = '', value = '']) => [name.trim(), value.trim()]));
  const isComplete = parts.length === FIELDS.length + Number(given.has(UNTIL)) && FIELDS.every((field) => given.has(field));
  if (!isComplete || parts.some((part) => part.length !== 2)) return refused(FIELDS.join(', '));
  const engineEpochMs = instantOf(given.get('engineEpoch'));
  if (engineEpochMs === null) return refused('engineEpoch');
  const businessEpochMs = instantOf(given.get('businessEpoch'));
  if (businessEpochMs === null) return refused('businessEpoch');
  const rate = rateOf(given.get('rate') ?? '');
  if (rate === null) return refused(`0 < rate ≤ ${FASTEST_RATE}`);
  if (!given.has(UNTIL)) return { ok: true, map: { engineEpochMs, businessEpochMs, rate } };
  const untilEngineMs = instantOf(given.get(UNTIL));
  if (untilEngineMs === null || untilEngineMs < engineEpochMs) return refused(`${UNTIL} ≥ engineEpoch`);
  return { ok: true, map: { engineEpochMs, businessEpochMs, rate, untilEngineMs } };
}

/** The same mapping as a setting; what `readTimeSetting` reads back is equal to it. */
export const writeTimeSetting = ({ engineEpochMs, businessEpochMs, rate, untilEngineMs }: TimeMap): string =>
  `engineEpoch=${instant(engineEpochMs)},businessEpoch=${instant(businessEpochMs)},rate=${rate}` +
  (untilEngineMs === undefined ? '' : `,${UNTIL}=${instant(untilEngineMs)}`);

const instant = (ms: number): string => new Date(ms).toISOString();

/** How many times as fast business time may run: a plain decimal above 0 and at most `FASTEST_RATE`, else null. */
export function rateOf(text: string): number | null {
  const rate = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  return rate > 0 && rate <= FASTEST_RATE ? rate : null;
}

function instantOf(text: string | undefined): number | null {
  if (text === undefined || !INSTANT.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}
