import { Context, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Position } from '../positions/position.types.js';
import { PositionsService } from '../positions/positions.service.js';
import { Client } from './client.types.js';
import { ClientsService } from './clients.service.js';

@Resolver(() => Client)
export class ClientsResolver {
  constructor(
    private readonly clients: ClientsService,
    private readonly positionsOf: PositionsService,
  ) {}

  @Query(() => [Client], { name: 'clients', description: "The outside systems of the caller's county." })
  @Allow('administrator')
  list(@CurrentCaller() caller: Caller): Promise<Client[]> {
    return this.clients.list(caller);
  }

  @ResolveReference()
  @AllowStaff('externalSystem')
  resolveReference({ subject }: { subject: string }, { loaders, caller }: GraphContext): Promise<Client | null> {
    const clients = loaders.get('client', (subjects) => this.clients.visibleTo(caller, subjects));
    return clients.load(subject.toLowerCase());
  }

  @ResolveField(() => [Position], { description: 'What it is appointed to now.' })
  async positions(@Parent() client: Client, @Context() { loaders }: GraphContext): Promise<Position[]> {
    const held = loaders.get('positions true', (ids) => this.positionsOf.ofHolders(ids, true));
    return (await held.load(client.subject)) ?? [];
  }
}
