import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { TakenInput } from '@yiwang/platform/storage';
import { Area } from '../areas/area.types.js';
import { AreasService } from '../areas/areas.service.js';
import { CheckInPatrolInput, CompletePatrolInput } from './patrol.inputs.js';
import { MAX_PAGE, PatrolListsService } from './patrol-lists.service.js';
import { PatrolFinding, PatrolPicture, PatrolRound, PatrolRoundPage, PatrolUpload, RoundStateEnum } from './patrol.types.js';
import { PicturesService } from './pictures.service.js';
import { roundKey, type RoundState } from './round.sql.js';
import { RoundsService } from './rounds.service.js';

@Resolver(() => PatrolRound)
export class PatrolsResolver {
  constructor(
    private readonly rounds: RoundsService,
    private readonly lists: PatrolListsService,
    private readonly pictureFiles: PicturesService,
    private readonly areas: AreasService,
  ) {}

  @Query(() => [PatrolRound], { description: 'Your own rounds of a day, the next one first.' })
  @AllowStaff()
  myPatrols(
    @Args('day', { type: () => String, nullable: true, description: 'YYYY-MM-DD; today, where left out.' })
    day: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<PatrolRound[]> {
    return this.lists.mine(caller, day);
  }

  @Query(() => PatrolRoundPage, { description: 'The rounds of an area on one day, by grid.' })
  @AllowStaff()
  patrolRounds(
    @Args('under', { type: () => ID }) under: string,
    @Args('day', { type: () => String, nullable: true, description: 'YYYY-MM-DD; today, where left out.' })
    day: string | null,
    @Args('state', { type: () => RoundStateEnum, nullable: true }) state: RoundState | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: `At most ${MAX_PAGE}.` }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<PatrolRoundPage> {
    return this.lists.rounds(caller, { under, day: day ?? null, state: state ?? null, after: after ?? null, first });
  }

  @Mutation(() => PatrolUpload, { description: 'Prepares the upload of one picture of a patrol.' })
  @Allow('gridMember', 'villageOfficial')
  preparePatrolPicture(
    @Args('taken', { type: () => TakenInput, nullable: true }) taken: TakenInput | null,
    @CurrentCaller() caller: Caller,
  ): Promise<PatrolUpload> {
    return this.pictureFiles.prepare(caller, taken);
  }

  @Mutation(() => PatrolRound, { description: 'You are there. A position outside the grid is noted, not refused.' })
  @Allow('gridMember', 'villageOfficial')
  checkInPatrol(@Args('input') input: CheckInPatrolInput, @CurrentCaller() caller: Caller): Promise<PatrolRound> {
    return this.rounds.checkIn(caller, input);
  }

  @Mutation(() => PatrolRound, { description: 'The round is done: its pictures and what was found.' })
  @Allow('gridMember', 'villageOfficial')
  completePatrol(@Args('input') input: CompletePatrolInput, @CurrentCaller() caller: Caller): Promise<PatrolRound> {
    return this.rounds.complete(caller, input);
  }

  @ResolveField(() => Area, { nullable: true })
  grid(@Parent() { gridCode }: PatrolRound, @Context() { loaders }: GraphContext): Promise<Area | null> {
    return loaders.get<Area>('area', (codes) => this.areas.byCodes(codes)).load(gridCode);
  }

  @ResolveField(() => [PatrolFinding])
  async findings(@Parent() round: PatrolRound, @Context() { loaders }: GraphContext): Promise<PatrolFinding[]> {
    const loader = loaders.get<PatrolFinding[]>('patrol.findings', (keys) => this.lists.findingsOf(keys));
    return (await loader.load(roundKey(round))) ?? [];
  }

  @ResolveField(() => [PatrolPicture], { description: 'The proof; links expire.' })
  async pictures(@Parent() round: PatrolRound, @Context() { loaders }: GraphContext): Promise<PatrolPicture[]> {
    const loader = loaders.get<PatrolPicture[]>('patrol.pictures', (keys) => this.pictureFiles.ofRounds(keys));
    return (await loader.load(roundKey(round))) ?? [];
  }
}
