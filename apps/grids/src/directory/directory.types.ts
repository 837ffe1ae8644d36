import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Area } from '../areas/area.types.js';

@ObjectType({ description: "One line of a county's list of areas." })
export class AreaEntry {
  @Field(() => ID)
  code: string;

  @Field()
  name: string;

  @Field(() => [String])
  aliases: string[];
}

@ObjectType({ description: 'Which place a text names.' })
export class AreaRecognition {
  @Field(() => ID, {
    nullable: true,
    description: 'The most exact area; null where the text names none that is known.',
  })
  areaCode: string | null;

  @Field(() => Area, { nullable: true })
  area?: Area | null;

  @Field(() => String, { nullable: true, description: 'The name as it stands in the text.' })
  matched: string | null;

  @Field({ description: 'Several places fit and the area is the one over them all: a person should look.' })
  ambiguous: boolean;
}
