import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { AppError } from '../errors/index.js';

export type { Logger } from 'pino';

/**
 * One JSON line an event. Names, phones and texts of residents never go in: log ids. What a failed statement carries
 * along, its parameters above all, is left out of errors for the same reason.
 */
export const createLogger = (service: string, level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['*.authorization', '*.token'],
      serializers: { err: describeCause },
    },
    destination,
  );

const MAX_CAUSES = 5;

/** Type, message, code and stack of an error and of what caused it; nothing else that hangs on it. */
function describeCause(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return String(error);
  const { code, cause } = error as Error & { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    stack: error.stack,
    ...(cause === undefined || depth >= MAX_CAUSES ? {} : { cause: describeCause(cause, depth + 1) }),
  };
}

/** Lets Nest write to the same log. Its start-up chatter is debug detail. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }
  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ context }, String(message));
  }
  /** Nest reports every refusal a resolver throws as an error; what is unexpected is logged where errors are formatted. */
  error(message: unknown, stack?: unknown, context?: unknown): void {
    const level = message instanceof AppError ? 'debug' : 'error';
    this.logger[level]({ context, stack }, String(message));
  }
}
