import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { preferredLanguage } from '@yiwang/contracts/errors';
import { AppError } from '../errors/index.js';
import type { Caller } from './caller.js';
import { TokenVerifier } from './token-verifier.js';

type Headers = Record<string, string | string[] | undefined>;

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** Makes a caller of a request's headers; a request without a token is anonymous, one with a bad token is refused. */
@Injectable()
export class CallerResolver {
  constructor(private readonly verifier: TokenVerifier) {}

  /** @throws AppError UNAUTHENTICATED when a token is there but not good. */
  async resolve(headers: Headers): Promise<Caller> {
    const caller = this.anonymous(headers);
    const authorization = single(headers['authorization']);
    if (authorization === undefined || authorization === '') return caller;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new AppError('UNAUTHENTICATED');
    return { ...caller, ...(await this.verifier.verify(token)), token };
  }

  anonymous(headers: Headers): Caller {
    return {
      kind: 'anonymous',
      subject: null,
      username: null,
      clientId: null,
      roles: [],
      token: null,
      language: preferredLanguage(single(headers['accept-language'])),
      correlationId: single(headers['x-correlation-id']) ?? randomUUID(),
    };
  }
}
