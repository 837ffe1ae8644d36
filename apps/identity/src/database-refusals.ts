import { QueryFailedError } from 'typeorm';

const CODES = { unique: '23505', overlap: '23P01' } as const;

/** Whether PostgreSQL refused a write by the constraint of that name: it judges what happens at the same moment. */
export function violates(error: unknown, kind: keyof typeof CODES, constraint?: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { code?: string; constraint?: string };
  return cause.code === CODES[kind] && (constraint === undefined || cause.constraint === constraint);
}
