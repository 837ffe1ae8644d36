import { Args, Context, Field, Float, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver, registerEnumType } from '@nestjs/graphql';
import { OpenToPublic } from '@yiwang/platform/auth';
import { enumOf, type GraphContext } from '@yiwang/platform/graphql';
import { Area } from '../areas/area.types.js';
import { AreasService } from '../areas/areas.service.js';
import { LocatingService } from './locating.service.js';
import { LOCATE_REASONS, type GridProposal, type LocateReason } from './rank-grids.js';

const LocateReasonEnum = enumOf(LOCATE_REASONS);
registerEnumType(LocateReasonEnum, {
  name: 'LocateReason',
  description: 'Why a grid is proposed: it is named, or a QR point, a building or the village is; it holds the point, or is near.',
});

@ObjectType({ description: 'A grid in which a point or an address may lie.' })
export class LocatedGrid {
  @Field(() => ID)
  areaCode: string;

  @Field(() => Area, { nullable: true })
  area?: Area | null;

  @Field(() => LocateReasonEnum)
  reason: LocateReason;

  @Field(() => String, { nullable: true, description: 'The words of the address that told.' })
  matched: string | null;

  @Field(() => Int, { nullable: true, description: 'Metres from the point to the grid; 0 inside.' })
  distanceM: number | null;
}

@Resolver(() => LocatedGrid)
export class LocatingResolver {
  constructor(
    private readonly locating: LocatingService,
    private readonly areas: AreasService,
  ) {}

  @Query(() => [LocatedGrid], {
    description: 'The grids that hold a point, the smallest first; else the nearest up to two kilometres. Three at most.',
  })
  @OpenToPublic()
  locatePoint(
    @Args('under', { type: () => ID, description: 'The county, or an area in it.' }) under: string,
    @Args('latitude', { type: () => Float, description: 'Degrees, WGS 84.' }) latitude: number,
    @Args('longitude', { type: () => Float }) longitude: number,
  ): Promise<GridProposal[]> {
    return this.locating.point(under, latitude, longitude);
  }

  @Query(() => [LocatedGrid], { description: 'The grids that an address names, the likeliest first. Three at most.' })
  @OpenToPublic()
  locateAddress(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @Args('text') text: string,
  ): Promise<GridProposal[]> {
    return this.locating.address(countyCode, text);
  }

  @ResolveField(() => Area, { nullable: true })
  area(@Parent() { areaCode }: LocatedGrid, @Context() { loaders }: GraphContext): Promise<Area | null> {
    return loaders.get<Area>('area', (codes) => this.areas.byCodes(codes)).load(areaCode);
  }
}
