import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { maskName, maskPhone } from '@yiwang/platform/personal-data';
import type { ReadCase } from '../case/case-access.js';
import { Case } from '../case/case.types.js';
import { MaskedReporter, Reporter, RevealReporterArguments } from './reporter.types.js';
import { Reporters } from './reporters.js';
import { RevealReporterService } from './reveal-reporter.service.js';

@Resolver(() => Case)
export class ReporterResolver {
  constructor(
    private readonly reporters: Reporters,
    private readonly revealing: RevealReporterService,
  ) {}

  @ResolveField(() => MaskedReporter, {
    nullable: true,
    description: 'Not there where nobody was named, nor on a case whose reporter is kept from everybody.',
  })
  async reporter(@Parent() one: ReadCase, @Context() { caller }: GraphContext): Promise<MaskedReporter | null> {
    const isTheirs = one.asResident === true || (caller.subject !== null && one.reporterSubject === caller.subject);
    if (one.masked && !isTheirs) return null;
    const { name, phone, erased } = await this.reporters.open(one);
    if (name === null && phone === null && !erased) return null;
    return { name: name && maskName(name), phone: phone && maskPhone(phone), erased };
  }

  @Mutation(() => Reporter, {
    description: 'Who reported a case: for whoever holds a task of it, and for the centres and supervisors over it. The reason stays on the record.',
  })
  @AllowStaff()
  revealReporter(@Args('input') input: RevealReporterArguments, @CurrentCaller() caller: Caller): Promise<Reporter> {
    return this.revealing.reveal(input, caller);
  }
}
