import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface PostOptions {
  /** From sending to the last byte of the answer. */
  timeoutMs: number;
  /** Sends once more when a kept connection turns out to have been closed meanwhile; not for what changes something. */
  retryOnStaleSocket: boolean;
  signal?: AbortSignal;
}

const KEPT = { keepAlive: true, maxSockets: 256, scheduling: 'lifo' } as const;
const agents = { 'http:': new HttpAgent(KEPT), 'https:': new HttpsAgent(KEPT) };

/** Posts JSON and answers the body of whatever comes back. @throws when nothing whole comes back in time. */
export async function postJson(
  url: string,
  body: string,
  headers: Record<string, string | undefined>,
  options: PostOptions,
): Promise<string> {
  try {
    return await post(new URL(url), body, headers, options);
  } catch (error) {
    if (!options.retryOnStaleSocket || !(error instanceof StaleSocket)) throw error;
    return post(new URL(url), body, headers, options);
  }
}

class StaleSocket extends Error {}

function post(
  url: URL,
  body: string,
  headers: Record<string, string | undefined>,
  { timeoutMs, signal }: PostOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:';
    const request = (secure ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      agent: secure ? agents['https:'] : agents['http:'],
      signal,
      headers: {
        ...headers,
        'content-type': 'application/json',
        accept: 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    const timer = setTimeout(() => request.destroy(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
    const fail = (error: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      reject(request.reusedSocket && error.code === 'ECONNRESET' ? new StaleSocket(error.message) : error);
    };
    request.on('error', fail);
    request.on('response', (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', fail);
      response.on('end', () => {
        clearTimeout(timer);
        resolve(Buffer.concat(parts).toString('utf8'));
      });
    });
    request.end(body);
  });
}
