import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { AppError } from '../errors/index.js';

export type { Logger } from 'pino';

/** One JSON line an event. Names, phones and texts of residents never go in: log ids. */
export const createLogger = (service: string, level: string): Logger =>
  pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime, redact: ['*.authorization', '*.token'] });

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
