import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Area } from '../areas/area.types.js';
import { AreasService } from '../areas/areas.service.js';
import { Jurisdiction } from '../jurisdiction.js';
import type { PatrolSetting } from './patrol-setting.js';
import { PutPatrolSettingInput } from './patrol.inputs.js';
import { MAX_PAGE, PatrolListsService, type CoverageCount } from './patrol-lists.service.js';
import { PatrolAlarm, PatrolCoverage, PatrolGridCount, PatrolGridCountPage, PatrolSettingType } from './patrol.types.js';
import { PatrolSettingsService } from './settings.service.js';
import type { GraphContext } from '@yiwang/platform/graphql';

const withRate = <T extends CoverageCount>(count: T) => ({
  ...count,
  numerator: count.done,
  denominator: count.planned - count.open,
});

@Resolver(() => PatrolCoverage)
export class CoverageResolver {
  constructor(
    private readonly lists: PatrolListsService,
    private readonly settings: PatrolSettingsService,
    private readonly jurisdiction: Jurisdiction,
  ) {}

  @Query(() => PatrolCoverage, { description: 'How far an area was patrolled from one day to another, both counted.' })
  @AllowStaff()
  async patrolCoverage(
    @Args('area', { type: () => ID }) area: string,
    @Args('from', { description: 'YYYY-MM-DD' }) from: string,
    @Args('to', { description: 'The last day, YYYY-MM-DD.' }) to: string,
    @CurrentCaller() caller: Caller,
  ): Promise<PatrolCoverage> {
    const days = await this.lists.coverageByDay(caller, area, from, to);
    const total = { planned: 0, done: 0, late: 0, missed: 0, open: 0 };
    for (const day of days) for (const count of ['planned', 'done', 'late', 'missed', 'open'] as const) total[count] += day[count];
    return { ...withRate(total), areaCode: area, from, to, days: days.map(withRate) };
  }

  @Query(() => [PatrolAlarm], { description: 'Alarms over missed rounds to the villages of an area, the newest first.' })
  @AllowStaff()
  patrolAlarms(
    @Args('under', { type: () => ID }) under: string,
    @Args('after', { type: () => ID, nullable: true, description: 'The id of the last one you have.' }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: `At most ${MAX_PAGE}.` }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<PatrolAlarm[]> {
    return this.lists.alarms(caller, under, after ?? null, first);
  }

  @ResolveField(() => PatrolGridCountPage, { description: 'Grid by grid, by code.' })
  async grids(
    @Parent() { areaCode, from, to }: PatrolCoverage,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: `At most ${MAX_PAGE}.` }) first: number,
  ): Promise<PatrolGridCountPage> {
    const { items, endCursor } = await this.lists.coverageByGrid(areaCode, from, to, after ?? null, first);
    return { items: items.map(withRate), endCursor };
  }

  @Query(() => PatrolSettingType, { nullable: true, description: 'How a county patrols; null where it does not.' })
  @AllowStaff()
  async patrolSetting(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @CurrentCaller() caller: Caller,
  ): Promise<PatrolSetting | null> {
    await this.jurisdiction.insistOnCounty(caller, 'countyCode', countyCode);
    return this.settings.ofCounty(countyCode);
  }

  @Mutation(() => PatrolSettingType, { description: "Sets how a county patrols; the engine's schedule follows within seconds." })
  @Allow('administrator', 'countyCentre')
  putPatrolSetting(
    @Args('input') { countyCode, ...given }: PutPatrolSettingInput,
    @CurrentCaller() caller: Caller,
  ): Promise<PatrolSetting> {
    const said = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
    return this.settings.put(caller, countyCode, Object.fromEntries(said));
  }
}

@Resolver(() => PatrolGridCount)
export class GridCountResolver {
  constructor(private readonly areas: AreasService) {}

  @ResolveField(() => Area, { nullable: true })
  grid(@Parent() { gridCode }: PatrolGridCount, @Context() { loaders }: GraphContext): Promise<Area | null> {
    return loaders.get<Area>('area', (codes) => this.areas.byCodes(codes)).load(gridCode);
  }
}
