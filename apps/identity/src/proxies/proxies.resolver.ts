import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { DateTime, type GraphContext } from '@yiwang/platform/graphql';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.types.js';
import { GrantProxyInput, Proxy } from './proxy.types.js';
import { ProxiesService } from './proxies.service.js';

@Resolver(() => Proxy)
export class ProxiesResolver {
  constructor(
    private readonly proxies: ProxiesService,
    private readonly people: PeopleService,
  ) {}

  @Mutation(() => Proxy, { description: 'Records that a resident agreed that somebody of the staff files for them.' })
  @AllowStaff('resident')
  grantProxy(@CurrentCaller() caller: Caller, @Args('input') input: GrantProxyInput): Promise<Proxy> {
    return this.proxies.grant(input, caller);
  }

  @Mutation(() => Proxy)
  @AllowStaff('resident')
  withdrawProxy(@CurrentCaller() caller: Caller, @Args('id', { type: () => ID }) id: string): Promise<Proxy> {
    return this.proxies.withdraw(id, caller);
  }

  @Query(() => Proxy, {
    nullable: true,
    description: 'The consent under which the caller may file for this resident at an instant; null: they may not.',
  })
  @AllowStaff()
  async proxyFor(
    @CurrentCaller() { subject }: Caller,
    @Args('residentId', { type: () => ID }) residentId: string,
    @Args('at', { type: () => DateTime, nullable: true, description: 'Now, where it is left out.' }) at: Date | null,
  ): Promise<Proxy | null> {
    return subject === null ? null : this.proxies.inForce(residentId, subject, at ?? new Date());
  }

  @Query(() => [Proxy], { description: "Consents in force: the caller's as a resident, or those they file under." })
  @AllowStaff('resident')
  myProxies(@CurrentCaller() caller: Caller): Promise<Proxy[]> {
    return this.proxies.own(caller);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who files; to staff.' })
  person(@Parent() { personId }: Proxy, @Context() { loaders, caller }: GraphContext): Promise<Person | null> {
    return loaders.get('person', (ids) => this.people.visibleTo(caller, ids)).load(personId);
  }
}
