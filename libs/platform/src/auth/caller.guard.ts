import { Inject, Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AppError } from '../errors/index.js';
import { ACCESS_METADATA, callerOf, type Access } from './access.js';
import { hasRole, type Caller } from './caller.js';
import { needsAccess } from './resolver-metadata.js';
import { RoleRefusals } from './role-refusals.js';

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Closed by default: a root field or entity reference without a declared role is refused, whoever asks.
 * Plain field resolvers are reached only through one of those and carry no declaration of their own.
 */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Optional() @Inject(RoleRefusals) private readonly refusals?: RoleRefusals,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (context.getType<string>() !== 'graphql') return true;
    const access = this.reflector.get<Access | undefined>(ACCESS_METADATA, context.getHandler());
    if (access === undefined) {
      if (needsAccess(context.getHandler())) throw new AppError('FORBIDDEN', { reason: 'no role declared' });
      return true;
    }
    const caller = callerOf(context);
    if (access.public) return true;
    if (caller.kind === 'anonymous') throw new AppError('UNAUTHENTICATED');
    return hasRole(caller, ...access.roles) || this.refuse(context, caller);
  }

  /** On the audit trail before the caller hears of it, where it is an operation and not a field beneath one. */
  private async refuse(context: ExecutionContext, caller: Caller): Promise<never> {
    const graph = GqlExecutionContext.create(context);
    const { parentType, fieldName } = graph.getInfo<GraphQLResolveInfo>();
    // A reference to an entity comes without arguments.
    const args = graph.getArgs<Record<string, unknown> | undefined>() ?? {};
    if (ROOTS.has(parentType.name)) await this.refusals?.note({ operation: fieldName, caller, args });
    throw new AppError('FORBIDDEN');
  }
}
