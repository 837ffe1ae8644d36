import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Area } from './area.types.js';
import { PutAreaInput } from './put-area.input.js';
import { PutAreaService } from './put-area.service.js';

@Resolver(() => Area)
export class PutAreaResolver {
  constructor(private readonly areas: PutAreaService) {}

  @Mutation(() => Area, { description: 'Makes an area, or renames the one of that code.' })
  @Allow('administrator')
  putArea(@Args('input') input: PutAreaInput, @CurrentCaller() caller: Caller): Promise<Area> {
    return this.areas.put(caller, input);
  }
}
