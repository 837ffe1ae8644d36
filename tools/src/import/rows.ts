import type { Language } from '@yiwang/contracts/errors';
import { rowMapper, type ClosedInput, type MappingOptions, type StartInput } from './case-rows.js';
import { chooseColumns, type ColumnMap, type Preset } from './columns.js';
import { csvRecords, delimiterOf, linesOf, type CsvRecord } from './csv-records.js';
import { ImportProblem, type RefusedRow } from './errors.js';
import { describeRefusal } from './refusals.js';
import { decode, type SourceFile } from './source-file.js';

export interface RowOptions extends MappingOptions {
  preset: string;
  map: ColumnMap;
  language: Language;
}

export type SourceRow =
  | { ok: true; line: number; start: StartInput; closed: ClosedInput | null; timeUnread: boolean }
  | { ok: false; refused: RefusedRow };

export interface OpenedSource {
  preset: Preset;
  rows: AsyncGenerator<SourceRow>;
  /** Characters of the file read so far. */
  position(): number;
}

/** Reads the header, decides what the columns mean, and gives the rows one after the other. */
export async function openRows(file: SourceFile, options: RowOptions): Promise<OpenedSource> {
  let position = 0;
  async function* counted(): AsyncGenerator<string> {
    for await (const piece of decode(file.path, file.encoding)) {
      position += piece.length;
      yield piece;
    }
  }
  const records = csvRecords(linesOf(counted()), delimiterOf(await firstLine(file)));
  const first = await records.next();
  if (first.done || first.value.kind === 'broken') {
    throw new ImportProblem('第一行不是可识别的表头', 'The first line is not a header that can be read', 2);
  }
  const header = first.value.fields.map((name) => name.replace(/^\uFEFF/, '').trim());
  const preset = chooseColumns(header, options.preset, options.map);
  return { preset, rows: mapped(records, header, preset, options), position: () => position };
}

async function firstLine(file: SourceFile): Promise<string> {
  for await (const line of linesOf(decode(file.path, file.encoding))) return line;
  return '';
}

async function* mapped(
  records: AsyncGenerator<CsvRecord>,
  header: readonly string[],
  preset: Preset,
  options: RowOptions,
): AsyncGenerator<SourceRow> {
  const map = rowMapper(header, preset, options);
  for await (const record of records) {
    const { line } = record;
    if (record.kind === 'broken') {
      const { lastLine, code, found } = record;
      const reason = describeRefusal(code, options.language, { expected: header.length, found });
      yield { ok: false, refused: { line, lastLine, code, reason } };
      continue;
    }
    const row = map(record.fields);
    if (row.ok) yield { ...row, line };
    else {
      const reason = describeRefusal(row.code, options.language);
      yield { ok: false, refused: { line, lastLine: line, code: row.code, reason } };
    }
  }
}
