import { gzipSync } from 'node:zlib';
import { readColumnMap } from './columns.js';
import { collected, fileOf } from './fixture.js';
import { openRows, type RowOptions, type SourceRow } from './rows.js';
import { inspectFile } from './source-file.js';

const OPTIONS: RowOptions = {
  preset: 'auto',
  map: {},
  language: 'en',
  channel: 'messageBoard',
  history: false,
  nowMs: Date.now(),
};
const BOARD = '留言编号,留言用户,留言主题,留言时间,留言详情,反对数,点赞数';

async function rowsOf(content: string | Uint8Array, options: Partial<RowOptions> = {}) {
  const file = await inspectFile(await fileOf(content));
  const source = await openRows(file, { ...OPTIONS, ...options });
  return { encoding: file.encoding, preset: source.preset.name, rows: await collected(source.rows) };
}
const starts = (rows: SourceRow[]) => rows.map((row) => (row.ok ? row.start : row.refused.code));

describe('making cases of a message board export', () => {
  const message = '1,U1,路灯  不亮,2019/2/28 11:25:05,"\n\t\t\t\n\t\t石门村路灯不亮。　\n\n",0,0';

  it('trims the padding, reads the time in China and keeps the number as the key', async () => {
    const { preset, rows, encoding } = await rowsOf(`${BOARD}\n${message}\n`);
    expect({ preset, encoding }).toEqual({ preset: 'hot-topics', encoding: 'utf-8' });
    expect(starts(rows)).toEqual([
      {
        idempotencyKey: 'hot-topics:1',
        title: '路灯 不亮',
        text: '石门村路灯不亮。',
        channel: 'messageBoard',
        reportedAt: '2019-02-28T03:25:05.000Z',
        sourceReference: '1',
        reporter: { reference: 'U1' },
      },
    ]);
  });

  it('reads the same from a compressed file, with a byte order mark and as UTF-16', async () => {
    const text = `${BOARD}\r\n${message}\r\n`;
    const expected = starts((await rowsOf(text)).rows);
    expect(starts((await rowsOf(gzipSync(text))).rows)).toEqual(expected);
    expect(starts((await rowsOf(`\uFEFF${text}`)).rows)).toEqual(expected);
    expect(starts((await rowsOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))).rows)).toEqual(expected);
  });

  it('reads GB18030', async () => {
    const gb18030 = Buffer.concat([
      Buffer.from('id,user,theme,time,text,label\n7,U2,,,'),
      Buffer.from([0xc2, 0xb7, 0xb5, 0xc6, 0xb2, 0xbb, 0xc1, 0xc1]),
      Buffer.from(',x\n'),
    ]);
    const { encoding, preset, rows } = await rowsOf(gb18030);
    expect({ encoding, preset }).toEqual({ encoding: 'gb18030', preset: 'labelled' });
    expect(starts(rows)).toMatchObject([{ text: '路灯不亮', idempotencyKey: 'labelled:7' }]);
  });

  it('keeps UTF-8 with a damaged row readable but for that row', async () => {
    const damaged = Buffer.concat([
      Buffer.from('text\n路灯不亮，已经很久了，希望尽快来人修理，谢谢。\n'.repeat(9)),
      Buffer.from([0xff, 0xfe, 0xfd]),
      Buffer.from('路\n水管漏水\n'),
    ]);
    const { encoding, rows } = await rowsOf(damaged);
    expect(encoding).toBe('utf-8');
    expect(starts(rows).slice(-2)).toMatchObject(['ROW_UNREADABLE', { text: '水管漏水' }]);
  });

  it('refuses only what has no text or cannot be read, by line', async () => {
    const text = `${BOARD}\n1,U,题,2019-04-28 17:32:51,"文",0,0\n2,U,题,昨天," \n\t",0,0\n3,U\n4,U,题,昨天,文四,0,0`;
    const { rows } = await rowsOf(text);
    expect(rows.map((row) => (row.ok ? [row.line, row.start.reportedAt, row.timeUnread] : row.refused))).toEqual([
      [2, '2019-04-28T09:32:51.000Z', false],
      { line: 3, lastLine: 3, code: 'TEXT_REQUIRED', reason: 'Say what the matter is: the text is empty' },
      { line: 5, lastLine: 5, code: 'CSV_COLUMNS', reason: 'There should be 7 columns; here are 2' },
      [6, undefined, true],
    ]);
  });

  it('gives exact copies, rows without a number and repeated numbers keys of their own, the same in every run', async () => {
    const text = 'id,user,theme,time,text,label\n,,,,文,x\n,,,,文,x\n9,,,,甲,x\n9,,,,乙,x\n';
    const keys = async () => (await rowsOf(text)).rows.map((row) => (row.ok ? row.start.idempotencyKey : ''));
    const first = await keys();
    expect(new Set(first).size).toBe(4);
    expect(first[1]).toBe(`${first[0]}~2`);
    expect(first.slice(2)).toEqual(['labelled:9', 'labelled:9~2']);
    expect(await keys()).toEqual(first);
  });

  it('splits a long text, losing nothing, and keeps a long title in the text', async () => {
    const long = '路灯不亮。'.repeat(1700);
    const { rows } = await rowsOf(`text,title\n${long},${'题'.repeat(201)}\n`);
    const [start] = starts(rows);
    if (typeof start !== 'object') throw new Error('refused');
    expect([start.text, ...start.furtherText!].every((part) => part.length <= 4000)).toBe(true);
    expect([start.text, ...start.furtherText!].join('')).toBe(`${'题'.repeat(201)}\n${long}`);
    expect(start.title).toHaveLength(200);
  });

  it('takes a message from the future without its time, and lesser texts as far as they may go', async () => {
    const { rows } = await rowsOf(`text,time,name,place\n文,2099/1/1 8:00,${'名'.repeat(61)},${'地'.repeat(201)}\n`);
    expect(rows).toMatchObject([
      { timeUnread: true, start: { reporter: { name: '名'.repeat(60) }, placeText: '地'.repeat(200) } },
    ]);
    expect(starts(rows)[0]).not.toHaveProperty('reportedAt');
  });

  it('drops control characters, which nobody is there to correct', async () => {
    expect(starts((await rowsOf('text,title\n"路\u0000灯",\u0007题\n')).rows)).toMatchObject([
      { text: '路灯', title: '题' },
    ]);
  });
});

describe('other columns', () => {
  it('goes by usual names or as told', async () => {
    const text = '工单编号,诉求内容,联系电话,事发地址\n5,文,13800000000,石门村\n';
    expect(starts((await rowsOf(text)).rows)).toMatchObject([
      { text: '文', placeText: '石门村', reporter: { phone: '13800000000' }, sourceReference: '5' },
    ]);
    const told = await rowsOf('A,B\n文,石门村\n', { map: readColumnMap('text=A,place=B'), areaCode: '990121' });
    expect(starts(told.rows)).toMatchObject([{ text: '文', placeText: '石门村', areaCode: '990121' }]);
  });

  it('says what is missing', async () => {
    await expect(rowsOf('A,B\n1,2\n')).rejects.toThrow('No column is known to hold the text');
    await expect(rowsOf('A,B\n1,2\n', { map: { text: 'C' } })).rejects.toThrow(
      'The header has no column C; it has: A, B',
    );
    await expect(rowsOf(`${BOARD}\n`, { preset: 'replied' })).rejects.toThrow('答复意见');
    await expect(rowsOf('')).rejects.toThrow('is empty');
    expect(() => readColumnMap('colour=A')).toThrow('--map');
    await expect(inspectFile('/nowhere.csv')).rejects.toThrow('no file');
  });
});

describe('closed lives', () => {
  const header = '留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间';

  it('carry their reply and its time', async () => {
    const text = `${header}\n1,U,题,2019/4/25 9:32:09,文," 已修好。\n",2019/5/10 14:56:53\n2,U,题,2019/4/25 9:32:09,文,,\n`;
    const { preset, rows } = await rowsOf(text, { history: true });
    expect(preset).toBe('replied');
    expect(rows[0]).toMatchObject({
      closed: { reply: '已修好。', repliedAt: '2019-05-10T06:56:53.000Z', start: { idempotencyKey: 'replied:1' } },
    });
    expect(rows[1]).toMatchObject({ ok: false, refused: { line: 4, code: 'REPLY_MISSING' } });
  });
});
