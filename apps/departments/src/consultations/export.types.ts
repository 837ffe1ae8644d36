import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { Consultation } from './consultation.types.js';

@ObjectType({ description: 'A consultation of the resident, as they may read it, and what it keeps of them.' })
export class ExportedConsultation {
  @Field(() => Consultation)
  consultation: Consultation;

  @Field(() => String, { nullable: true, description: 'As it was given, in full.' })
  contactName: string | null;

  @Field(() => String, { nullable: true, description: 'As it was given, in full.' })
  contactPhone: string | null;
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
