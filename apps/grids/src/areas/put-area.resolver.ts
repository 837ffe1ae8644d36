import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Area } from './area.types.js';
import { CloseAreaService } from './close-area.service.js';
import { PutAreaInput } from './put-area.input.js';
import { PutAreaService } from './put-area.service.js';

@Resolver(() => Area)
export class PutAreaResolver {
  constructor(
    private readonly areas: PutAreaService,
    private readonly closing: CloseAreaService,
  ) {}

  @Mutation(() => Area, { description: 'Makes an area, or renames the one of that code.' })
  @Allow('administrator')
  putArea(@Args('input') input: PutAreaInput, @CurrentCaller() caller: Caller): Promise<Area> {
    return this.areas.put(caller, input);
  }

  @Mutation(() => Area, { description: 'Ends an area that nothing follows, from a day on. Its past stays as it was.' })
  @Allow('administrator')
  closeArea(
    @Args('code', { type: () => ID }) code: string,
    @Args('on', { type: () => String, nullable: true, description: 'YYYY-MM-DD; today, where left out.' })
    on: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<Area> {
    return this.closing.close(caller, code, on);
  }
}
