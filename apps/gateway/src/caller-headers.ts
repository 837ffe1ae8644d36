import { randomUUID } from 'node:crypto';

/** What a subgraph needs to know of the caller; nothing else of a request goes on. */
const PASSED_ON = ['authorization', 'accept-language', 'x-correlation-id'] as const;

export type CallerHeaders = Partial<Record<(typeof PASSED_ON)[number], string>>;
type Headers = Record<string, string | string[] | undefined>;

export function callerHeaders(headers: Headers): CallerHeaders {
  const passed: CallerHeaders = {};
  for (const name of PASSED_ON) {
    const value = headers[name];
    if (typeof value === 'string' && value !== '') passed[name] = value;
  }
  return passed;
}

/** A caller's own number is kept when it is one that can stand in a log; else a new one is made. */
export function correlationIdOf(headers: Headers): string {
  const given = headers['x-correlation-id'];
  return typeof given === 'string' && /^[\w.:-]{1,80}$/.test(given) ? given : randomUUID();
}
