import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { ROLES, STAFF_ROLES, type Role } from '@yiwang/contracts/roles';
import type { Caller } from './caller.js';

export const ACCESS_METADATA = 'yiwang:access';

/** Who may call a root field: some roles, or the public. There is no default: a field without one refuses to start. */
export type Access = { public: true } | { public: false; roles: readonly Role[] };

/** Only these roles may. */
export const Allow = (...roles: Role[]) => SetMetadata(ACCESS_METADATA, { public: false, roles } satisfies Access);

/** Any employee of the network, whatever their role. */
export const AllowStaff = (...more: Role[]) => Allow(...STAFF_ROLES, ...more);

/** Anybody who is signed in, residents and external systems included; services of ours are named where they may. */
export const AllowSignedIn = () => Allow(...ROLES.filter((role) => role !== 'service'));

export const FOR_READERS_METADATA = 'yiwang:forReaders';

/** A mutation that changes nothing but what the caller sees: also for those whose positions are read-only. */
export const AlsoReadOnly = () => SetMetadata(FOR_READERS_METADATA, true);

/** Open to the public, without a token; declared like any role. */
export const OpenToPublic = () => SetMetadata(ACCESS_METADATA, { public: true } satisfies Access);

/** The verified caller of this request. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => callerOf(context),
);

/** @throws the refusal of a token that was given but is not good, whoever the field is open to. */
export function callerOf(context: ExecutionContext): Caller {
  const { caller, refusal } = GqlExecutionContext.create(context).getContext<{ caller: Caller; refusal?: unknown }>();
  if (refusal) throw refusal;
  return caller;
}
