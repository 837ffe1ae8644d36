import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@yiwang/platform/graphql';

@ObjectType({ description: 'Something that a response template leaves open, written {{name}} or {{zh}}.' })
export class TemplatePlaceholder {
  @Field()
  name: string;

  @Field()
  zh: string;

  @Field()
  en: string;
}

@ObjectType({ description: 'A wording that a template has had.' })
export class ResponseTemplateVersion {
  @Field(() => Int)
  version: number;

  @Field()
  name: string;

  @Field()
  text: string;

  @Field(() => ID)
  changedBy: string;

  @Field(() => DateTime)
  changedAt: Date;
}

@ObjectType({ description: 'A text that an office answers with.' })
export class ResponseTemplate {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  countyCode: string;

  @Field()
  name: string;

  @Field()
  text: string;

  @Field(() => Int)
  version: number;

  @Field(() => ID)
  changedBy: string;

  @Field(() => DateTime)
  changedAt: Date;

  @Field(() => DateTime, { nullable: true })
  retiredAt: Date | null;

  unitCode: string | null;
  categoryCode: string | null;
}

@InputType({ description: 'Every condition given must hold.' })
export class ResponseTemplateFilter {
  @Field(() => ID)
  countyCode: string;

  @Field(() => ID, { nullable: true, description: 'Those of this unit and those for every unit.' })
  unitCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those that fit this category.' })
  categoryCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the name or the text.' })
  search?: string | null;

  @Field(() => Boolean, { nullable: true })
  withRetired?: boolean | null;
}

@InputType()
export class CreateResponseTemplateInput {
  @Field(() => ID)
  countyCode: string;

  @Field(() => ID, { nullable: true, description: 'Left out for every unit of the county.' })
  unitCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'With what lies below it; left out for every category.' })
  categoryCode?: string | null;

  @Field()
  name: string;

  @Field({ description: 'With placeholders such as {{案件编号}}; 4,000 characters at most.' })
  text: string;
}

@InputType()
export class ChangeResponseTemplateInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version that was looked at.' })
  version: number;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  text?: string | null;
}
