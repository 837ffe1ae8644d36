import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Stage } from '@yiwang/contracts/case-flow';
import { MAX_PUBLIC_TITLE } from '@yiwang/domain/intake';
import { DateTime } from '@yiwang/platform/graphql';
import { Area, Category, StageEnum } from '../case/case.types.js';

@ObjectType({ description: 'A common matter that is being worked on, as neighbours see it: nothing of its reporter, and no word of theirs.' })
export class PublicMatter {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Written by whoever made it public.' })
  title: string;

  @Field(() => Category, { nullable: true })
  category: Category | null;

  @Field(() => Area)
  area: Area;

  @Field(() => StageEnum)
  stage: Stage;

  @Field(() => DateTime, { description: 'When it was received.' })
  since: Date;

  @Field(() => Int, { description: 'How many said that it is theirs too (我也是).' })
  sameHere: number;
}

@InputType()
export class PublishCaseArguments {
  @Field(() => ID)
  number: string;

  @Field({ description: `${MAX_PUBLIC_TITLE} characters at most; no name and no number of anybody.` })
  publicTitle: string;
}

@InputType()
export class UnpublishCaseArguments {
  @Field(() => ID)
  number: string;
}

@InputType()
export class SayTheSameArguments {
  @Field(() => ID, { description: 'Of the matter.' })
  id: string;

  @Field({ description: 'The same from one phone, always: it counts once.' })
  idempotencyKey: string;
}
