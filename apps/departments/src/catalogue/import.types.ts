import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { describeError, type Language } from '@yiwang/contracts/errors';
import { DateTime, enumOf } from '@yiwang/platform/graphql';
import type { RowProblem } from '../tables/columns.js';
import { CATALOGUE_KINDS, type CatalogueKind } from './import.entity.js';

export const CatalogueKindEnum = enumOf(CATALOGUE_KINDS);
registerEnumType(CatalogueKindEnum, { name: 'CatalogueKind' });

export const MISSING_ROWS = ['keep', 'close'] as const;
export type MissingRows = (typeof MISSING_ROWS)[number];
export const MissingRowsEnum = enumOf(MISSING_ROWS);
registerEnumType(MissingRowsEnum, { name: 'MissingRows', description: 'What becomes of entries that the file does not name.' });

export const CHANGE_KINDS = ['added', 'changed', 'closed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export const ChangeKindEnum = enumOf(CHANGE_KINDS);
registerEnumType(ChangeKindEnum, { name: 'CatalogueChangeKind' });

@InputType()
export class CatalogueFileInput {
  @Field(() => ID)
  countyCode: string;

  @Field({ description: 'As it is called, for the record.' })
  fileName: string;

  @Field({ description: 'CSV (UTF-8 or GB18030) or Excel (xlsx) in base64; 3 MiB at most.' })
  contentBase64: string;

  @Field(() => MissingRowsEnum)
  missing: MissingRows;
}

@ObjectType({ description: 'Why a row was left out; the others were taken.' })
export class ImportRowProblem {
  @Field(() => Int)
  line: number;

  @Field(() => Int, { nullable: true, description: 'From 1; none where it is the row as a whole.' })
  column: number | null;

  @Field(() => String, { nullable: true, description: 'The heading of that column in the file.' })
  heading: string | null;

  @Field({ description: 'An error code.' })
  code: string;

  @Field()
  zh: string;

  @Field()
  en: string;

  @Field({ description: 'In the language asked for.' })
  message: string;
}

@ObjectType()
export class CatalogueChange {
  @Field(() => ChangeKindEnum)
  kind: ChangeKind;

  @Field(() => ID)
  code: string;

  @Field({ description: 'A category by its names from the top down.' })
  name: string;
}

@ObjectType({ description: 'What a file did, or would do.' })
export class CatalogueImportReport {
  @Field(() => Int, { nullable: true, description: 'None where nothing changed, or nothing was to be.' })
  version: number | null;

  @Field(() => Int, { description: 'Rows below the heading.' })
  rows: number;

  @Field(() => Int)
  added: number;

  @Field(() => Int)
  changed: number;

  @Field(() => Int)
  closed: number;

  @Field(() => Int)
  unchanged: number;

  @Field(() => Int, { description: 'Rows that were left out.' })
  refused: number;

  @Field(() => [ImportRowProblem], { description: 'The first thousand.' })
  problems: ImportRowProblem[];

  @Field(() => [CatalogueChange], { description: 'The first two thousand.' })
  changes: CatalogueChange[];
}

@ObjectType({ description: 'One version of a county’s categories or powers.' })
export class CatalogueImport {
  @Field(() => ID)
  id: string;

  @Field(() => CatalogueKindEnum)
  kind: CatalogueKind;

  @Field(() => Int)
  version: number;

  @Field()
  fileName: string;

  @Field({ description: 'SHA-256 of the file.' })
  fileHash: string;

  @Field(() => Int)
  rows: number;

  @Field(() => Int)
  added: number;

  @Field(() => Int)
  changed: number;

  @Field(() => Int)
  closed: number;

  @Field(() => Int)
  refused: number;

  @Field(() => DateTime)
  importedAt: Date;
}

export const MOST_PROBLEMS = 1_000;
export const MOST_CHANGES = 2_000;

export const shownProblem = ({ line, column, heading, refusal }: RowProblem, language: Language): ImportRowProblem => {
  const [zh, en] = [describeError(refusal.code, refusal.details, 'zh'), describeError(refusal.code, refusal.details, 'en')];
  return { line, column, heading, code: refusal.code, zh, en, message: language === 'zh' ? zh : en };
};
