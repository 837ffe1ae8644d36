import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import { NEXT_STEPS, REASON_KINDS, type MachinePart, type NextStep, type ReasonKind, type ReasonOwner as Owner, type Repair } from '@yiwang/domain/stuck';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { Area, Case, Person } from '../case/case.types.js';
import { Unit } from '../desk/desk.types.js';
import { PositionRoleEnum } from '../intake/start-case.input.js';
import { RepairEnum } from './repairs.types.js';

export const ReasonKindEnum = enumOf(REASON_KINDS);
export const NextStepEnum = enumOf(NEXT_STEPS);
export const OwnerKindEnum = enumOf(['person', 'unit', 'post', 'resident', 'case', 'city', 'machine'] as const satisfies readonly Owner['kind'][]);
export const MachinePartEnum = enumOf(['engine', 'workflow', 'worker', 'relay', 'records', 'delivery'] as const satisfies readonly MachinePart[]);
export const STUCK_DIMENSIONS = ['reason', 'place', 'unit', 'age'] as const;
export type StuckDimension = (typeof STUCK_DIMENSIONS)[number];
export const StuckDimensionEnum = enumOf(STUCK_DIMENSIONS);
registerEnumType(ReasonKindEnum, { name: 'ReasonKind', description: 'Why a case is not moving; of several the first in this order is told.' });
registerEnumType(NextStepEnum, { name: 'NextStep', description: 'What would move a case on.' });
registerEnumType(OwnerKindEnum, { name: 'ReasonOwnerKind' });
registerEnumType(MachinePartEnum, { name: 'MachinePart' });
registerEnumType(StuckDimensionEnum, { name: 'StuckDimension', description: 'By reason, by the areas below the one asked for, by unit, or by how long the reason holds.' });

@ObjectType({ description: 'Who has to do something.' })
export class ReasonOwner {
  @Field(() => OwnerKindEnum)
  kind: Owner['kind'];

  @Field(() => Person, { nullable: true })
  person: Person | null;

  @Field(() => Unit, { nullable: true })
  unit: Unit | null;

  @Field(() => [PositionRoleEnum], { nullable: true, description: '`post`: whoever holds one of these roles in the area.' })
  roles: PositionRole[] | null;

  @Field(() => Area, { nullable: true })
  area: Area | null;

  @Field(() => ID, { nullable: true, description: '`case`: the leading one.' })
  caseNumber: string | null;

  @Field(() => MachinePartEnum, { nullable: true })
  part: MachinePart | null;
}

@ObjectType({ description: 'Why an open case is not moving. Looked at a second or two after anything happens to it.' })
export class CaseReason {
  @Field(() => ReasonKindEnum)
  kind: ReasonKind;

  @Field({ description: 'Whether the machine is in the way, and nobody would be faster by working faster.' })
  isMachine: boolean;

  @Field(() => ReasonOwner)
  owner: ReasonOwner;

  @Field(() => DateTime)
  since: Date;

  @Field(() => NextStepEnum)
  nextStep: NextStep;

  @Field(() => DateTime, { nullable: true })
  nextBy: Date | null;

  @Field(() => ID, { nullable: true, description: 'The task that is waited for.' })
  taskId: string | null;

  @Field(() => Int, { nullable: true, description: "The machine's tries." })
  attempts: number | null;

  @Field(() => String, { nullable: true, description: 'Kind of the last failure, for whoever repairs it.' })
  failure: string | null;

  @Field(() => [ReasonKindEnum], { description: 'What holds besides.' })
  also: ReasonKind[];

  @Field(() => DateTime, { description: "When it was found, by the machine's time." })
  foundAt: Date;

  @Field(() => [RepairEnum], { description: 'What somebody above can do about it.' })
  repairs: Repair[];

  @Field()
  zh: string;

  @Field()
  en: string;
}

@ObjectType()
export class StuckCase {
  @Field(() => Case, { nullable: true })
  case: Case | null;

  @Field(() => CaseReason)
  reason: CaseReason;
}

@ObjectType()
export class StuckCasePage {
  @Field(() => [StuckCase])
  items: StuckCase[];

  @Field(() => ID, { nullable: true, description: 'Of the next page; null on the last.' })
  cursor: string | null;
}

@ObjectType({ description: 'How many cases stand for one reason, in one place, with one unit or for so long.' })
export class StuckCount {
  @Field(() => ReasonKindEnum, { nullable: true })
  kind: ReasonKind | null;

  @Field(() => Area, { nullable: true })
  area: Area | null;

  @Field(() => Unit, { nullable: true, description: 'By unit: null for what waits for no unit.' })
  unit: Unit | null;

  @Field(() => Int, { nullable: true, description: 'By age: at least so many days.' })
  fromDays: number | null;

  @Field(() => Int)
  count: number;

  @Field(() => Int, { description: 'Of them, for a reason of the machine.' })
  machine: number;

  @Field(() => DateTime)
  oldest: Date;
}

@InputType()
export class StuckFilter {
  @Field(() => ID, { nullable: true, description: 'The area or anything in it.' })
  areaCode?: string | null;

  @Field(() => [ReasonKindEnum], { nullable: true })
  kinds?: ReasonKind[] | null;

  @Field(() => Boolean, { nullable: true })
  isMachine?: boolean | null;

  @Field(() => ID, { nullable: true })
  unitCode?: string | null;

  @Field(() => Int, { nullable: true, description: 'The reason holds for so many days or longer.' })
  fromDays?: number | null;
}

@ObjectType({ description: 'What the machine itself says; null where nothing is wrong.' })
export class MachineState {
  @Field(() => DateTime, { nullable: true, description: 'Since when the workflow engine does not answer.' })
  engineAwaySince: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when no worker takes up workflows.' })
  workerAwaySince: Date | null;

  @Field(() => Int, { description: 'Cases that are registered and not yet handed to the engine.' })
  startsWaiting: number;

  @Field(() => DateTime, { nullable: true })
  oldestStart: Date | null;

  @Field(() => Int, { description: 'Cases whose records are being compared with their workflows.' })
  doubts: number;

  @Field(() => DateTime, { nullable: true, description: 'When the engine was last looked at.' })
  lookedAt: Date | null;
}
