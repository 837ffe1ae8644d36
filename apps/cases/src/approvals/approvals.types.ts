import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import type { Requested } from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { AcceptTaskArguments } from '../tasks/task.types.js';
import { LimitInput } from '../work/part.input.js';

export const RequestKindEnum = enumOf(['extension', 'pause', 'suspension', 'referral']);
registerEnumType(RequestKindEnum, { name: 'RequestKind', description: '延期、暂停、挂账、转市级.' });

@InputType()
export class RequestApprovalArguments extends AcceptTaskArguments {
  @Field(() => RequestKindEnum)
  kind: Requested['kind'];

  @Field(() => LimitInput, { nullable: true, description: 'How long an extension or a pause is to be.' })
  by?: LimitInput | null;

  @Field(() => DateTime, { nullable: true, description: 'When a suspended case is looked at again.' })
  reviewAt?: Date | null;

  @Field({ description: 'The resident reads it when it is granted.' })
  reason: string;
}

@InputType()
export class DecideApprovalArguments extends AcceptTaskArguments {
  @Field()
  granted: boolean;

  @Field()
  reason: string;
}

@InputType()
export class CaseReasonArguments {
  @Field(() => ID)
  number: string;

  @Field()
  reason: string;

  @Field(() => String, { nullable: true, description: 'Without one every call is an act of its own.' })
  idempotencyKey?: string | null;
}
