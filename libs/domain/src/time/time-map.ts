/**
 * How the engine's time is read as business time: the one mapping of a simulation, used by workflows, services and
 * calendar alike. Limits are never scaled; only how long the engine waits for an instant is. Instants in milliseconds.
 */
export interface TimeMap {
  engineEpochMs: number;
  businessEpochMs: number;
  /** Business milliseconds that pass in one millisecond of the engine; more than 0. */
  rate: number;
  /** From this instant of the engine on time passes as it does: a history that was lived quickly has caught up. */
  untilEngineMs?: number;
}

/** Outside simulations both times are the same. */
export const IDENTITY: TimeMap = { engineEpochMs: 0, businessEpochMs: 0, rate: 1 };

const atRate = ({ engineEpochMs, businessEpochMs, rate }: TimeMap, engineMs: number): number =>
  Math.round(businessEpochMs + (engineMs - engineEpochMs) * rate);

/** The business instant (ms) at an instant of the engine (ms). */
export function businessAt(map: TimeMap, engineMs: number): number {
  const { untilEngineMs = engineMs } = map;
  return engineMs <= untilEngineMs ? atRate(map, engineMs) : atRate(map, untilEngineMs) + (engineMs - untilEngineMs);
}

/** The engine's instant (ms) at which a business instant (ms) is reached; never before it. */
export function engineAt(map: TimeMap, businessMs: number): number {
  const { engineEpochMs, businessEpochMs, rate, untilEngineMs } = map;
  const caughtUpMs = untilEngineMs === undefined ? businessMs : atRate(map, untilEngineMs);
  return untilEngineMs === undefined || businessMs <= caughtUpMs
    ? Math.ceil(engineEpochMs + (businessMs - businessEpochMs) / rate)
    : Math.ceil(untilEngineMs + (businessMs - caughtUpMs));
}

/** Whether both times are the same at every instant, whatever the two epochs are called. */
export const isIdentity = ({ engineEpochMs, businessEpochMs, rate }: TimeMap): boolean =>
  rate === 1 && engineEpochMs === businessEpochMs;

/**
 * The mapping that lives so many days (business time) until the engine's time and business time meet, at that rate; from
 * then on both are the same. The rate is more than 1.
 */
export function catchingUp(engineEpochMs: number, daysMs: number, rate: number): Required<TimeMap> {
  const untilEngineMs = Math.round(engineEpochMs + daysMs / rate);
  const businessEpochMs = untilEngineMs - Math.round((untilEngineMs - engineEpochMs) * rate);
  return { engineEpochMs, businessEpochMs, rate, untilEngineMs };
}
