import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import {
  CASE_CLASSES,
  CASE_KINDS,
  CASE_MODES,
  CHANNELS,
  POSITION_ROLES,
  type CaseClass,
  type CaseKind,
  type CaseMode,
  type Channel,
  type PositionRole,
} from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { ON_BEHALF_SETTINGS, type OnBehalfSetting } from '../case/case.entity.js';

export const CaseKindEnum = enumOf(CASE_KINDS);
export const ChannelEnum = enumOf(CHANNELS);
export const CaseClassEnum = enumOf(CASE_CLASSES);
export const CaseModeEnum = enumOf(CASE_MODES);
export const PositionRoleEnum = enumOf(POSITION_ROLES);
export const OnBehalfSettingEnum = enumOf(ON_BEHALF_SETTINGS);
registerEnumType(CaseClassEnum, { name: 'CaseClass', description: '简单、一般、重大、疑难、跨区.' });
registerEnumType(CaseModeEnum, { name: 'CaseMode', description: '个人的事协调、大家的事协商、复杂的事协同.' });
registerEnumType(PositionRoleEnum, { name: 'PositionRole', description: 'What somebody is appointed as.' });
registerEnumType(OnBehalfSettingEnum, { name: 'OnBehalfSetting', description: '说事室、入户走访、便民服务大厅.' });
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

  @Field(() => OnBehalfSettingEnum, { nullable: true, description: 'Where it was said.' })
  setting?: OnBehalfSetting | null;

  @Field(() => ID, { nullable: true, description: 'Whose matter it is, where they are registered: the caller needs their consent in force (proxyFor).' })
  residentId?: string | null;
}

@InputType({
  description:
    'Whom a complaint is about: a person, a unit, whoever has a role in an area, or all who hold office for it. ' +
    'It begins one level above them, they are not shown it, and who reported it is kept from everybody.',
})
export class AboutWhomInput {
  @Field(() => ID)
  areaCode: string;

  @Field(() => PositionRoleEnum, { nullable: true })
  role?: PositionRole | null;

  @Field(() => ID, { nullable: true })
  unitCode?: string | null;

  @Field(() => ID, { nullable: true })
  subject?: string | null;
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

  @Field(() => CaseClassEnum, { nullable: true, description: 'By staff and external systems; else the category gives it.' })
  caseClass?: CaseClass | null;

  @Field(() => CaseModeEnum, { nullable: true })
  mode?: CaseMode | null;

  @Field(() => AboutWhomInput, { nullable: true })
  aboutWhom?: AboutWhomInput | null;

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
