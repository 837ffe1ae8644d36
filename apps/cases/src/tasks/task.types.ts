import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  TASK_KINDS,
  TASK_STATES,
  type CaseClass,
  type Path,
  type PositionRole,
  type Stage,
  type TaskKind,
  type TaskState,
  type Tier,
} from '@yiwang/contracts/case-flow';
import { TASK_ACTIONS } from '@yiwang/domain/paths';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { PathEnum, StageEnum, TierEnum } from '../case/case.types.js';
import { SEARCHED } from '../case/words-search.js';
import { CaseClassEnum } from '../intake/start-case.input.js';

/** `townDesk` is what a joint path's lead was called before there were four paths; old tasks keep it. */
export const TaskKindEnum = enumOf([...TASK_KINDS, 'townDesk']);
export const TaskStateEnum = enumOf(TASK_STATES);
export const TASK_SCOPES = ['MINE', 'UNIT', 'ALL', 'WAITING', 'DONE'] as const;
export type TaskScope = (typeof TASK_SCOPES)[number];
export const TaskScopeEnum = enumOf(TASK_SCOPES);
export const TaskActionEnum = enumOf(TASK_ACTIONS);
registerEnumType(TaskActionEnum, { name: 'TaskAction', description: 'What somebody can do with a task.' });
registerEnumType(TaskKindEnum, { name: 'TaskKind' });
registerEnumType(TaskStateEnum, { name: 'TaskState' });
registerEnumType(TaskScopeEnum, {
  name: 'TaskScope',
  description:
    'MINE: held by me. UNIT: addressed to one of my positions and held by nobody. ALL: both. WAITING: with others because of ' +
    'me or my unit: what followed on a task of ours, parts of mine, my requests. DONE: finished by me or my unit, newest first.',
});

@ObjectType({ description: 'A piece of work on a case, addressed to positions in an area.' })
export class Task {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  caseNumber: string;

  @Field(() => TaskKindEnum)
  kind: TaskKind;

  @Field(() => TaskStateEnum)
  state: TaskState;

  @Field(() => TierEnum, { nullable: true })
  tier: Tier | null;

  @Field(() => String, { nullable: true, description: 'What is to be done, where the kind alone does not say it.' })
  title: string | null;

  @Field(() => ID, { nullable: true, description: 'The leading task of which this is a part.' })
  partOf: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  result: string | null;

  @Field(() => [String], { description: 'The position roles it is addressed to.' })
  roles: PositionRole[];

  @Field()
  areaCode: string;

  @Field(() => ID, { nullable: true, description: 'Only people of this unit may take it.' })
  unitCode: string | null;

  @Field(() => Int)
  round: number;

  @Field(() => DateTime)
  dueAt: Date;

  @Field(() => Int, { description: 'Send it back with every change; an older one is a conflict.' })
  version: number;

  @Field(() => DateTime)
  openedAt: Date;

  @Field(() => DateTime, { nullable: true })
  closedAt: Date | null;

  @Field(() => String, { nullable: true })
  holderSubject: string | null;
}

@InputType()
export class TaskFilterInput {
  @Field(() => TaskScopeEnum, { nullable: true, description: 'ALL unless said otherwise.' })
  scope?: TaskScope | null;

  @Field(() => StageEnum, { nullable: true })
  stage?: Stage | null;

  @Field(() => PathEnum, { nullable: true })
  path?: Path | null;

  @Field(() => TaskKindEnum, { nullable: true })
  kind?: TaskKind | null;

  @Field(() => [TaskKindEnum], { nullable: true, description: 'Any of these.' })
  kinds?: TaskKind[] | null;

  @Field(() => DateTime, { nullable: true })
  dueBefore?: Date | null;

  @Field(() => String, { nullable: true, description: `Words of two characters or more, all of which stand in the task's title or in ${SEARCHED}.` })
  text?: string | null;
}

@InputType({ description: 'Which task, as you saw it.' })
export class TaskReferenceInput {
  @Field(() => ID)
  taskId: string;

  @Field(() => Int, { description: 'The version you saw.' })
  version: number;
}

@InputType()
export class AcceptTaskArguments extends TaskReferenceInput {
  @Field(() => String, {
    nullable: true,
    description: 'Without one the same content on the same version of the task counts once.',
  })
  idempotencyKey?: string | null;
}

@InputType()
export class CompleteTaskArguments extends AcceptTaskArguments {
  @Field({ description: 'What the resident is answered, or what came of a part; 4,000 characters at most.' })
  answer: string;

  @Field(() => String, { nullable: true, description: 'The last round ends with a reasoned explanation.' })
  explanation?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Pictures and voice, uploaded before.' })
  attachmentIds?: string[] | null;
}

@InputType()
export class HandUpArguments extends AcceptTaskArguments {
  @Field({ description: 'Why this level cannot settle it; the resident reads it.' })
  reason: string;
}

@InputType()
export class DispatchArguments extends AcceptTaskArguments {
  @Field(() => String, { nullable: true, description: 'The village or grid where it belongs, or the town to look further.' })
  areaCode?: string | null;

  @Field(() => CaseClassEnum, { nullable: true })
  caseClass?: CaseClass | null;

  @Field(() => PathEnum, { nullable: true, description: 'Where the class alone does not say by which path it goes.' })
  path?: Path | null;

  @Field(() => ID, { nullable: true, description: 'The unit that is to lead or answer.' })
  unitCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Instead of an area: why the case is not accepted.' })
  notAcceptedReason?: string | null;
}

@InputType()
export class RecordContactArguments extends TaskReferenceInput {
  @Field({ description: 'What was said when the resident was reached; it stops the response clock.' })
  note: string;

  @Field(() => String, { nullable: true, description: 'Repeated with the same content it writes nothing.' })
  idempotencyKey?: string | null;
}
