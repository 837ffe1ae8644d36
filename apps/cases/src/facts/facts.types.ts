import { Field, ObjectType } from '@nestjs/graphql';
import { Json } from '@yiwang/platform/graphql';

@ObjectType({ description: 'What figures are made of; nothing personal.' })
export class CaseFactsPage {
  @Field(() => [Json], {
    description:
      'CaseFacts of the domain, each with `newest`, the cursor of the latest change it holds: number, area, kind, ' +
      'deadlines, what happened with its instants, deadlines that were missed and by whom.',
  })
  facts: unknown[];

  @Field(() => String, { description: 'Give it as `after` next time; the same one comes back while nothing is new.' })
  cursor: string;

  @Field({ description: 'There may be more: ask again at once.' })
  hasMore: boolean;
}
