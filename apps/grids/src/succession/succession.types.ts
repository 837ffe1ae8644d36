import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '@yiwang/platform/graphql';
import type { GridKind } from '../areas/area.entity.js';
import { GridKindEnum } from '../areas/area.types.js';

const KINDS = ['split', 'merge'] as const;
export const SuccessionKindEnum = enumOf(KINDS);
registerEnumType(SuccessionKindEnum, { name: 'SuccessionKind', description: '拆分, 合并.' });

@ObjectType({ description: 'One grid that followed another.' })
export class Succession {
  @Field(() => ID)
  oldCode: string;

  @Field(() => ID)
  newCode: string;

  @Field(() => SuccessionKindEnum)
  kind: (typeof KINDS)[number];

  @Field({ description: 'The first day (YYYY-MM-DD) of the new one.' })
  on: string;
}

@InputType({ isAbstract: true })
class NewGridFields {
  @Field(() => ID, { description: '15 digits in the same village, never used before.' })
  code: string;

  @Field()
  name: string;

  @Field(() => [String], { nullable: true })
  aliases?: string[] | null;

  @Field(() => GridKindEnum, { nullable: true, description: 'That of the old grid, where left out.' })
  gridKind?: GridKind | null;
}

@InputType()
export class NewGridInput extends NewGridFields {}

@InputType({ description: 'A part takes the households and QR points that it names; the first part takes all others.' })
export class SplitPartInput extends NewGridFields {
  @Field(() => [String], { nullable: true })
  buildings?: string[] | null;

  @Field(() => [ID], { nullable: true })
  householdIds?: string[] | null;
}

@InputType()
export class SplitGridInput {
  @Field(() => ID)
  code: string;

  @Field(() => String, { nullable: true, description: 'The first day of the parts: YYYY-MM-DD, today or later.' })
  on?: string | null;

  @Field(() => [SplitPartInput], { description: '2 to 20.' })
  into: SplitPartInput[];
}

@InputType()
export class MergeGridsInput {
  @Field(() => [ID], { description: '2 to 20 grids of one village.' })
  codes: string[];

  @Field(() => String, { nullable: true, description: 'The first day of the new grid: YYYY-MM-DD, today or later.' })
  on?: string | null;

  @Field(() => NewGridInput)
  into: NewGridInput;
}
