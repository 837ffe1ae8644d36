import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  EXCLUSIONS,
  MEASURES,
  RANKED_BY,
  SCOPE_KINDS,
  type Exclusion,
  type Measure,
  type ScopeKind,
  type Verdict,
} from '@yiwang/domain/figures';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import { RatedCase } from '../ratings/rating.types.js';
import { Area, Unit } from './references.js';

export const MeasureEnum = enumOf(MEASURES);
export const ScopeKindEnum = enumOf(SCOPE_KINDS);
export const RankedByEnum = enumOf(RANKED_BY);
export const ExclusionEnum = enumOf(EXCLUSIONS);
export const FIGURE_PARTS = ['numerator', 'denominator', 'missed', 'excluded'] as const;
export type FigurePart = (typeof FIGURE_PARTS)[number];
export const FigurePartEnum = enumOf(FIGURE_PARTS);
registerEnumType(MeasureEnum, { name: 'Measure', description: 'The figures, each a share of cases.' });
registerEnumType(ScopeKindEnum, { name: 'ScopeKind', description: 'For whom a figure is.' });
registerEnumType(RankedByEnum, { name: 'RankedBy', description: '综合得分, 来件数, 办复数, 办复率.' });
registerEnumType(FigurePartEnum, {
  name: 'FigurePart',
  description: 'missed: in the denominator alone; excluded: in neither number.',
});
registerEnumType(ExclusionEnum, { name: 'Exclusion', description: 'Why a case is in neither number of a figure.' });


@InputType()
export class FigureScopeInput {
  @Field(() => ScopeKindEnum)
  kind: ScopeKind;

  @Field(() => ID, { description: 'Of the area, or of the unit.' })
  code: string;
}

@ObjectType({ description: 'An area or a unit.' })
export class FigureScope {
  @Field(() => ScopeKindEnum)
  kind: ScopeKind;

  @Field(() => ID)
  code: string;

  @Field(() => Area, { nullable: true })
  area?: Area | null;

  @Field(() => Unit, { nullable: true })
  unit?: Unit | null;
}

@ObjectType()
export class ExcludedCases {
  @Field(() => ExclusionEnum)
  reason: Exclusion;

  @Field({ description: 'In the language of the caller.' })
  name: string;

  @Field(() => Int)
  cases: number;
}

@ObjectType({ description: 'A share with what it is made of.' })
export class Figure {
  @Field(() => MeasureEnum)
  measure: Measure;

  @Field({ description: 'In the language of the caller.' })
  name: string;

  @Field(() => Int)
  numerator: number;

  @Field(() => Int)
  denominator: number;

  @Field(() => Float, { nullable: true, description: '0 to 1; null where there is nothing to divide by.' })
  share: number | null;

  @Field({ description: 'As an office writes it: 95.24%, or — where there is nothing to divide by.' })
  text: string;

  @Field(() => [ExcludedCases], { description: 'Cases in neither number, by reason.' })
  exclusions: ExcludedCases[];
}

@ObjectType({ description: 'One counting of the cases that a county received in a month, as they stood at an instant.' })
export class FigureCount {
  @Field(() => ID)
  id: string;

  @Field(() => ID)
  countyCode: string;

  @Field({ description: '2026-11.' })
  month: string;

  @Field(() => DateTime, { description: 'Only what had happened by then counts.' })
  asOf: Date;

  @Field(() => Int, { description: 'Rises with each counting of the month.' })
  version: number;

  @Field(() => Int, { description: 'Of the definitions.' })
  rules: number;

  @Field(() => Int, { description: 'Of the policy in force when the month began.' })
  policyVersion: number;

  @Field({ description: 'requested, or monthly: the one by which the month is judged.' })
  cause: string;

  @Field(() => Int)
  cases: number;

  @Field(() => DateTime, { nullable: true, description: 'Until when everything had been heard of cases; null where that was never so.' })
  heardUntil: Date | null;

  @Field({ description: 'Everything up to `asOf` had been heard.' })
  isComplete?: boolean;

  @Field(() => DateTime)
  countedAt: Date;

  @Field({ description: 'Where the next page of counts goes on.' })
  cursor?: string;
}

@ObjectType({ description: 'Somebody’s place among their like.' })
export class RankedScope {
  @Field(() => FigureScope)
  scope: FigureScope;

  @Field(() => Int, { nullable: true, description: 'Equals share it, and the next place is left out; null where nothing can be measured.' })
  rank: number | null;

  @Field({ description: 'Somebody else has the same place.' })
  tied: boolean;

  @Field(() => Float, { nullable: true, description: 'By which is ranked.' })
  value: number | null;

  @Field(() => Float, { nullable: true, description: 'The composite score, 0 to 100; null where a part has nothing to divide by.' })
  score: number | null;

  @Field({ description: '92.35, or —.' })
  scoreText: string;

  @Field(() => [MeasureEnum], { description: 'What has nothing to divide by.' })
  missing: Measure[];

  @Field(() => Int)
  messages: number;

  @Field(() => Int)
  replies: number;

  @Field(() => Float, { nullable: true })
  replyRate: number | null;

  @Field({ description: 'Where the next page goes on.' })
  cursor: string;
}

@ObjectType()
export class FigureCase {
  @Field(() => ID)
  caseNumber: string;

  @Field(() => RatedCase)
  case?: RatedCase;

  @Field({ description: 'yes, no, or why it is in neither number.' })
  verdict: string;
}

export interface FigureCaseRow {
  caseNumber: string;
  verdict: Verdict;
}

@InputType()
export class RecountFiguresInput {
  @Field(() => ID)
  countyCode: string;

  @Field({ description: '2026-11.' })
  month: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when all was heard of cases, where it is left out.' })
  asOf?: Date | null;
}
