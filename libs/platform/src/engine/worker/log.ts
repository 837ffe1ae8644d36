import { IllegalStateError } from '@temporalio/common';
import { Runtime, type LogLevel, type Logger as TemporalLogger, type LogMetadata } from '@temporalio/worker';

/** What is used of pino. */
export interface WorkerLog {
  trace(fields: object, message: string): void;
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Metadata may hold 64-bit numbers, which JSON cannot. */
const plain = (meta: LogMetadata = {}): object => {
  const { error, ...rest } = meta;
  const fields = Object.entries(rest).map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]);
  return { ...Object.fromEntries(fields), ...(error === undefined ? {} : { err: error }) };
};

export function temporalLogger(log: WorkerLog): TemporalLogger {
  const write = (level: LogLevel, message: string, meta?: LogMetadata): void =>
    log[level.toLowerCase() as keyof WorkerLog](plain(meta), message);
  return {
    log: write,
    trace: (message, meta) => write('TRACE', message, meta),
    debug: (message, meta) => write('DEBUG', message, meta),
    info: (message, meta) => write('INFO', message, meta),
    warn: (message, meta) => write('WARN', message, meta),
    error: (message, meta) => write('ERROR', message, meta),
  };
}

/**
 * Sends the SDK's and the native core's log to ours. Before anything else of the worker; signals stay with the process
 * that runs the worker, which stops it in its own order. Where a runtime is there already, as in a test that started a
 * server of its own, that one stays.
 */
export function installRuntime(log: WorkerLog): void {
  try {
    Runtime.install({
      logger: temporalLogger(log),
      shutdownSignals: [],
      telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
    });
  } catch (error) {
    if (!(error instanceof IllegalStateError)) throw error;
    log.debug({}, 'the engine runtime was there already');
  }
}
