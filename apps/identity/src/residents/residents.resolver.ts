import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Area } from '../positions/position.types.js';
import { Resident } from './resident.types.js';
import { ResidentsService } from './residents.service.js';

@Resolver(() => Resident)
export class ResidentsResolver {
  constructor(private readonly residents: ResidentsService) {}

  @Query(() => Resident, { nullable: true, description: "The caller's own entry as a resident." })
  @Allow('resident')
  myResident(@CurrentCaller() caller: Caller): Promise<Resident | null> {
    return this.residents.bySubject(caller.subject);
  }

  @ResolveField(() => Area)
  area(@Parent() { areaCode }: Resident): Area {
    return { code: areaCode };
  }
}
