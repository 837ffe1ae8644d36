import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CASE_KINDS, type CaseKind } from '@yiwang/domain/paths';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { CONSULTATION_STATES, ENTRY_KINDS, type ConsultationState, type EntryKind } from './consultation.entities.js';

export const ConsultationStateEnum = enumOf(CONSULTATION_STATES);
registerEnumType(ConsultationStateEnum, { name: 'ConsultationState' });
export const ConsultationEntryKindEnum = enumOf(ENTRY_KINDS);
registerEnumType(ConsultationEntryKindEnum, { name: 'ConsultationEntryKind' });
export const CaseKindEnum = enumOf(CASE_KINDS);
registerEnumType(CaseKindEnum, { name: 'CaseKind' });

/** A case of the cases service; what is known of it here is what it was asked as. */
@ObjectType('Case')
@Directive('@key(fields: "number")')
export class ConsultedCase {
  @Field(() => ID)
  number: string;
}

@ObjectType()
export class ConsultationEntry {
  @Field(() => Int)
  seq: number;

  @Field(() => ConsultationEntryKindEnum)
  kind: EntryKind;

  @Field(() => String, { nullable: true })
  text: string | null;

  @Field(() => DateTime)
  at: Date;

  unitCode: string | null;
}

@ObjectType({ description: 'How to reach whoever asked; masked, and only to the unit that answers and the county’s office.' })
export class ConsultationContact {
  @Field(() => String, { nullable: true })
  name: string | null;

  @Field(() => String, { nullable: true })
  phone: string | null;
}

@ObjectType({ description: 'A question to the unit on duty. Who asked is never shown in the open.' })
export class Consultation {
  @Field(() => ID)
  number: string;

  @Field(() => ID)
  countyCode: string;

  @Field({ description: 'In the open without long numbers and mail addresses.' })
  question: string;

  @Field(() => ConsultationStateEnum)
  state: ConsultationState;

  @Field({ description: 'Whether everybody may read it once it is answered.' })
  isOpen: boolean;

  @Field(() => DateTime)
  askedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the unit’s duty begins; none where no duty is planned.' })
  answerFrom: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was first answered.' })
  answeredAt: Date | null;

  @Field(() => Int)
  version: number;

  id: string;
  unitCode: string;
  categoryCode: string | null;
  caseNumber: string | null;
  /** What the caller is to it: decides what is shown. */
  relation: Relation;
}

/** Everybody, whoever asked, or an office that has to do with it. */
export type Relation = 'public' | 'asker' | 'staff';

@ObjectType()
export class AskedConsultation {
  @Field(() => Consultation)
  consultation: Consultation;

  @Field({ description: 'With the number it lets whoever asked follow and ask on without an account.' })
  code: string;

  @Field({ description: 'Whether the unit is on duty at this moment; else `answerFrom` says when.' })
  onDuty: boolean;

  @Field()
  message: string;
}

@ObjectType()
export class TurnedConsultation {
  @Field(() => Consultation)
  consultation: Consultation;

  @Field(() => ID)
  caseNumber: string;

  @Field(() => String, { nullable: true, description: 'The case’s own code, for whoever asked.' })
  pickupCode: string | null;
}

@InputType()
export class AskConsultationInput {
  @Field({ description: 'The same key with the same content is the same question.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'A county, or a place in it.' })
  areaCode: string;

  @Field({ description: '2,000 characters at most.' })
  question: string;

  @Field(() => ID, { nullable: true })
  categoryCode?: string | null;

  @Field(() => String, { nullable: true })
  contactName?: string | null;

  @Field(() => String, { nullable: true })
  contactPhone?: string | null;
}

@InputType()
export class FollowConsultationInput {
  @Field(() => ID)
  number: string;

  @Field(() => String, { nullable: true, description: 'Needed without the account that asked.' })
  code?: string | null;

  @Field()
  text: string;
}

@InputType()
export class AnswerConsultationInput {
  @Field(() => ID)
  number: string;

  @Field(() => Int, { description: 'The version that was looked at.' })
  version: number;

  @Field()
  text: string;

  @Field(() => Boolean, { nullable: true, description: 'Left out, as it is: everybody may read it. False for what concerns one person alone.' })
  isOpen?: boolean | null;
}

@InputType()
export class HandOverConsultationInput {
  @Field(() => ID)
  number: string;

  @Field(() => Int)
  version: number;

  @Field(() => ID)
  unitCode: string;

  @Field()
  reason: string;
}

@InputType()
export class TurnConsultationInput {
  @Field(() => ID)
  number: string;

  @Field(() => String, { nullable: true, description: 'By whoever asked, without the account that asked.' })
  code?: string | null;

  @Field(() => CaseKindEnum, { nullable: true, description: 'A complaint unless said otherwise.' })
  kind?: CaseKind | null;

  @Field(() => ID, { nullable: true, description: 'A village or grid, where the question named none.' })
  areaCode?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'By staff: that whoever asked agrees.' })
  consent?: boolean | null;
}

@InputType({ description: 'Every condition given must hold.' })
export class OpenConsultationFilter {
  @Field(() => ID)
  countyCode: string;

  @Field(() => ID, { nullable: true })
  unitCode?: string | null;

  @Field(() => ID, { nullable: true })
  categoryCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the question.' })
  search?: string | null;
}

@InputType({ description: 'Every condition given must hold.' })
export class ConsultationDeskFilter {
  @Field(() => ID)
  countyCode: string;

  @Field(() => ID, { nullable: true, description: 'Compulsory but for the county’s office.' })
  unitCode?: string | null;

  @Field(() => ConsultationStateEnum, { nullable: true, description: 'Waiting, where left out.' })
  state?: ConsultationState | null;
}
