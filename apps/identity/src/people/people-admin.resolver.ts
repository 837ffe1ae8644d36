import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { FirstPasswords } from '../keycloak/first-passwords.js';
import { ChangePersonInput, CreatePersonInput } from './people-admin.inputs.js';
import { PeopleAdminService } from './people-admin.service.js';
import { Person } from './person.types.js';

const idArgument = { type: () => ID };

@Resolver(() => Person)
export class PeopleAdminResolver {
  constructor(
    private readonly people: PeopleAdminService,
    private readonly passwords: FirstPasswords,
  ) {}

  @Mutation(() => Person, { description: 'Somebody new; appoint them, and issue a password, afterwards.' })
  @Allow('administrator')
  createPerson(@CurrentCaller() caller: Caller, @Args('input') input: CreatePersonInput): Promise<Person> {
    return this.people.create(input, caller);
  }

  @Mutation(() => Person)
  @Allow('administrator')
  changePerson(
    @CurrentCaller() caller: Caller,
    @Args('id', idArgument) id: string,
    @Args('input') input: ChangePersonInput,
  ): Promise<Person> {
    return this.people.change(id.toLowerCase(), input, caller);
  }

  @Mutation(() => Person, { description: 'Ends their sessions; no task reaches them until they are resumed.' })
  @Allow('administrator')
  suspendPerson(
    @CurrentCaller() caller: Caller,
    @Args('id', idArgument) id: string,
    @Args('reason') reason: string,
  ): Promise<Person> {
    return this.people.suspend(id.toLowerCase(), reason, caller);
  }

  @Mutation(() => Person)
  @Allow('administrator')
  resumePerson(@CurrentCaller() caller: Caller, @Args('id', idArgument) id: string): Promise<Person> {
    return this.people.resume(id.toLowerCase(), caller);
  }

  @Mutation(() => String, {
    description: 'A new password, shown this once and to be changed at the next sign-in. Only Keycloak keeps it.',
  })
  @Allow('administrator')
  issuePassword(@CurrentCaller() caller: Caller, @Args('id', idArgument) id: string): Promise<string> {
    return this.passwords.issue(id.toLowerCase(), caller);
  }
}
