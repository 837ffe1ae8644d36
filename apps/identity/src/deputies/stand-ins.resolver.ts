import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { STAFF_ROLES } from '@yiwang/contracts/roles';
import { AllowStaff, CurrentCaller, hasRole, type Caller } from '@yiwang/platform/auth';
import { DateTime, type GraphContext } from '@yiwang/platform/graphql';
import { Person } from '../people/person.types.js';
import { AbsencesService } from './absences.service.js';
import { DeputiesService } from './deputies.service.js';
import { Absence, Acting, Deputyship, PostHolders, PostInput, VerifierCheck } from './deputy.types.js';
import { StandInsService } from './stand-ins.service.js';

const atArgument = { type: () => DateTime, nullable: true, description: 'Now, where it is left out.' };

/** What a person's colleagues and the services that give out tasks may know of who acts. */
@Resolver(() => Person)
export class StandInsResolver {
  constructor(
    private readonly standIns: StandInsService,
    private readonly absencesOf: AbsencesService,
    private readonly deputiesOf: DeputiesService,
  ) {}

  @Query(() => [Acting], { description: 'Who acts for each of these at an instant, in their order.' })
  @AllowStaff('externalSystem')
  whoActsFor(
    @CurrentCaller() caller: Caller,
    @Args('personIds', { type: () => [ID] }) personIds: string[],
    @Args('at', atArgument) at: Date | null,
  ): Promise<Acting[]> {
    return this.standIns.whoActsFor(personIds, at ?? new Date(), caller);
  }

  @Query(() => [PostHolders], { description: 'Who may be reached in each of these posts at an instant, in their order.' })
  @AllowStaff('externalSystem')
  holdersOf(
    @CurrentCaller() caller: Caller,
    @Args('posts', { type: () => [PostInput] }) posts: PostInput[],
    @Args('at', atArgument) at: Date | null,
  ): Promise<PostHolders[]> {
    return this.standIns.holdersOf(posts, at ?? new Date(), caller);
  }

  @Query(() => VerifierCheck, {
    description: 'Whether somebody may verify what these handled, deputyships since the handling considered.',
  })
  @AllowStaff()
  mayVerify(
    @Args('verifierId', { type: () => ID }) verifierId: string,
    @Args('handlerIds', { type: () => [ID] }) handlerIds: string[],
    @Args('since', { type: () => DateTime, description: 'When the handling began.' }) since: Date,
    @Args('at', atArgument) at: Date | null,
  ): Promise<VerifierCheck> {
    return this.standIns.mayVerify(verifierId, handlerIds, since, at ?? new Date());
  }

  @ResolveField(() => [Absence], { description: 'Now and to come; to staff only.' })
  async absences(@Parent() { id }: Person, @Context() { loaders, caller }: GraphContext): Promise<Absence[]> {
    if (!hasRole(caller, ...STAFF_ROLES)) return [];
    return (await loaders.get('absences', (ids) => this.absencesOf.ofPeople(ids)).load(id)) ?? [];
  }

  @ResolveField(() => [Deputyship], { description: 'Who stands in for them, now and to come; to staff only.' })
  async deputies(@Parent() { id }: Person, @Context() { loaders, caller }: GraphContext): Promise<Deputyship[]> {
    if (!hasRole(caller, ...STAFF_ROLES)) return [];
    return (await loaders.get('deputies', (ids) => this.deputiesOf.ofPeople(ids)).load(id)) ?? [];
  }
}
