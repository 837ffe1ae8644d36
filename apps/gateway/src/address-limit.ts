import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AppError } from '@yiwang/platform/errors';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

const WINDOW_MS = 60_000;
const ADDRESSES = 20_000;

/** Counts by address within a minute from the first. */
class Counter {
  private readonly counts = new LRUCache<string, { count: number }>({ max: ADDRESSES, ttl: WINDOW_MS });

  add(address: string): number {
    const known = this.counts.get(address);
    if (known) return (known.count += 1);
    this.counts.set(address, { count: 1 });
    return 1;
  }

  of(address: string): number {
    return this.counts.get(address)?.count ?? 0;
  }
}

/**
 * Limits callers without a token by their address; who brings one is known to the services. The gateway itself verifies
 * no token, so refusals by the services are counted: a made-up token is no way round the limit.
 */
export class AddressLimit {
  private readonly anonymous = new Counter();
  private readonly refusedTokens = new Counter();

  constructor(private readonly perMinute: number) {}

  admits(address: string, hasToken: boolean): boolean {
    if (hasToken) return this.refusedTokens.of(address) < this.perMinute;
    return this.anonymous.add(address) <= this.perMinute;
  }

  noteRefusedToken(address: string): void {
    this.refusedTokens.add(address);
  }
}

@Injectable()
export class AddressLimitGuard implements CanActivate {
  constructor(private readonly limit: AddressLimit) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (this.limit.admits(request.ip, Boolean(request.headers.authorization))) return true;
    throw new AppError('TOO_MANY_REQUESTS');
  }
}
