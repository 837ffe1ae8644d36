import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import { CaseOpeningsService } from './case-openings.service.js';
import { ReopenCaseArguments } from './case-openings.types.js';
import { Case } from './case.types.js';

@Resolver()
export class CaseOpeningsResolver {
  constructor(private readonly openings: CaseOpeningsService) {}

  @Mutation(() => Case, { description: 'Opens a closed case again for a new round (重启办理): after a call-back, or by its resident.' })
  @OpenToPublic()
  reopenCase(@Args('input') input: ReopenCaseArguments, @CurrentCaller() caller: Caller): Promise<Case> {
    return this.openings.reopen(input, caller);
  }
}
