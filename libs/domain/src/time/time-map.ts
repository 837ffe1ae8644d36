/**
 * How the engine's time is read as business time: the one mapping of a simulation, used by workflows, services and
 * calendar alike. Limits are never scaled; only how long the engine waits for an instant is. Instants in milliseconds.
 */
export interface TimeMap {
  engineEpochMs: number;
  businessEpochMs: number;
  /** Business milliseconds that pass in one millisecond of the engine; more than 0. */
  rate: number;
}

/** Outside simulations both times are the same. */
export const IDENTITY: TimeMap = { engineEpochMs: 0, businessEpochMs: 0, rate: 1 };

/** The business instant (ms) at an instant of the engine (ms). */
export const businessAt = ({ engineEpochMs, businessEpochMs, rate }: TimeMap, engineMs: number): number =>
  Math.round(businessEpochMs + (engineMs - engineEpochMs) * rate);

/** The engine's instant (ms) at which a business instant (ms) is reached; never before it. */
export const engineAt = ({ engineEpochMs, businessEpochMs, rate }: TimeMap, businessMs: number): number =>
  Math.ceil(engineEpochMs + (businessMs - businessEpochMs) / rate);

/** Whether both times are the same at every instant, whatever the two epochs are called. */
export const isIdentity = ({ engineEpochMs, businessEpochMs, rate }: TimeMap): boolean =>
  rate === 1 && engineEpochMs === businessEpochMs;
