import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTime, enumOf } from '@yiwang/platform/graphql';

export const CAME_BACK_KINDS = ['returned', 'verificationFailed', 'referralReturned'] as const;
export type CameBackKind = (typeof CAME_BACK_KINDS)[number];
export const CameBackKindEnum = enumOf(CAME_BACK_KINDS);
registerEnumType(CameBackKindEnum, {
  name: 'CameBackKind',
  description: 'returned: a unit gave it back (退回). verificationFailed: whoever looked on site found it not done (核查未通过). referralReturned: the city gave it back (市级转回).',
});

@ObjectType({ description: 'How often a case was urged since whoever leads it now got it.' })
export class Urged {
  @Field(() => Int, { description: 'From above, or by an order that nobody answered in time.' })
  times: number;

  @Field(() => Int, { description: 'By whoever reported it.' })
  byResident: number;

  @Field(() => DateTime, { description: 'When last, by either.' })
  lastAt: Date;
}

@ObjectType({ description: 'That work came back which was thought to be done, or to be with others.' })
export class CameBack {
  @Field(() => CameBackKindEnum)
  kind: CameBackKind;

  @Field(() => DateTime)
  at: Date;
}
