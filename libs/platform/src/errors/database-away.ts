/** SQLSTATEs: being shut down or started (57P01–57P03), too many connections (53300), any failure of a connection (08). */
const STATES = /^(57P0[123]|53300|08[0-9A-Z]{3})$/;
/** What the system says of a connection. */
const CONNECTION_CODES: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** The driver's own words where it has no code. */
const DRIVER_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/**
 * Whether a statement failed because the database does not answer: stopped, starting, out of connections or cut off. It
 * says nothing of the statement, which may be repeated with its key.
 */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, driverError, errors } = (error ?? {}) as {
    code?: unknown;
    message?: unknown;
    driverError?: unknown;
    /** Of an AggregateError: one for each address that was tried. */
    errors?: unknown;
  };
  if (driverError) return isDatabaseAway(driverError);
  if (CONNECTION_CODES.has(code) || STATES.test(String(code))) return true;
  if (Array.isArray(errors) && errors.length > 0) return errors.every(isDatabaseAway);
  return typeof message === 'string' && DRIVER_WORDS.test(message);
}
