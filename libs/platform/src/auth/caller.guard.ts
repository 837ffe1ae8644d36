import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '../errors/index.js';
import { ACCESS_METADATA, callerOf, type Access } from './access.js';
import { hasRole } from './caller.js';
import { needsAccess } from './resolver-metadata.js';

/**
 * Closed by default: a root field or entity reference without a declared role is refused, whoever asks.
 * Plain field resolvers are reached only through one of those and carry no declaration of their own.
 */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    const access = this.reflector.get<Access | undefined>(ACCESS_METADATA, context.getHandler());
    if (access === undefined) {
      if (needsAccess(context.getHandler())) throw new AppError('FORBIDDEN', { reason: 'no role declared' });
      return true;
    }
    const caller = callerOf(context);
    if (access.public) return true;
    if (caller.kind === 'anonymous') throw new AppError('UNAUTHENTICATED');
    if (!hasRole(caller, ...access.roles)) throw new AppError('FORBIDDEN');
    return true;
  }
}
