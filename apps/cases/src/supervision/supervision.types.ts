import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import type { AnswerReferralInput, CaseClass, Path, SuperviseCaseInput } from '@yiwang/contracts/case-flow';
import { enumOf } from '@yiwang/platform/graphql';
import { CaseReasonArguments } from '../approvals/approvals.types.js';
import { PathEnum } from '../case/case.types.js';
import { CaseClassEnum } from '../intake/start-case.input.js';
import { AcceptTaskArguments } from '../tasks/task.types.js';
import { PartInput } from '../work/part.input.js';

export const SupervisionActEnum = enumOf(['urge', 'order', 'escalate']);
export const ReferralOutcomeEnum = enumOf(['returned', 'answered']);
registerEnumType(SupervisionActEnum, { name: 'SupervisionAct', description: '催办、督办单、提级.' });
registerEnumType(ReferralOutcomeEnum, { name: 'ReferralOutcome', description: '退回县级、市级答复.' });

@InputType()
export class SuperviseArguments extends CaseReasonArguments {
  @Field(() => SupervisionActEnum)
  act: SuperviseCaseInput['act'];
}

@InputType()
export class InstructArguments {
  @Field(() => ID)
  number: string;

  @Field({ description: '4,000 characters at most.' })
  text: string;

  @Field(() => PartInput, { nullable: true, description: 'Who is to do it; whoever leads the case, unless given.' })
  part?: PartInput | null;

  @Field(() => String, { nullable: true, description: 'Without one every call is an act of its own.' })
  idempotencyKey?: string | null;
}

@InputType()
export class ReclassifyArguments extends CaseReasonArguments {
  @Field(() => CaseClassEnum)
  caseClass: CaseClass;

  @Field(() => PathEnum)
  path: Path;
}

@InputType()
export class AnswerReferralArguments extends AcceptTaskArguments {
  @Field(() => ReferralOutcomeEnum)
  outcome: AnswerReferralInput['outcome'];

  @Field({ description: 'The opinion that goes back with it, or the answer to the resident.' })
  text: string;
}
