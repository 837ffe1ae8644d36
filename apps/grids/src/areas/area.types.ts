import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A county, town, village or grid, known by its code.' })
@Directive('@key(fields: "code")')
export class Area {
  @Field(() => ID)
  code: string;

  @Field()
  name: string;
}
