import iconv from 'iconv-lite';
import { MAX_TABLE_BYTES, readTable } from './read-table.js';

const rowsOf = async (content: string | Buffer) => {
  const read = await readTable(Buffer.from(content));
  if (!read.ok) return read.code;
  return [read.table.header, ...read.table.rows].map(({ line, cells }) => [line, ...cells]);
};

describe('reading a table', () => {
  it.each([
    ['UTF-8', Buffer.from('一级,二级\n环保,噪声\n')],
    ['UTF-8 with its mark', Buffer.from('\ufeff一级,二级\n环保,噪声\n')],
    ['GB18030', iconv.encode('一级,二级\n环保,噪声\n', 'gb18030')],
    ['UTF-16', iconv.encode('一级,二级\n环保,噪声\n', 'utf-16le', { addBOM: true })],
    ['semicolons and Windows line ends', Buffer.from('一级;二级\r\n环保;噪声\r\n')],
    ['tabs', Buffer.from('一级\t二级\n环保\t噪声')],
    ['padding of both widths', Buffer.from(' 一级 ,\u3000二级\n环保\u3000, 噪声 \n')],
  ])('takes %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([
      [1, '一级', '二级'],
      [2, '环保', '噪声'],
    ]);
  });

  it('counts lines through quoted breaks and leaves empty rows out', async () => {
    expect(await rowsOf('a,b\n"x\ny",1\n\n , \nz,2\n')).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny', '1'],
      [6, 'z', '2'],
    ]);
  });

  it('refuses what is too large, empty or no text', async () => {
    expect(await rowsOf(Buffer.alloc(MAX_TABLE_BYTES + 1, 'a'))).toBe('IMPORT_FILE_UNREADABLE');
    expect(await rowsOf('\n\n')).toBe('IMPORT_FILE_UNREADABLE');
    expect(await rowsOf(Buffer.from([0xff, 0xff, 0xff, 0x80]))).toBe('IMPORT_FILE_UNREADABLE');
  });
});
