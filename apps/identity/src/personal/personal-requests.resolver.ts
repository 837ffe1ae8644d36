import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { ErasureService } from './erasure.service.js';
import { ExportService } from './export.service.js';
import { ErasureReceipt, PersonalDataExport } from './personal-requests.types.js';

const reasonArgument = { type: () => String, nullable: true, description: 'Kept on the record; compulsory for an administrator.' };

@Resolver()
export class PersonalRequestsResolver {
  constructor(
    private readonly exporting: ExportService,
    private readonly erasing: ErasureService,
  ) {}

  @Mutation(() => PersonalDataExport, {
    description: 'Everything that is kept of a resident: for themselves, or for an administrator of where they live.',
  })
  @Allow('resident', 'administrator')
  exportPersonalData(
    @Args('residentId', { type: () => ID }) residentId: string,
    @Args('reason', reasonArgument) reason: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<PersonalDataExport> {
    return this.exporting.export(residentId, reason, caller);
  }

  @Mutation(() => ErasureReceipt, {
    description: 'Makes a resident’s personal data unreadable for good, by the same people. Cases and figures stay.',
  })
  @Allow('resident', 'administrator')
  erasePersonalData(
    @Args('residentId', { type: () => ID }) residentId: string,
    @Args('reason', reasonArgument) reason: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<ErasureReceipt> {
    return this.erasing.erase(residentId, reason, caller);
  }
}
