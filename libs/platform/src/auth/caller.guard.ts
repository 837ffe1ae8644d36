import { Inject, Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AppError } from '../errors/index.js';
import { ACCESS_METADATA, callerOf, FOR_READERS_METADATA, type Access } from './access.js';
import { acting, hasRole, type Caller } from './caller.js';
import { PositionDirectory } from './position-directory.js';
import { needsAccess } from './resolver-metadata.js';
import { RoleRefusals, type RoleRefusal } from './role-refusals.js';

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);
/** Those whose positions may be read-only. */
const MAY_ONLY_READ = ['supervisor', 'leader', 'administrator'] as const;

/**
 * Closed by default: a root field or entity reference without a declared role is refused, whoever asks.
 * Plain field resolvers are reached only through one of those and carry no declaration of their own.
 */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Optional() @Inject(RoleRefusals) private readonly refusals?: RoleRefusals,
    @Optional() @Inject(PositionDirectory) private readonly positions?: PositionDirectory,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (context.getType<string>() !== 'graphql') return true;
    const access = this.reflector.get<Access | undefined>(ACCESS_METADATA, context.getHandler());
    if (access === undefined) {
      if (needsAccess(context.getHandler())) throw new AppError('FORBIDDEN', { reason: 'no role declared' });
      return true;
    }
    const caller = callerOf(context);
    if (!access.public && caller.kind === 'anonymous') throw new AppError('UNAUTHENTICATED');
    if (!access.public && !hasRole(caller, ...access.roles)) return this.refuse(context, caller, 'FORBIDDEN');
    return this.changes(context) ? this.mayAct(context, caller, access) : true;
  }

  private changes(context: ExecutionContext): boolean {
    // A reference to an entity has no parent.
    const { parentType } = GqlExecutionContext.create(context).getInfo<Partial<GraphQLResolveInfo> | undefined>() ?? {};
    return parentType?.name === 'Mutation' && !this.reflector.get<true | undefined>(FOR_READERS_METADATA, context.getHandler());
  }

  /** Whoever only reads is told so; of whoever acts as well, only the positions that may count from here on. */
  private async mayAct(context: ExecutionContext, caller: Caller, access: Access): Promise<boolean> {
    // Whoever has none of these roles is not asked about; while identity is away whatever needs a position asks again.
    const held = hasRole(caller, ...MAY_ONLY_READ) ? ((await this.positions?.positionsOf(caller).catch(() => [])) ?? []) : [];
    if (!access.public && held.length > 0 && acting(held).length === 0) return this.refuse(context, caller, 'POSITION_READ_ONLY');
    caller.acts = true;
    return true;
  }

  /** On the audit trail before the caller hears of it, where it is an operation and not a field beneath one. */
  private async refuse(context: ExecutionContext, caller: Caller, code: RoleRefusal['code']): Promise<never> {
    const graph = GqlExecutionContext.create(context);
    const { parentType, fieldName } = graph.getInfo<GraphQLResolveInfo>();
    // A reference to an entity comes without arguments.
    const args = graph.getArgs<Record<string, unknown> | undefined>() ?? {};
    if (ROOTS.has(parentType.name)) await this.refusals?.note({ operation: fieldName, caller, code, args });
    throw new AppError(code);
  }
}
