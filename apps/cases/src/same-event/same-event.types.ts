import { Field, ID, InputType } from '@nestjs/graphql';
import { CaseReasonArguments } from '../approvals/approvals.types.js';

@InputType()
export class MergeArguments extends CaseReasonArguments {
  @Field(() => ID, { description: 'The case that is handled for all; each is rated by its own reporter.' })
  into: string;
}
