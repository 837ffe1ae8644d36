import { Context, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { ExportService } from './export.service.js';
import { ExportedCase, PersonalDataExport } from './export.types.js';

@Resolver(() => PersonalDataExport)
export class ExportResolver {
  constructor(private readonly exporting: ExportService) {}

  @ResolveReference()
  @Allow('resident', 'administrator')
  resolveReference(reference: PersonalDataExport): PersonalDataExport {
    return reference;
  }

  @ResolveField(() => [ExportedCase], {
    description: 'Newest first, 1,000 at most. To an administrator without those whose reporter is kept from everybody.',
  })
  cases(@Parent() of: PersonalDataExport, @Context() { caller }: GraphContext): Promise<ExportedCase[]> {
    return this.exporting.casesOf(of, caller);
  }
}
