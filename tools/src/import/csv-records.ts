import { parse } from 'csv-parse/sync';

export interface BrokenRecord {
  kind: 'broken';
  line: number;
  lastLine: number;
  code: 'CSV_COLUMNS' | 'CSV_QUOTES';
  found: number;
}

export type CsvRecord = { kind: 'row'; line: number; fields: string[] } | BrokenRecord;

/** A quoted field that runs on longer than this was never closed. */
const LONGEST_RECORD = 200_000;

/**
 * Reads records one at a time, so that a broken one costs only itself: when a record does not parse or has the wrong
 * number of columns, its first line is refused and reading goes on at the very next line. The first record (the
 * header) says how many columns there are. Numbers of lines count from 1.
 */
export async function* csvRecords(lines: AsyncIterable<string>, delimiter = ','): AsyncGenerator<CsvRecord> {
  const reader = new LineReader(lines);
  let columns = 0;
  let broken: BrokenRecord | null = null;
  for (let first = await reader.peek(0); first !== undefined; first = await reader.peek(0)) {
    const line = reader.lineNumber;
    const length = await recordLength(reader);
    const whole = parseRecord(reader.join(length), delimiter, columns);
    const fields = whole ?? parseAlone(first, delimiter, columns);
    if (fields !== null) {
      if (broken) yield broken;
      broken = null;
      if (fields.some((field) => field.trim() !== '')) yield { kind: 'row', line, fields };
      columns ||= fields.length;
      reader.drop(whole ? length : 1);
      continue;
    }
    const found = first.split(delimiter).length;
    const oddQuotes = quotesIn(first) % 2 === 1;
    if (broken?.code === 'CSV_QUOTES' && found < columns) {
      broken.lastLine = line;
    } else {
      if (broken) yield broken;
      broken = { kind: 'broken', line, lastLine: line, code: oddQuotes ? 'CSV_QUOTES' : 'CSV_COLUMNS', found };
    }
    reader.drop(1);
  }
  if (broken) yield broken;
}

/** Splits pieces of text into lines; a carriage return before the line feed goes with it. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest;
}

/** The separator that a header line uses. */
export const delimiterOf = (header: string): string =>
  [',', '\t', ';'].reduce((best, each) => (header.split(each).length > header.split(best).length ? each : best));

class LineReader {
  lineNumber = 1;
  private readonly waiting: string[] = [];
  private readonly source: AsyncIterator<string>;

  constructor(lines: AsyncIterable<string>) {
    this.source = lines[Symbol.asyncIterator]();
  }

  async peek(index: number): Promise<string | undefined> {
    while (this.waiting.length <= index) {
      const next = await this.source.next();
      if (next.done) return undefined;
      this.waiting.push(next.value);
    }
    return this.waiting[index];
  }

  join(length: number): string {
    return this.waiting.slice(0, length).join('\n');
  }

  drop(length: number): void {
    this.waiting.splice(0, length);
    this.lineNumber += length;
  }
}

const quotesIn = (line: string): number => line.split('"').length - 1;

/** How many lines the record at the head has: until its quotes are in pairs. */
async function recordLength(reader: LineReader): Promise<number> {
  let quotes = 0;
  let characters = 0;
  for (let length = 0; ; length += 1) {
    const line = await reader.peek(length);
    if (line === undefined || characters > LONGEST_RECORD) return Math.max(1, length);
    quotes += quotesIn(line);
    characters += line.length;
    if (quotes % 2 === 0) return length + 1;
  }
}

function parseRecord(text: string, delimiter: string, columns: number, lenient = false): string[] | null {
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ['\n'],
      relax_column_count: true,
      relax_quotes: lenient,
    }) as string[][];
    const [fields, ...others] = records;
    if (fields === undefined) return text.trim() === '' ? [] : null;
    return others.length === 0 ? fitting(fields, columns) : null;
  } catch {
    return null;
  }
}

/** A stray quotation mark inside an unquoted field is only a character, if the line makes a whole row by itself. */
const parseAlone = (line: string, delimiter: string, columns: number): string[] | null =>
  columns === 0 ? null : parseRecord(line, delimiter, columns, true);

/** Spreadsheets leave empty columns at the end; otherwise the number must be right. */
function fitting(fields: string[], columns: number): string[] | null {
  if (columns === 0 || fields.length === columns) return fields;
  const beyond = fields.slice(columns);
  return fields.length > columns && beyond.every((field) => field.trim() === '') ? fields.slice(0, columns) : null;
}
