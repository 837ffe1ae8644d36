import { Args, Context, ID, Int, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { STAFF_ROLES } from '@yiwang/contracts/roles';
import { AllowSignedIn, AllowStaff, CurrentCaller, hasRole, type Caller } from '@yiwang/platform/auth';
import { DateTime, type GraphContext } from '@yiwang/platform/graphql';
import { maskPhone, PersonalData } from '@yiwang/platform/personal-data';
import { openAt, places } from '../personal/personal.js';
import { PositionsService } from '../positions/positions.service.js';
import { Position } from '../positions/position.types.js';
import { PeopleService } from './people.service.js';
import { PeopleFilter, Person, PersonPage } from './person.types.js';

@Resolver(() => Person)
export class PeopleResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly positionsOf: PositionsService,
    private readonly personal: PersonalData,
  ) {}

  @Query(() => Person, { nullable: true, description: 'The caller, where they are employed in the network.' })
  @AllowSignedIn()
  async me(@Context() context: GraphContext): Promise<Person | null> {
    return context.caller.kind === 'person' && context.caller.subject
      ? this.load(context.caller.subject, context)
      : null;
  }

  @Query(() => Person, { nullable: true, description: "Somebody of the caller's own county or city." })
  @AllowStaff()
  person(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext): Promise<Person | null> {
    return this.load(id, context);
  }

  @Query(() => PersonPage, {
    name: 'people',
    description: "People in positions within the caller's own areas, by name.",
  })
  @AllowStaff()
  list(
    @CurrentCaller() caller: Caller,
    @Args('filter', { type: () => PeopleFilter, nullable: true }) filter: PeopleFilter | null,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<PersonPage> {
    return this.people.list(filter ?? {}, first, after ?? null, caller);
  }

  /** An outside system may name who handles its case and for which unit; a resident or the public may not. */
  @ResolveReference()
  @AllowStaff('externalSystem')
  resolveReference(reference: { id: string }, context: GraphContext): Promise<Person | null> {
    return this.load(reference.id, context);
  }

  @ResolveField(() => String, { nullable: true, description: 'To staff only.' })
  username(@Parent() person: Person, @Context() { caller }: GraphContext): string | null {
    return hasRole(caller, ...STAFF_ROLES) ? person.username : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'To staff only, and masked but for oneself and administrators.',
  })
  async phone(@Parent() { id, phoneSealed }: Person, @Context() { caller }: GraphContext): Promise<string | null> {
    if (!hasRole(caller, ...STAFF_ROLES)) return null;
    const phone = await openAt(this.personal, places.personPhone(id), phoneSealed);
    const isWhole = phone === null || id === caller.subject || hasRole(caller, 'administrator');
    return isWhole ? phone : maskPhone(phone);
  }

  @ResolveField(() => DateTime, { nullable: true, description: 'To administrators only.' })
  suspendedAt(@Parent() person: Person, @Context() { caller }: GraphContext): Date | null {
    return hasRole(caller, 'administrator') ? person.suspendedAt : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'To administrators only.' })
  suspendedReason(@Parent() person: Person, @Context() { caller }: GraphContext): string | null {
    return hasRole(caller, 'administrator') ? person.suspendedReason : null;
  }

  @ResolveField(() => [Position])
  async positions(
    @Parent() person: Person,
    @Args('current', { type: () => Boolean, defaultValue: true, description: 'false: past and coming ones too.' })
    current: boolean,
    @Context() { loaders, caller }: GraphContext,
  ): Promise<Position[]> {
    const onlyCurrent = current || !hasRole(caller, ...STAFF_ROLES);
    const held = loaders.get(`positions ${onlyCurrent}`, (ids) => this.positionsOf.ofHolders(ids, onlyCurrent));
    return (await held.load(person.id)) ?? [];
  }

  private load(id: string, { loaders, caller }: GraphContext): Promise<Person | null> {
    return loaders.get('person', (ids) => this.people.visibleTo(caller, ids)).load(id.toLowerCase());
  }
}
