import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import { Area } from '../areas/area.types.js';
import { AreasService } from '../areas/areas.service.js';
import { insistOnDate } from '../dates.js';
import { LineageService } from './lineage.service.js';
import { SuccessionService } from './succession.service.js';
import { MergeGridsInput, SplitGridInput, Succession } from './succession.types.js';

@Resolver(() => Area)
export class SuccessionResolver {
  constructor(
    private readonly succession: SuccessionService,
    private readonly lineage: LineageService,
    private readonly areas: AreasService,
  ) {}

  @Mutation(() => [Area], { description: 'Divides a grid from a day on. The old grid keeps its figures up to then.' })
  @Allow('administrator')
  splitGrid(@Args('input') { code, on, into }: SplitGridInput, @CurrentCaller() caller: Caller): Promise<Area[]> {
    return this.succession.split(caller, code, on ?? null, into);
  }

  @Mutation(() => Area, { description: 'Puts grids of one village together from a day on.' })
  @Allow('administrator')
  mergeGrids(@Args('input') { codes, on, into }: MergeGridsInput, @CurrentCaller() caller: Caller): Promise<Area> {
    return this.succession.merge(caller, codes, on ?? null, into);
  }

  @Query(() => [Area], {
    description: 'What stands for a code on a day: the area itself, what followed it by then, or what it came from.',
  })
  @OpenToPublic()
  async areaAt(
    @Args('code', { type: () => ID }) code: string,
    @Args('on', { description: 'YYYY-MM-DD' }) on: string,
  ): Promise<Area[]> {
    const codes = await this.lineage.codesAt(code, insistOnDate('on', on));
    const found = await this.areas.byCodes(codes);
    return codes.map((one) => found.get(one)!);
  }

  @Query(() => [Succession], { description: 'The grids that directly followed a grid, by code.' })
  @OpenToPublic()
  successorsOf(@Args('code', { type: () => ID }) code: string): Promise<Succession[]> {
    return this.lineage.successorsOf(code);
  }

  @Query(() => [Succession], { description: 'The grids that a grid directly came from, by code.' })
  @OpenToPublic()
  predecessorsOf(@Args('code', { type: () => ID }) code: string): Promise<Succession[]> {
    return this.lineage.predecessorsOf(code);
  }
}
