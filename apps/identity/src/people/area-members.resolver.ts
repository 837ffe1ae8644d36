import { Context, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { AllowStaff, OpenToPublic } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Area } from '../positions/position.types.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.types.js';

/** What identity adds to an area of grids. */
@Resolver(() => Area)
export class AreaMembersResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveReference()
  @OpenToPublic()
  resolveReference({ code }: { code: string }): Area {
    return { code };
  }

  @ResolveField(() => [Person], {
    description: 'Its grid members now, where it is a grid. To staff and external systems.',
  })
  @AllowStaff('externalSystem')
  async members(@Parent() { code }: Area, @Context() { loaders, caller }: GraphContext): Promise<Person[]> {
    const members = loaders.get('members of areas', (codes) => this.people.membersOf(codes, caller));
    return (await members.load(code)) ?? [];
  }
}
