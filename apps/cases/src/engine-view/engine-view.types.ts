import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { COMING_KINDS, type ComingKind } from '@yiwang/contracts/case-flow';
import { DateTime, enumOf } from '@yiwang/platform/graphql';

export const ComingKindEnum = enumOf(COMING_KINDS);
registerEnumType(ComingKindEnum, { name: 'ComingKind', description: 'What happens to a case by itself.' });
export const RUN_STATES = ['running', 'completed', 'failed', 'cancelled', 'terminated', 'continuedAsNew', 'timedOut'] as const;
export type RunState = (typeof RUN_STATES)[number];
export const RunStateEnum = enumOf(RUN_STATES);
registerEnumType(RunStateEnum, { name: 'EngineRunState' });

@ObjectType({ description: 'What happens if nobody does anything.' })
export class ComingRing {
  @Field(() => ComingKindEnum)
  kind: ComingKind;

  @Field(() => DateTime)
  at: Date;

  @Field(() => ID, { nullable: true, description: 'The request or the supervision order that it is about.' })
  taskId: string | null;
}

@ObjectType({ description: 'A step that the engine has given out or will give out again.' })
export class PendingStep {
  @Field()
  name: string;

  @Field(() => Int)
  attempt: number;

  @Field(() => String, { nullable: true, description: 'Kind of the last failure.' })
  failure: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Of the next try, while it waits for one.' })
  nextTryAt: Date | null;
}

@ObjectType()
export class ArmedTimer {
  @Field(() => ID)
  id: string;

  @Field(() => DateTime)
  at: Date;
}

@ObjectType()
export class EngineAttribute {
  @Field()
  name: string;

  @Field()
  value: string;
}

@ObjectType({ description: 'One workflow of a case: its lifecycle, or a path that runs. Instants are business time.' })
export class EngineRun {
  @Field(() => ID)
  workflowId: string;

  @Field(() => ID)
  runId: string;

  @Field({ description: 'As registered: `caseLifecycle`, or the path.' })
  type: string;

  @Field(() => RunStateEnum)
  state: RunState;

  @Field(() => DateTime)
  startedAt: Date;

  @Field(() => DateTime, { nullable: true })
  closedAt: Date | null;

  @Field(() => Int, { description: 'Events so far; at 4,000 a lifecycle goes on in a new run.' })
  historyLength: number;

  @Field(() => Int, { nullable: true })
  historyBytes: number | null;

  @Field(() => [PendingStep])
  pending: PendingStep[];

  @Field(() => Int, { nullable: true, description: 'Try of the workflow task that is under way or failing; null while the workflow waits.' })
  taskAttempt: number | null;

  @Field(() => [ArmedTimer], { description: 'Read from the history: asked for by itself it is cheap, for many cases it is not.' })
  timers: ArmedTimer[];

  @Field(() => [EngineAttribute])
  attributes: EngineAttribute[];

  @Field(() => String, { nullable: true, description: "Its page in the engine's own console, where the deployment has one." })
  url: string | null;
}

@ObjectType({ description: 'What the engine knows of a case.' })
export class CaseEngineView {
  @Field({ description: 'False while the engine does not answer; nothing else is known then.' })
  answers: boolean;

  @Field(() => [EngineRun])
  runs: EngineRun[];

  @Field(() => [ComingRing], { nullable: true, description: 'The next first. Asked of the workflow itself: null where no worker answers, or it has ended.' })
  coming: ComingRing[] | null;
}

@ObjectType({ description: "One event of a workflow's history, without what was said in it." })
export class EngineEvent {
  @Field(() => ID)
  id: string;

  @Field(() => DateTime, { description: 'Business time.' })
  at: Date;

  @Field({ description: 'As the engine calls it: `ActivityTaskScheduled`.' })
  type: string;

  @Field(() => String, { nullable: true, description: 'Step, decision, signal, path or timer.' })
  subject: string | null;

  @Field(() => Int, { nullable: true })
  attempt: number | null;

  @Field(() => String, { nullable: true })
  failure: string | null;

  @Field({ description: 'JSON, without payloads and messages.' })
  raw: string;
}

@ObjectType()
export class EngineEventPage {
  @Field(() => [EngineEvent])
  items: EngineEvent[];

  @Field(() => ID, { nullable: true, description: 'For the page of older ones; null at the beginning.' })
  cursor: string | null;
}
