import { Directive, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AREA_LEVELS } from '@yiwang/domain/areas';
import { GRID_KINDS, type GridKind } from './area.entity.js';
import { enumOf } from '@yiwang/platform/graphql';

export const AreaLevelEnum = enumOf(AREA_LEVELS);
export const GridKindEnum = enumOf(GRID_KINDS);
registerEnumType(AreaLevelEnum, {
  name: 'AreaLevel',
  description: 'What an area is, from wide to narrow: 市, 县, 乡镇街道, 村社区, 网格.',
});
registerEnumType(GridKindEnum, { name: 'GridKind', description: '城乡网格, 校园网格, 企业网格.' });

@ObjectType({ description: 'A city, county, town, village or grid, known by its code of 4, 6, 9, 12 or 15 digits.' })
@Directive('@key(fields: "code")')
export class Area {
  @Field(() => ID)
  code: string;

  @Field()
  name: string;

  @Field(() => [String], { description: 'Other names under which people know it.' })
  aliases: string[];

  @Field(() => GridKindEnum, { nullable: true, description: 'For a grid only.' })
  gridKind: GridKind | null;

  @Field({ description: 'The first day (YYYY-MM-DD) on which it is an area.' })
  validFrom: string;

  @Field(() => String, { nullable: true, description: 'The first day on which it is one no more.' })
  validTo: string | null;
}
