import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NOTICE_TYPES } from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';

export const NoticeTypeEnum = enumOf(NOTICE_TYPES);
export type NoticeType = (typeof NOTICE_TYPES)[number];
registerEnumType(NoticeTypeEnum, { name: 'NoticeType' });

@ObjectType({ description: 'A message as it was sent, where no SMS or WeChat gateway is connected.' })
export class Notice {
  @Field(() => ID, { description: 'Rises with time; also the cursor of the mailbox.' })
  id: string;

  @Field(() => NoticeTypeEnum)
  type: NoticeType;

  @Field()
  title: string;

  @Field()
  body: string;

  @Field(() => DateTime)
  sentAt: Date;

  @Field({ description: 'reporter, person or position.' })
  recipientKind: string;

  @Field(() => [String], { description: 'The position roles it is addressed to; empty for a person or the reporter.' })
  roles: string[];

  @Field(() => String, { nullable: true, description: 'The area of those positions.' })
  areaCode: string | null;

  @Field(() => ID, { nullable: true })
  caseNumber: string | null;
}
