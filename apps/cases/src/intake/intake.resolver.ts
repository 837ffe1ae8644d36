import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import { IntakeService } from './intake.service.js';
import { ClosedCasesService } from './closed-cases.service.js';
import { ClosedCaseInput, StartCaseInput } from './start-case.input.js';
import { StartReport, StartedCase } from './started-case.types.js';

@Resolver()
export class IntakeResolver {
  constructor(
    private readonly intake: IntakeService,
    private readonly closedCases: ClosedCasesService,
  ) {}

  @Mutation(() => StartedCase, {
    description: 'Starts a case. Residents need no account; external systems need the role externalSystem.',
  })
  @OpenToPublic()
  startCase(@Args('input') input: StartCaseInput, @CurrentCaller() caller: Caller): Promise<StartedCase> {
    return this.intake.startOne(input, caller);
  }

  @Mutation(() => StartReport, { description: 'Starts up to 200 cases; each stands or falls by itself.' })
  // Whoever is signed in without a role of ours is told what is missing, not merely refused.
  @OpenToPublic()
  startCases(
    @Args('cases', { type: () => [StartCaseInput] }) cases: StartCaseInput[],
    @CurrentCaller() caller: Caller,
  ): Promise<StartReport> {
    return this.intake.startMany(cases, caller);
  }

  @Mutation(() => StartReport, {
    description: 'Records up to 200 cases whose whole life lies in the past, with their replies. No workflow is started.',
  })
  @Allow('externalSystem')
  recordClosedCases(
    @Args('cases', { type: () => [ClosedCaseInput] }) cases: ClosedCaseInput[],
    @CurrentCaller() caller: Caller,
  ): Promise<StartReport> {
    return this.closedCases.record(cases, caller);
  }
}
