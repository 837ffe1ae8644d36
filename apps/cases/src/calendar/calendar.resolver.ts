import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowSignedIn, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { countyCodeOf } from './calendar-access.js';
import { CalendarLoadingService } from './calendar-loading.service.js';
import { CalendarPreview, LoadCalendarInput, WorkingCalendar, shownCalendar } from './calendar.types.js';
import { Calendars } from './calendars.js';

@Resolver()
export class CalendarResolver {
  constructor(
    private readonly calendars: Calendars,
    private readonly loading: CalendarLoadingService,
  ) {}

  @Query(() => WorkingCalendar, { description: 'The working calendar in force for a county, or for one of its units.' })
  @AllowSignedIn()
  async workingCalendar(
    @Args('countyCode') countyCode: string,
    @Args('unitCode', { type: () => String, nullable: true }) unitCode: string | null,
  ): Promise<WorkingCalendar> {
    const calendars = await this.calendars.ofCounty(countyCodeOf(countyCode));
    return shownCalendar(calendars.of(unitCode ?? ''), calendars.layersOf(unitCode ?? ''));
  }

  @Query(() => CalendarPreview, { description: 'What loading it would do to every open deadline; nothing is changed.' })
  @Allow('administrator')
  previewWorkingCalendar(
    @Args('input') input: LoadCalendarInput,
    @Args('after', { type: () => ID, nullable: true, description: 'The id of the last deadline you have.' }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 200, description: 'At most 1,000.' }) first: number,
    @CurrentCaller() caller: Caller,
  ): Promise<CalendarPreview> {
    return this.loading.preview(input, { after: after ?? null, first }, caller);
  }

  @Mutation(() => WorkingCalendar, { description: 'Loads a calendar; open cases recompute their deadlines within seconds.' })
  @Allow('administrator')
  loadWorkingCalendar(
    @Args('input') input: LoadCalendarInput,
    @Args('confirmMoved', { type: () => Int, description: 'As many deadlines as the preview said would move.' }) confirmMoved: number,
    @CurrentCaller() caller: Caller,
  ): Promise<WorkingCalendar> {
    return this.loading.load(input, confirmMoved, caller);
  }
}
