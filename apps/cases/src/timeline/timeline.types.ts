import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TIMELINE_TYPES, type TimelineType } from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { Person } from '../case/case.types.js';

export const TimelineTypeEnum = enumOf(TIMELINE_TYPES);
registerEnumType(TimelineTypeEnum, { name: 'TimelineType' });

@ObjectType({ description: 'Something that happened to a case, as its timeline tells it.' })
export class TimelineEntry {
  @Field(() => ID, { description: 'Rises with time; also the cursor of the change feed.' })
  cursor: string;

  @Field(() => ID)
  caseNumber: string;

  @Field(() => TimelineTypeEnum)
  type: TimelineType;

  @Field(() => DateTime)
  at: Date;

  @Field({ description: 'person, client, resident or system.' })
  actorKind: string;

  @Field(() => String, { nullable: true })
  actorRole: string | null;

  @Field(() => Person, { nullable: true, description: 'Who did it, where it was a person of the network.' })
  actor: Person | null;

  @Field(() => String, { nullable: true, description: 'What the resident may read: the answer, the reason, the addition.' })
  text: string | null;

  @Field(() => ID, { nullable: true })
  taskId: string | null;

  @Field({ description: 'Meant for those who work on the case; nobody else is shown it.' })
  internal: boolean;

  @Field({ description: 'The facts of the event as JSON.' })
  data: string;
}

@ObjectType()
export class CaseChanges {
  @Field(() => [TimelineEntry])
  entries: TimelineEntry[];

  @Field(() => String, { description: 'Give it as `after` next time; the same one comes back while nothing is new.' })
  cursor: string;

  @Field({ description: 'There was more than one page: ask again at once.' })
  hasMore: boolean;
}
