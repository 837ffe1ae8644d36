import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@InputType()
export class RevealReporterArguments {
  @Field(() => ID)
  number: string;

  @Field({ description: 'Kept on the record, with who asked.' })
  reason: string;
}

@ObjectType({ description: 'Who reported a case, in full.' })
export class Reporter {
  @Field(() => String, { nullable: true })
  name: string | null;

  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'How the sending system knows the reporter.' })
  reference: string | null;

  @Field({ description: 'There was somebody, and what was known of them is erased (已删除).' })
  erased: boolean;
}

@ObjectType({ description: 'Who reported a case, as everybody sees it who may see the case: 张*, 138****1234.' })
export class MaskedReporter {
  @Field(() => String, { nullable: true })
  name: string | null;

  @Field(() => String, { nullable: true })
  phone: string | null;

  @Field({ description: 'There was somebody, and what was known of them is erased (已删除).' })
  erased: boolean;
}
