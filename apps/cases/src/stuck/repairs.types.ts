import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { REPAIRS, type Repair } from '@yiwang/domain/stuck';
import { enumOf } from '@yiwang/platform/graphql';

export const RepairEnum = enumOf(REPAIRS);
registerEnumType(RepairEnum, {
  name: 'Repair',
  description: 'Hand it to the engine now; send again what was not taken; give up sending it; compare records and workflow now.',
});

@InputType()
export class RepairArguments {
  @Field(() => ID)
  number: string;

  @Field(() => RepairEnum)
  act: Repair;

  @Field({ description: 'Why; kept on the timeline for those who work on the case.' })
  reason: string;
}

@ObjectType({ description: 'What came of a repair, read back after it was done.' })
export class Repaired {
  @Field(() => RepairEnum)
  act: Repair;

  @Field(() => Int, { description: 'How many starts, notices or comparisons it touched.' })
  count: number;

  number: string;
}
