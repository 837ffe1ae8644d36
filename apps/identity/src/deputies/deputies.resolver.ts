import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { DateTime, type GraphContext } from '@yiwang/platform/graphql';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.types.js';
import { AbsencesService } from './absences.service.js';
import { DeputiesService } from './deputies.service.js';
import { Absence, Deputyship, NameDeputyInput, RecordAbsenceInput } from './deputy.types.js';

@Resolver(() => Deputyship)
export class DeputiesResolver {
  constructor(
    private readonly absences: AbsencesService,
    private readonly deputies: DeputiesService,
    private readonly people: PeopleService,
  ) {}

  @Mutation(() => Absence, { description: 'Somebody is away: oneself, or for an administrator anybody of theirs.' })
  @AllowStaff()
  recordAbsence(@CurrentCaller() caller: Caller, @Args('input') input: RecordAbsenceInput): Promise<Absence> {
    return this.absences.record(input, caller);
  }

  @Mutation(() => Absence, { description: 'Somebody is back early; an absence that has not begun is called off.' })
  @AllowStaff()
  endAbsence(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => ID }) id: string,
    @Args('at', { type: () => DateTime, nullable: true, description: 'Now, where it is left out.' }) at: Date | null,
  ): Promise<Absence> {
    return this.absences.end(id, at ?? null, caller);
  }

  @Mutation(() => Deputyship, { description: 'Names who acts while somebody is away or suspended.' })
  @AllowStaff()
  nameDeputy(@CurrentCaller() caller: Caller, @Args('input') input: NameDeputyInput): Promise<Deputyship> {
    return this.deputies.name(input, caller);
  }

  @Mutation(() => Deputyship)
  @AllowStaff()
  endDeputy(@CurrentCaller() caller: Caller, @Args('id', { type: () => ID }) id: string): Promise<Deputyship> {
    return this.deputies.end(id, caller);
  }

  @Query(() => [Absence], { description: "The caller's own absences, now and to come." })
  @AllowStaff()
  async myAbsences(@CurrentCaller() { subject }: Caller): Promise<Absence[]> {
    return subject === null ? [] : ((await this.absences.ofPeople([subject])).get(subject) ?? []);
  }

  @ResolveField(() => Person, { nullable: true })
  deputy(@Parent() { deputyId }: Deputyship, @Context() { loaders, caller }: GraphContext): Promise<Person | null> {
    return loaders.get('person', (ids) => this.people.visibleTo(caller, ids)).load(deputyId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'For whom they act.' })
  person(@Parent() { personId }: Deputyship, @Context() { loaders, caller }: GraphContext): Promise<Person | null> {
    return loaders.get('person', (ids) => this.people.visibleTo(caller, ids)).load(personId);
  }
}
