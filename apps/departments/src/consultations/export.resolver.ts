import { Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { ExportService } from './export.service.js';
import { ExportedConsultation, PersonalDataExport } from './export.types.js';

@Resolver(() => PersonalDataExport)
export class ExportResolver {
  constructor(private readonly exporting: ExportService) {}

  @ResolveReference()
  @Allow('resident', 'administrator')
  resolveReference(reference: PersonalDataExport): PersonalDataExport {
    return reference;
  }

  @ResolveField(() => [ExportedConsultation], { description: 'Newest first, 1,000 at most. To an administrator those of their county.' })
  consultations(@Parent() of: PersonalDataExport, @CurrentCaller() caller: Caller): Promise<ExportedConsultation[]> {
    return this.exporting.consultationsOf(of, caller);
  }
}
