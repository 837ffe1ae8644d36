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
@Directive('@key(fields: "residentId subject phoneKey countyCode")')
export class PersonalDataExport {
  @Field(() => ID)
  residentId: string;

  @Field(() => String, { nullable: true })
  subject: string | null;

  /** The blind index of their verified number in hexadecimal: between services only, and nobody can make one up. */
  @Field(() => String, { nullable: true })
  @Directive('@inaccessible')
  phoneKey: string | null;

  @Field()
  countyCode: string;
}
