import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowSignedIn, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { DateTime, type GraphContext } from '@yiwang/platform/graphql';
import { asSystem } from '@yiwang/platform/row-scope';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.types.js';
import { AppointmentsService } from './appointments.service.js';
import { AppointPositionInput, Area, MovePositionInput, Position, Unit } from './position.types.js';
import { PositionsService } from './positions.service.js';

@Resolver(() => Position)
export class PositionsResolver {
  constructor(
    private readonly positions: PositionsService,
    private readonly appointments: AppointmentsService,
    private readonly people: PeopleService,
  ) {}

  /** Read from the table each time: the services that ask remember the answer themselves. */
  @Query(() => [Position], {
    description: 'What the caller is appointed to now, and what they act in for somebody who is away.',
  })
  @AllowSignedIn()
  async myPositions(@CurrentCaller() { subject }: Caller): Promise<Position[]> {
    return subject === null ? [] : asSystem('positions', () => this.positions.actedInBy(subject));
  }

  @Mutation(() => Position, { description: 'Puts a person or a client into a position.' })
  @Allow('administrator')
  appointPosition(@CurrentCaller() caller: Caller, @Args('input') input: AppointPositionInput): Promise<Position> {
    return this.appointments.appoint(input, caller);
  }

  @Mutation(() => Position, { description: 'Ends a position, now or later.' })
  @Allow('administrator')
  endPosition(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => ID }) id: string,
    @Args('at', { type: () => DateTime, nullable: true, description: 'Now, where it is left out.' }) at: Date | null,
  ): Promise<Position> {
    return this.appointments.end(id, at ?? null, caller);
  }

  @Mutation(() => Position, { description: 'Ends a position and begins another of the same holder, both or neither.' })
  @Allow('administrator')
  movePosition(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: MovePositionInput,
  ): Promise<Position> {
    return this.appointments.move(id, input, caller);
  }

  @ResolveField(() => Area)
  area(@Parent() { areaCode }: Position): Area {
    return { code: areaCode };
  }

  @ResolveField(() => Unit, { nullable: true })
  unit(@Parent() { unitCode }: Position): Unit | null {
    return unitCode === null ? null : { code: unitCode };
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who holds it, where it is a person.' })
  async person(@Parent() { personId }: Position, @Context() { loaders, caller }: GraphContext): Promise<Person | null> {
    if (personId === null) return null;
    return loaders.get('person', (ids) => this.people.visibleTo(caller, ids)).load(personId);
  }
}
