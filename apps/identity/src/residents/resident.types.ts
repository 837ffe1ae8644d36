import { Directive, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@yiwang/platform/graphql';

@ObjectType({ description: 'A resident; name and phone are whole to themselves and masked to staff.' })
@Directive('@key(fields: "id")')
export class Resident {
  @Field(() => ID)
  id: string;

  subject: string | null;
  nameSealed: Buffer | null;
  phoneSealed: Buffer | null;

  @Field(() => DateTime, { nullable: true, description: 'When the phone was last confirmed by a code.' })
  phoneVerifiedAt: Date | null;

  @Field(() => ID)
  areaCode: string;
}

@InputType()
export class RegisterResidentInput {
  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'What confirmPhone answered for this phone.' })
  phoneProof?: string | null;

  @Field(() => ID, { description: 'Where they live, as exactly as is known.' })
  areaCode: string;
}

@ObjectType({ description: 'A code is on its way.' })
export class PhoneCodeRequest {
  @Field(() => ID, { description: 'Give it with the code.' })
  id: string;

  @Field(() => DateTime)
  expiresAt: Date;
}

@ObjectType({ description: 'A phone is whose caller it is.' })
export class PhoneProof {
  @Field({ description: 'Give it with the phone where a verified one is wanted; nobody else can tell it.' })
  proof: string;

  @Field(() => DateTime)
  expiresAt: Date;
}
