import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { Case } from '../case/case.types.js';
import { Reporter } from './reporter.types.js';

@ObjectType({ description: 'A case of the resident, as they may read it, and what it keeps of them.' })
export class ExportedCase {
  @Field(() => Case)
  case: Case;

  @Field(() => Reporter, { description: 'As it was said with this case, in full.' })
  reporter: Reporter;
}

@ObjectType({ description: "Everything that is kept of a resident; identity's." })
@Directive('@key(fields: "residentId claim")')
export class PersonalDataExport {
  @Field(() => ID)
  residentId: string;

  /** Identity's word, between services only, for whom this caller may have it. */
  @Field()
  @Directive('@inaccessible')
  claim: string;
}
