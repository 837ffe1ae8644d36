import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MAX_VIEW_NAME, MAX_VIEW_QUERY } from '@yiwang/domain/views';
import { DateTime } from '@yiwang/platform/graphql';
import { Person } from '../case/case.types.js';

@ObjectType({ description: 'A search of a page that somebody keeps.' })
export class SavedView {
  @Field(() => ID)
  id: string;

  @Field()
  page: string;

  @Field()
  name: string;

  @Field({ description: "The query of the page's address." })
  query: string;

  @Field({ description: 'Shown to whoever works in the same unit, or without one in the same area.' })
  sharedWithUnit: boolean;

  @Field({ description: 'Yours to change and to remove.' })
  mine: boolean;

  @Field(() => Person)
  owner: Person;

  @Field(() => DateTime)
  savedAt: Date;
}

@InputType({ description: 'Under a name that you have on that page already, it takes the place of what was there.' })
export class SaveViewInput {
  @Field({ description: 'Which page: small letters, digits, - and /.' })
  page: string;

  @Field({ description: `${MAX_VIEW_NAME} characters at most.` })
  name: string;

  @Field({ description: `The query of the page's address, ${MAX_VIEW_QUERY} characters at most.` })
  query: string;

  @Field(() => Boolean, { nullable: true })
  sharedWithUnit?: boolean | null;
}
