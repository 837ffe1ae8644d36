import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { CaseClass, Path } from '@yiwang/domain/paths';
import { DateTime } from '@yiwang/platform/graphql';
import { PathEnum } from '../case/case.types.js';

@ObjectType({ description: 'How many of the cases begin on a path.' })
export class ReplayedPath {
  @Field(() => PathEnum)
  path: Path;

  @Field(() => Int)
  before: number;

  @Field(() => Int)
  draft: number;
}

@ObjectType({ description: 'What a policy makes of a past case; pauses and extensions left out.' })
export class ReplayedCourse {
  @Field(() => String, { description: 'simple, general, major, difficult or crossCounty.' })
  caseClass: CaseClass;

  @Field(() => PathEnum, { description: 'Where it begins.' })
  path: Path;

  @Field(() => PathEnum, { description: 'Where it was held last.' })
  lastPath: Path;

  @Field(() => DateTime, { description: 'When the answer would have been due.' })
  dueAt: string;

  @Field({ description: 'The deadline crosses dates that the working calendar does not cover.' })
  provisional: boolean;
}

@ObjectType()
export class ReplayedDifference {
  @Field()
  caseNumber: string;

  @Field(() => ReplayedCourse)
  before: ReplayedCourse;

  @Field(() => ReplayedCourse)
  draft: ReplayedCourse;
}

@ObjectType({ description: 'The rule lab (规则试验): past cases under the policy in force and under another version.' })
export class PolicyReplay {
  @Field(() => Int)
  version: number;

  @Field(() => Int, { description: 'The version in force now.' })
  comparedWith: number;

  @Field(() => DateTime)
  from: Date;

  @Field(() => DateTime)
  to: Date;

  @Field(() => Int)
  cases: number;

  @Field({ description: 'There were more cases in that span than are replayed: the newest were.' })
  isTruncated: boolean;

  @Field(() => Int, { description: 'Cases that would begin on, or end up on, another path.' })
  otherPath: number;

  @Field(() => Int, { description: 'Cases whose answer would be due at another instant.' })
  otherDeadline: number;

  @Field(() => Int)
  sooner: number;

  @Field(() => Int)
  later: number;

  @Field(() => [ReplayedPath])
  byPath: ReplayedPath[];

  @Field(() => [ReplayedDifference], { description: 'The newest cases that differ, as many as were asked for.' })
  differences: ReplayedDifference[];
}
