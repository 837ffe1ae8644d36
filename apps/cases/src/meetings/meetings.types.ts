import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import type { SummonInput } from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { AcceptTaskArguments } from '../tasks/task.types.js';
import { PartInput } from '../work/part.input.js';

export const ParticipantKindEnum = enumOf(['unit', 'resident', 'company', 'volunteer']);
registerEnumType(ParticipantKindEnum, { name: 'ParticipantKind', description: '部门、群众、企业、志愿者.' });

@InputType()
export class ParticipantInput {
  @Field({ description: 'How they are called in this meeting; 60 characters at most.' })
  name: string;

  @Field(() => ParticipantKindEnum)
  kind: SummonInput['participants'][number]['kind'];

  @Field(() => ID, { nullable: true, description: 'Required for a unit.' })
  unitCode?: string | null;

  @Field(() => ID)
  areaCode: string;
}

@InputType({ description: 'A whistle (吹哨): who is summoned to which place, when.' })
export class SummonArguments extends AcceptTaskArguments {
  @Field({ description: '200 characters at most.' })
  place: string;

  @Field(() => DateTime)
  meetAt: Date;

  @Field(() => [ParticipantInput], { description: '50 at most.' })
  participants: ParticipantInput[];
}

@InputType()
export class RecordMinutesArguments extends AcceptTaskArguments {
  @Field(() => ID)
  meetingId: string;

  @Field({ description: '4,000 characters at most.' })
  summary: string;

  @Field(() => [PartInput], { nullable: true, description: 'What was agreed on, and who does it: each line becomes a task.' })
  lines?: PartInput[] | null;
}

@InputType()
export class RecordMediationArguments extends AcceptTaskArguments {
  @Field(() => [String], { description: 'Two at least.' })
  parties: string[];

  @Field({ description: 'What was said; 4,000 characters at most.' })
  session: string;

  @Field(() => String, { nullable: true, description: 'What they agreed on, where they did.' })
  agreement?: string | null;
}

@InputType({ description: 'Somebody who was summoned is there (报到), with proof.' })
export class RecordAttendanceArguments {
  @Field(() => ID)
  number: string;

  @Field(() => ID)
  meetingId: string;

  @Field({ description: 'As they were summoned.' })
  participant: string;

  @Field(() => [ID], { description: 'Pictures that show it; one at least.' })
  attachmentIds: string[];

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'Repeated with the same content it writes nothing.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A note for those who work on the case; the resident is not shown it.' })
export class NoteCaseArguments {
  @Field(() => ID)
  number: string;

  @Field({ description: '4,000 characters at most.' })
  text: string;

  @Field(() => [ID], { nullable: true })
  attachmentIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Repeated with the same content it writes nothing.' })
  idempotencyKey?: string | null;
}
