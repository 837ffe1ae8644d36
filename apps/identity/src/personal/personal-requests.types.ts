import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@yiwang/platform/graphql';

@ObjectType({ description: 'A consent under which somebody may file for the resident.' })
export class ExportedProxy {
  @Field(() => ID)
  personId: string;

  @Field()
  means: string;

  @Field(() => DateTime)
  consentedAt: Date;

  @Field(() => DateTime)
  until: Date;
}

@ObjectType({ description: 'A resident as identity keeps them, in full.' })
export class ExportedProfile {
  @Field(() => String, { nullable: true })
  name: string | null;

  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => DateTime, { nullable: true })
  phoneVerifiedAt: Date | null;

  @Field(() => ID)
  areaCode: string;

  @Field(() => [ExportedProxy])
  proxies: ExportedProxy[];
}

@ObjectType({ description: 'Everything that is kept of a resident, each service its part; ratings stand with their cases.' })
@Directive('@key(fields: "residentId claim")')
export class PersonalDataExport {
  @Field(() => ID)
  residentId: string;

  @Field(() => String, { nullable: true, description: 'Of their account.' })
  subject: string | null;

  /** To other services only: whose data this caller may have from them. */
  @Field()
  @Directive('@inaccessible')
  claim: string;

  @Field()
  countyCode: string;

  @Field(() => ExportedProfile)
  profile: ExportedProfile;
}

@ObjectType({ description: 'A resident is erased here, and everywhere else as soon as what keeps something of them is there.' })
export class ErasureReceipt {
  @Field(() => ID)
  residentId: string;

  @Field(() => DateTime)
  erasedAt: Date;
}
