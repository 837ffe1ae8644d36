import { csvRecords, delimiterOf, linesOf, type CsvRecord } from './csv-records.js';
import { collected } from './fixture.js';

async function read(text: string, pieceLength = 7, delimiter = ','): Promise<CsvRecord[]> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength);
  }
  return collected(csvRecords(linesOf(pieces()), delimiter));
}
const row = (line: number, ...fields: string[]) => ({ kind: 'row', line, fields });

describe('reading records one at a time', () => {
  it('reads quoted commas, quotation marks and line breaks, whatever the pieces', async () => {
    const text = 'a,b,c\r\n1,"x, ""y""","\n\t\tlong\n text"\r\n2,,z';
    const expected = [row(1, 'a', 'b', 'c'), row(2, '1', 'x, "y"', '\n\t\tlong\n text'), row(5, '2', '', 'z')];
    for (const length of [1, 3, 1000]) expect(await read(text, length)).toEqual(expected);
  });

  it('passes over empty lines and rows and over empty columns at the end', async () => {
    expect(await read('a,b\n\n1,2,,\n,\n3,4\n')).toEqual([row(1, 'a', 'b'), row(3, '1', '2'), row(5, '3', '4')]);
  });

  it('refuses a row with the wrong number of columns and goes on', async () => {
    expect(await read('a,b\n1\n2,3,4\n5,6')).toEqual([
      row(1, 'a', 'b'),
      { kind: 'broken', line: 2, lastLine: 2, code: 'CSV_COLUMNS', found: 1 },
      { kind: 'broken', line: 3, lastLine: 3, code: 'CSV_COLUMNS', found: 3 },
      row(4, '5', '6'),
    ]);
  });

  it('loses only the row whose quotation mark is never closed', async () => {
    const text = 'a,b,c\n1,"open\nmore\nmore,x\n2,"fine\nover lines",y\n3,"good",z\n';
    expect(await read(text)).toEqual([
      row(1, 'a', 'b', 'c'),
      { kind: 'broken', line: 2, lastLine: 4, code: 'CSV_QUOTES', found: 2 },
      row(5, '2', 'fine\nover lines', 'y'),
      row(7, '3', 'good', 'z'),
    ]);
  });

  it('loses only the last row when its quotation mark is never closed', async () => {
    expect(await read('a,b\n1,2\n3,"open\nend')).toEqual([
      row(1, 'a', 'b'),
      row(2, '1', '2'),
      { kind: 'broken', line: 3, lastLine: 4, code: 'CSV_QUOTES', found: 2 },
    ]);
  });

  it('takes a stray quotation mark in an unquoted field for a character', async () => {
    expect(await read('a,b\n1,12" pipe\n2,x\n')).toEqual([row(1, 'a', 'b'), row(2, '1', '12" pipe'), row(3, '2', 'x')]);
  });

  it('finds out what separates the columns', async () => {
    expect(['a,b', 'a\tb', 'a;b;c', 'a'].map(delimiterOf)).toEqual([',', '\t', ';', ',']);
    expect(await read('a\tb\n1\t2,3', 9, '\t')).toEqual([row(1, 'a', 'b'), row(2, '1', '2,3')]);
  });
});
