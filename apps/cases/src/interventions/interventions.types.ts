import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Path, PositionRole, Tier } from '@yiwang/contracts/case-flow';
import { INTERVENTION_OUTCOMES, INTERVENTION_STATES, type InterventionOutcome, type InterventionState } from '@yiwang/contracts/interventions';
import { INTERVENTIONS, MOST_CASES, type Intervention as Kind, type MovedClock, type Told } from '@yiwang/domain/interventions';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { Area, Case, PathEnum, Person, TierEnum } from '../case/case.types.js';
import { Unit } from '../desk/desk.types.js';
import { PositionRoleEnum } from '../intake/start-case.input.js';
import { LimitInput, PartInput } from '../work/part.input.js';

export const InterventionKindEnum = enumOf(INTERVENTIONS);
export const InterventionStateEnum = enumOf(INTERVENTION_STATES);
export const InterventionOutcomeEnum = enumOf(INTERVENTION_OUTCOMES);
export const MovedClockEnum = enumOf(['tier', 'resolution', 'order'] as const satisfies readonly MovedClock[]);
export const ToldEnum = enumOf(['holder', 'newHolder', 'reporter', 'actors'] as const satisfies readonly Told[]);
registerEnumType(InterventionKindEnum, { name: 'InterventionKind', description: '催办、督办单、撤销督办单、提级、交下级、改派、延期、挂账、恢复, repairs of what the machine does not do; as last resorts, of one case and always with a second person, 回到某一步 (`reset`) and 终止 (`terminate`).' });
registerEnumType(InterventionStateEnum, { name: 'InterventionState', description: '`waiting`: for the second person; `lapsed`: nobody agreed in time; `notStarted`: the engine did not take it, and nothing was done.' });
registerEnumType(InterventionOutcomeEnum, { name: 'InterventionOutcome', description: '`unchanged`: it was so already; `failed`: tried again and again and not known to stand; `left`: it was ended before.' });
registerEnumType(MovedClockEnum, { name: 'MovedClock', description: 'Of whoever holds the case, of the resident, of a supervision order.' });
registerEnumType(ToldEnum, { name: 'InterventionTold', description: '`actors`: whose acts are carried out again.' });

@InputType({ description: 'A point that `resetPoints` shows.' })
export class ResetInput {
  @Field(() => ID)
  workflowId: string;

  @Field(() => ID)
  runId: string;

  @Field(() => ID)
  eventId: string;

  @Field(() => Boolean, { nullable: true, description: 'Whoever has acted since is told that their acts are carried out again; without it such a point is refused (RESET_REPEATS_ACTS).' })
  tellThem?: boolean | null;
}

@InputType()
export class InterventionInput {
  @Field(() => InterventionKindEnum)
  kind: Kind;

  @Field(() => [ID], { description: `${MOST_CASES} at most.` })
  numbers: string[];

  @Field(() => PathEnum, { nullable: true, description: '`deescalate`: to which path.' })
  path?: Path | null;

  @Field(() => LimitInput, { nullable: true, description: '`extend`: by how much.' })
  by?: LimitInput | null;

  @Field(() => DateTime, { nullable: true, description: '`pause`: when it is looked at again.' })
  reviewAt?: Date | null;

  @Field(() => PartInput, { nullable: true, description: '`reassign`: whose it becomes.' })
  to?: PartInput | null;

  @Field(() => ResetInput, { nullable: true, description: '`reset`: where it goes back to; one case at a time, and always with a second person.' })
  reset?: ResetInput | null;
}

@InputType()
export class StartInterventionInput extends InterventionInput {
  @Field({ description: 'Why; everybody who works on the cases reads it, and the resident where their deadline moves.' })
  reason: string;

  @Field(() => ID, { description: 'Of the preview that was looked at; another selection, or cases that changed since, are refused.' })
  previewHash: string;

  @Field(() => String, { nullable: true, description: 'Without one every call is an act of its own.' })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'Who has the case now.' })
export class InterventionHolder {
  @Field(() => TierEnum)
  tier: Tier;

  @Field(() => [PositionRoleEnum])
  roles: PositionRole[];

  @Field(() => Area)
  area: Area;

  @Field(() => Unit, { nullable: true })
  unit: Unit | null;

  @Field(() => Person, { nullable: true })
  person: Person | null;
}

@ObjectType({ description: 'One case of a preview: what would change, or why it cannot be.' })
export class PreviewedCase {
  @Field(() => ID)
  number: string;

  @Field({ description: 'It would be done.' })
  allowed: boolean;

  @Field(() => String, { nullable: true, description: 'Of the refusal.' })
  code: string | null;

  @Field(() => String, { nullable: true, description: 'The refusal in a sentence.' })
  message: string | null;

  @Field(() => InterventionHolder, { nullable: true })
  holder: InterventionHolder | null;

  @Field(() => DateTime, { nullable: true, description: 'Of whoever holds it now.' })
  tierDueAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The resident’s.' })
  resolutionDueAt: Date | null;
}

@ObjectType({ description: 'What would happen, before anything does.' })
export class InterventionPreview {
  @Field(() => ID, { description: 'What was shown; to be given back when it is started.' })
  previewHash: string;

  @Field(() => Int)
  allowed: number;

  @Field(() => Int)
  refused: number;

  @Field({ description: 'Somebody else has to agree.' })
  needsSecond: boolean;

  @Field(() => Int, { description: 'With so many cases you have begun the same within the last 24 hours; they count together with these.' })
  begunBefore: number;

  @Field(() => Int, { description: 'Above so many cases somebody else has to agree.' })
  secondPersonAbove: number;

  @Field(() => [MovedClockEnum], { description: 'Which clocks move.' })
  clocks: MovedClock[];

  @Field(() => [ToldEnum], { description: 'Who gets a notice.' })
  told: Told[];

  @Field(() => InterventionKindEnum, { nullable: true, description: 'By what it can be taken back.' })
  undoneBy: Kind | null;

  @Field(() => [PreviewedCase])
  cases: PreviewedCase[];
}

@ObjectType()
export class InterventionCounts {
  @Field(() => Int)
  waiting: number;

  @Field(() => Int)
  done: number;

  @Field(() => Int)
  unchanged: number;

  @Field(() => Int)
  refused: number;

  @Field(() => Int)
  failed: number;

  @Field(() => Int)
  left: number;
}

@ObjectType({ description: 'What somebody did to many cases at once.' })
export class Intervention {
  @Field(() => ID)
  id: string;

  @Field(() => InterventionKindEnum)
  kind: Kind;

  @Field(() => InterventionStateEnum)
  state: InterventionState;

  @Field()
  reason: string;

  @Field(() => Person)
  by: Person;

  @Field(() => Person, { nullable: true, description: 'The second person.' })
  approvedBy: Person | null;

  @Field(() => DateTime)
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'By when somebody else has to agree, where somebody has to.' })
  approvalUntil: Date | null;

  @Field(() => DateTime, { nullable: true })
  endedAt: Date | null;

  @Field(() => Int)
  total: number;

  @Field(() => InterventionCounts)
  counts: InterventionCounts;

  @Field(() => ID, { nullable: true, description: 'What this takes back.' })
  undoOf: string | null;

  @Field(() => ID, { nullable: true, description: 'By what this was taken back.' })
  undoneBy: string | null;

  @Field({ description: 'You may agree to it.' })
  canApprove: boolean;

  @Field({ description: 'You may hold it, let it go on, and end it.' })
  canSteer: boolean;

  @Field({ description: 'You may take it back.' })
  canUndo: boolean;
}

@ObjectType({ description: 'What came of it for one case, read back after it was done.' })
export class InterventionResult {
  @Field(() => ID)
  number: string;

  @Field(() => Case, { nullable: true })
  case: Case | null;

  @Field(() => InterventionOutcomeEnum)
  outcome: InterventionOutcome;

  @Field(() => String, { nullable: true })
  code: string | null;

  @Field(() => String, { nullable: true })
  message: string | null;

  @Field(() => Int, { description: 'How often it was tried.' })
  tries: number;

  @Field(() => DateTime, { nullable: true })
  at: Date | null;
}

@ObjectType()
export class InterventionResultPage {
  @Field(() => [InterventionResult])
  items: InterventionResult[];

  @Field(() => ID, { nullable: true })
  cursor: string | null;
}

@ObjectType()
export class InterventionPage {
  @Field(() => [Intervention])
  items: Intervention[];

  @Field(() => ID, { nullable: true, description: 'Of the next page; null on the last.' })
  cursor: string | null;
}
