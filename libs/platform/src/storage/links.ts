import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors/index.js';

export type LinkAction = 'upload' | 'download';

export interface SignedQuery {
  expires?: unknown;
  signature?: unknown;
}

const SHORTEST_SECRET = 32;

/**
 * Links that let whoever holds one do one thing with one attachment until it expires. The first secret signs, every
 * secret verifies, so that one can be replaced.
 */
export class AttachmentLinks {
  constructor(
    /** Where the routes are reached from outside, without a slash at the end. */
    private readonly publicUrl: string,
    private readonly secrets: readonly string[],
    private readonly nowSeconds: () => number = () => Math.floor(Date.now() / 1000),
  ) {
    if (secrets.length === 0 || secrets.some((secret) => secret.length < SHORTEST_SECRET)) {
      throw new Error(`Links need secrets of at least ${SHORTEST_SECRET} characters`);
    }
  }

  upload(id: string, expiresInSeconds: number): string {
    return this.link('upload', id, expiresInSeconds);
  }

  download(id: string, expiresInSeconds: number): string {
    return this.link('download', id, expiresInSeconds);
  }

  /** Answers for how many more seconds the link holds. Errors: LINK_EXPIRED, also for one that we did not sign. */
  verify(action: LinkAction, id: string, { expires, signature }: SignedQuery): number {
    const at = typeof expires === 'string' && /^\d{1,12}$/.test(expires) ? Number(expires) : NaN;
    const given = Buffer.from(typeof signature === 'string' ? signature : '', 'base64url');
    // All secrets are tried, so that the time taken tells nothing.
    const matches = this.secrets.map((secret) => {
      const wanted = sign(secret, action, id, at);
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    });
    const left = at - this.nowSeconds();
    if (!matches.includes(true) || !(left > 0)) throw new AppError('LINK_EXPIRED');
    return left;
  }

  private link(action: LinkAction, id: string, expiresInSeconds: number): string {
    const expires = this.nowSeconds() + Math.floor(expiresInSeconds);
    const signature = sign(this.secrets[0]!, action, id, expires).toString('base64url');
    return `${this.publicUrl}/attachments/${id}?expires=${expires}&signature=${signature}`;
  }
}

const sign = (secret: string, action: LinkAction, id: string, expires: number): Buffer =>
  createHmac('sha256', secret).update(`v1\n${action}\n${id}\n${expires}`).digest();
