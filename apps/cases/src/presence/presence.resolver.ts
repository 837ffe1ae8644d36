import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { AllowStaff, AlsoReadOnly, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Person } from '../case/case.types.js';
import { PresenceService } from './presence.service.js';

@Resolver()
export class PresenceResolver {
  constructor(private readonly presence: PresenceService) {}

  @Mutation(() => [Person], {
    description: 'You have the case open: who else has, of those who said so within 45 seconds. No act on the case, so not on its audit trail.',
  })
  @AllowStaff()
  @AlsoReadOnly()
  beOnCase(@Args('number', { type: () => ID }) number: string, @CurrentCaller() caller: Caller): Promise<Person[]> {
    return this.presence.beOn(number, caller);
  }
}
