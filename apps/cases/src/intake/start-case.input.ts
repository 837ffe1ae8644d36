import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { CASE_KINDS, CHANNELS, type CaseKind, type Channel } from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';

export const CaseKindEnum = enumOf(CASE_KINDS);
export const ChannelEnum = enumOf(CHANNELS);
registerEnumType(CaseKindEnum, { name: 'CaseKind', description: 'What kind of message it is.' });
registerEnumType(ChannelEnum, { name: 'Channel', description: 'By which way it reached the network.' });

@InputType({ description: 'Whose matter it is. Required only where the county says so.' })
export class ReporterInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'How the sending system knows the reporter.' })
  reference?: string | null;
}

@InputType({ description: "Filing for a resident who cannot: by staff, with the resident's consent." })
export class OnBehalfInput {
  @Field({ description: 'The resident agreed to it.' })
  consent: boolean;
}

@InputType()
export class StartCaseInput {
  @Field({ description: 'The same key with the same content is the same case, however often it is sent.' })
  idempotencyKey: string;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field({ description: 'What the matter is; 4,000 characters at most.' })
  text: string;

  @Field(() => [String], { nullable: true, description: 'What did not fit into the text, in order; 4,000 characters each.' })
  furtherText?: string[] | null;

  // No default in the schema: the compiled executor demands an input field that has one.
  @Field(() => CaseKindEnum, { nullable: true, description: 'A complaint unless said otherwise.' })
  kind?: CaseKind | null;

  @Field(() => String, { nullable: true })
  categoryCode?: string | null;

  @Field(() => String, { nullable: true, description: 'County (6), town (9), village (12) or grid (15 digits).' })
  areaCode?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of a QR point; it knows its grid.' })
  qrPointCode?: string | null;

  @Field(() => String, { nullable: true, description: 'The place in words, if it is not in the text.' })
  placeText?: string | null;

  @Field(() => ChannelEnum, { nullable: true })
  channel?: Channel | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was said to the sending system; clocks start now.' })
  reportedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'The number that the sending system knows it by.' })
  sourceReference?: string | null;

  @Field(() => ReporterInput, { nullable: true })
  reporter?: ReporterInput | null;

  @Field(() => OnBehalfInput, { nullable: true })
  onBehalf?: OnBehalfInput | null;

  @Field(() => [ID], { nullable: true })
  attachmentIds?: string[] | null;
}

@InputType({ description: 'A case whose whole life lies in the past, with the reply it got.' })
export class ClosedCaseInput {
  @Field(() => StartCaseInput)
  start: StartCaseInput;

  @Field({ description: '20,000 characters at most.' })
  reply: string;

  @Field(() => DateTime)
  repliedAt: Date;
}
