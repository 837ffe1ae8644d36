import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Json, type GraphContext } from '@yiwang/platform/graphql';
import { Area } from '../areas/area.types.js';
import { Today } from '../dates.js';
import { BoundariesService } from './boundaries.service.js';

@Resolver(() => Area)
export class BoundariesResolver {
  constructor(
    private readonly boundaries: BoundariesService,
    private readonly today: Today,
  ) {}

  @Mutation(() => Area, {
    description: 'Draws where an area lies, from today on. It may not leave the area above, nor cut what lies in it.',
  })
  @Allow('administrator')
  putBoundary(
    @Args('areaCode', { type: () => ID }) areaCode: string,
    @Args('geometry', { type: () => Json, description: 'A GeoJSON Polygon or MultiPolygon; degrees, WGS 84.' })
    geometry: unknown,
    @CurrentCaller() caller: Caller,
  ): Promise<Area> {
    return this.boundaries.put(caller, areaCode, geometry);
  }

  @ResolveField(() => Json, {
    nullable: true,
    description: 'A GeoJSON Polygon or MultiPolygon; degrees, WGS 84. Null where it was not drawn.',
  })
  async boundary(
    @Parent() area: Area,
    @Args('on', { type: () => String, nullable: true, description: 'YYYY-MM-DD; today, where left out.' })
    on: string | null,
    @Context() { loaders }: GraphContext,
  ): Promise<unknown> {
    const date = this.today.or('on', on);
    return loaders.get(`area.boundary ${date}`, (codes) => this.boundaries.byCodes(codes, date)).load(area.code);
  }
}
