import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '@yiwang/platform/graphql';

export const TRENDS_BY = ['kind', 'category'] as const;
export type TrendsBy = (typeof TRENDS_BY)[number];
export const TrendsByEnum = enumOf(TRENDS_BY);
registerEnumType(TrendsByEnum, { name: 'TrendsBy' });

@ObjectType({ description: 'How many cases of one kind or category came in a month, against earlier ones.' })
export class Trend {
  @Field({ description: 'The kind, or the category’s code; empty where a case has none.' })
  key: string;

  @Field(() => Int)
  cases: number;

  @Field(() => Int, { nullable: true, description: 'Null before the data begins.' })
  monthBefore: number | null;

  @Field(() => Int, { nullable: true, description: 'In the same month of last year; null before the data begins.' })
  lastYear: number | null;

  @Field({ description: '环比: ↑12.50%, ↓3.00%, 持平, or — where there is nothing to compare with.' })
  monthOnMonth: string;

  @Field({ description: '同比.' })
  yearOnYear: string;
}
