import { Field, ID, InputType } from '@nestjs/graphql';
import type { Path } from '@yiwang/contracts/case-flow';
import { PathEnum } from '../case/case.types.js';
import { AcceptTaskArguments } from '../tasks/task.types.js';
import { PartInput } from './part.input.js';

@InputType()
export class DelegateArguments extends AcceptTaskArguments {
  @Field(() => PathEnum, { description: 'The path of the tier below, under whose limit it goes on.' })
  path: Path;

  @Field(() => ID)
  areaCode: string;

  @Field()
  reason: string;
}

@InputType()
export class PlanPartsArguments extends AcceptTaskArguments {
  @Field(() => [PartInput], { description: '30 at most.' })
  parts: PartInput[];
}

@InputType()
export class AssignUnitsArguments extends AcceptTaskArguments {
  @Field(() => PartInput, { description: 'Who leads (主办) and alone closes.' })
  lead: PartInput;

  @Field(() => [PartInput], { nullable: true, description: 'Who assists (协办), each with its own limit.' })
  assisting?: PartInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'The final word: the unit cannot return it again.' })
  binding?: boolean | null;

  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType()
export class CancelPartArguments {
  @Field(() => ID)
  number: string;

  @Field(() => ID, { description: 'The task of the part.' })
  partId: string;

  @Field()
  reason: string;

  @Field(() => String, { nullable: true, description: 'Without one every call is an act of its own.' })
  idempotencyKey?: string | null;
}

@InputType()
export class ReassignTaskArguments {
  @Field(() => ID)
  number: string;

  @Field(() => ID, { description: 'A part, or on the county’s path the task of whoever leads.' })
  taskId: string;

  @Field(() => PartInput, { description: 'Who is to do it instead.' })
  to: PartInput;

  @Field()
  reason: string;

  @Field(() => String, { nullable: true, description: 'Without one every call is an act of its own.' })
  idempotencyKey?: string | null;
}

@InputType()
export class ReturnTaskArguments extends AcceptTaskArguments {
  @Field(() => ID, { description: 'Whose matter it is instead.' })
  proposedUnitCode: string;

  @Field({ description: 'On which ground of the powers catalogue; 500 characters at most.' })
  legalGround: string;

  @Field()
  reason: string;
}

@InputType()
export class VerifyTaskArguments extends AcceptTaskArguments {
  @Field()
  passed: boolean;

  @Field({ description: 'What was found; 4,000 characters at most.' })
  findings: string;

  @Field(() => [ID], { nullable: true })
  attachmentIds?: string[] | null;
}
