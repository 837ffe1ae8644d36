import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Client, ClientKey, ClientUsage, ChangeClientInput, CreateClientInput } from './client.types.js';
import { ClientsAdminService } from './clients-admin.service.js';
import { ClientsService } from './clients.service.js';
import { QuotasService } from './quotas.service.js';

const subjectArgument = { type: () => ID };

@Resolver(() => Client)
export class ClientsAdminResolver {
  constructor(
    private readonly admin: ClientsAdminService,
    private readonly clients: ClientsService,
    private readonly quotas: QuotasService,
  ) {}

  @Query(() => Client, { nullable: true, description: 'The outside system that asks, with what it may do.' })
  @Allow('externalSystem')
  myClient(@CurrentCaller() { subject }: Caller): Promise<Client | null> {
    return this.clients.bySubject(subject);
  }

  @Query(() => [ClientUsage], { description: 'What the outside system that asks did by day, the latest first.' })
  @Allow('externalSystem')
  myUsage(@CurrentCaller() { subject }: Caller): Promise<ClientUsage[]> {
    return this.quotas.usageOf(subject);
  }

  @Query(() => [ClientUsage], { description: "The same of an outside system of the caller's county." })
  @Allow('administrator')
  async clientUsage(@CurrentCaller() caller: Caller, @Args('subject', subjectArgument) subject: string) {
    const isKnown = (await this.clients.visibleTo(caller, [subject])).has(subject);
    return isKnown ? this.quotas.usageOf(subject) : [];
  }

  @Mutation(() => Boolean, {
    description: "Asked by cases with the client's own token before it starts any: takes from the quota, all or nothing.",
  })
  @Allow('externalSystem')
  async takeClientQuota(
    @CurrentCaller() caller: Caller,
    @Args('count', { type: () => Int }) count: number,
    @Args('categoryCodes', { type: () => [ID], nullable: true }) categoryCodes: string[] | null,
  ): Promise<boolean> {
    await this.quotas.take(count, categoryCodes ?? [], caller);
    return true;
  }

  @Mutation(() => ClientKey, { description: 'A new outside system; its key is shown this once.' })
  @Allow('administrator')
  createClient(@CurrentCaller() caller: Caller, @Args('input') input: CreateClientInput): Promise<ClientKey> {
    return this.admin.create(input, caller);
  }

  @Mutation(() => Client)
  @Allow('administrator')
  changeClient(
    @CurrentCaller() caller: Caller,
    @Args('subject', subjectArgument) subject: string,
    @Args('input') input: ChangeClientInput,
  ): Promise<Client> {
    return this.admin.change(subject.toLowerCase(), input, caller);
  }

  @Mutation(() => ClientKey, { description: 'A new key, shown this once.' })
  @Allow('administrator')
  rotateClientKey(@CurrentCaller() caller: Caller, @Args('subject', subjectArgument) subject: string): Promise<ClientKey> {
    return this.admin.rotateKey(subject.toLowerCase(), caller);
  }

  @Mutation(() => Client, { description: 'It is refused from now on, its tokens included.' })
  @Allow('administrator')
  disableClient(@CurrentCaller() caller: Caller, @Args('subject', subjectArgument) subject: string): Promise<Client> {
    return this.admin.setState(subject.toLowerCase(), 'disabled', caller);
  }

  @Mutation(() => Client)
  @Allow('administrator')
  enableClient(@CurrentCaller() caller: Caller, @Args('subject', subjectArgument) subject: string): Promise<Client> {
    return this.admin.setState(subject.toLowerCase(), 'active', caller);
  }
}
