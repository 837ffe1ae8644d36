import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { CONSENT_MEANS, type ConsentMeans } from './proxy.entity.js';

export const ConsentMeansEnum = enumOf(CONSENT_MEANS);
registerEnumType(ConsentMeansEnum, { name: 'ConsentMeans', description: 'How a resident agreed.' });

@ObjectType({ description: "A resident's consent that somebody of the staff files for them." })
export class Proxy {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  residentId: string;

  personId: string;

  @Field(() => ConsentMeansEnum)
  means: ConsentMeans;

  @Field(() => DateTime)
  consentedAt: Date;

  @Field(() => ID, { description: 'Who recorded the consent.' })
  recordedBy: string;

  @Field(() => DateTime)
  until: Date;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => DateTime, { nullable: true })
  withdrawnAt: Date | null;
}

@InputType()
export class GrantProxyInput {
  @Field(() => ID, { nullable: true, description: "The caller's own entry, where a resident leaves it out." })
  residentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The caller, where staff leave it out.' })
  personId?: string | null;

  @Field(() => ConsentMeansEnum)
  means: ConsentMeans;

  @Field(() => DateTime, { description: 'A year ahead at most.' })
  until: Date;

  @Field(() => String, { nullable: true, description: 'Such as where a signed paper lies.' })
  note?: string | null;
}
