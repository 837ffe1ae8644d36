import { Field, ID, InputType } from '@nestjs/graphql';
import type { GridKind } from './area.entity.js';
import { GridKindEnum } from './area.types.js';

@InputType()
export class PutAreaInput {
  @Field(() => ID, { description: '4, 6, 9, 12 or 15 digits; the area above must be there, except over a county.' })
  code: string;

  @Field()
  name: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Other names, for recognising it in a text; left out: unchanged.',
  })
  aliases?: string[] | null;

  @Field(() => GridKindEnum, { nullable: true, description: 'For a grid only; urbanRural unless said otherwise.' })
  gridKind?: GridKind | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, for a new one; long ago, where left out.' })
  validFrom?: string | null;
}
