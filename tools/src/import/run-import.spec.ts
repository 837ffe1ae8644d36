import { readFile } from 'node:fs/promises';
import { caseSender } from './case-sender.js';
import { cursorFile } from './cursor.js';
import { fileOf, localNetwork, temporaryFolder, type LocalNetwork } from './fixture.js';
import { describeTally, writeReport } from './report.js';
import { openRows } from './rows.js';
import { runImport } from './run-import.js';
import { inspectFile } from './source-file.js';
import { tokenSource } from './token-source.js';

const HEADER = '留言编号,留言用户,留言主题,留言时间,留言详情,反对数,点赞数';
const exportOf = (count: number) =>
  [HEADER, ...Array.from({ length: count }, (_, n) => `${n},U,题,2019/2/28 11:25:05,第 ${n} 条,0,0`)].join('\n');

describe('importing through a gateway', () => {
  let network: LocalNetwork;
  let cacheFolder: string;
  beforeEach(async () => {
    [network, cacheFolder] = await Promise.all([localNetwork(), temporaryFolder()]);
  });
  afterEach(() => network.close());

  interface Settings {
    batchSize?: number;
    history?: boolean;
    secret?: string;
    patienceMs?: number;
    stop?: AbortController;
    stopAfter?: number;
  }
  async function run(path: string, settings: Settings = {}) {
    const {
      batchSize = 10,
      history = false,
      secret = 'right',
      patienceMs = 5_000,
      stop = new AbortController(),
    } = settings;
    const file = await inspectFile(path);
    const source = await openRows(file, {
      preset: 'auto',
      map: {},
      language: 'en',
      channel: 'messageBoard',
      history,
      nowMs: Date.now(),
    });
    const token = tokenSource({ tokenUrl: network.tokenUrl, clientId: 'board', clientSecret: secret }, patienceMs);
    const sender = caseSender({ gateway: network.gateway, token, language: 'en', patienceMs });
    const cursor = cursorFile(cacheFolder, path, file.characters);
    const update = (_: number, rows: number): void => {
      if (settings.stopAfter !== undefined && rows >= settings.stopAfter) stop.abort();
    };
    const progress = { update, say: () => undefined, stop: () => undefined };
    return runImport({ source, sender, cursor, progress, batchSize, stop: stop.signal });
  }

  it('starts every row once, in batches, and says what it found', async () => {
    const path = await fileOf(
      `${exportOf(23)}\n23,U,题,,石门村的路,0,0\n24,U,题,,石门村的路,0,0\n25,U,题,, ,0,0\n26,U\n`,
    );
    const { tally, interrupted } = await run(path);
    expect(interrupted).toBe(false);
    expect(tally).toMatchObject({ read: 27, started: 25, alreadyThere: 0, copies: 1, atCountyDesk: 23 });
    expect(tally.refused.map(({ line, code }) => [line, code])).toEqual([
      [27, 'TEXT_REQUIRED'],
      [28, 'CSV_COLUMNS'],
    ]);
    expect(network.batches).toEqual([10, 10, 5]);
    expect(network.tokensGiven).toBe(1);
  });

  it('finds everything already there the second time', async () => {
    const path = await fileOf(exportOf(12));
    await run(path);
    expect((await run(path)).tally).toMatchObject({ read: 12, started: 0, alreadyThere: 12, refused: [] });
    expect(network.cases.size).toBe(12);
  });

  it('waits for a gateway that is away, renews a token, repeats rows that were left out', async () => {
    network.mishaps.push('away', 'expired', 'rowAway', 'away');
    const { tally } = await run(await fileOf(exportOf(15)));
    expect(tally).toMatchObject({ started: 15, alreadyThere: 0, refused: [] });
    expect(network.tokensGiven).toBe(2);
    expect(network.batches).toEqual([10, 1, 5]);
  });

  it('starts nothing twice when an answer is lost', async () => {
    network.mishaps.push('lostAnswer');
    const { tally } = await run(await fileOf(exportOf(10)));
    expect(tally).toMatchObject({ read: 10, alreadyThere: 10 });
    expect(network.cases.size).toBe(10);
  });

  it('stops with a word when the gateway refuses the client or stays away', async () => {
    const path = await fileOf(exportOf(25));
    await run(path, { stopAfter: 10 });
    network.mishaps.push('refused');
    await expect(run(path)).rejects.toThrow('START_NOT_PERMITTED');
    await network.close();
    await expect(run(path, { patienceMs: 0 })).rejects.toThrow('stays away');
  });

  it('goes on after an interruption without sending again what was settled', async () => {
    const path = await fileOf(exportOf(25));
    const first = await run(path, { stopAfter: 10 });
    expect(first).toMatchObject({ interrupted: true, tally: { read: 10, started: 10 } });
    const second = await run(path);
    expect(second).toMatchObject({ interrupted: false, tally: { read: 25, started: 25, alreadyThere: 0 } });
    expect(network.batches).toEqual([10, 1, 10, 5]);
  });

  it('begins anew when the other side has forgotten the first part', async () => {
    const path = await fileOf(exportOf(25));
    await run(path, { stopAfter: 10 });
    network.cases.clear();
    expect((await run(path)).tally).toMatchObject({ read: 25, started: 25, alreadyThere: 0 });
    expect(network.cases.size).toBe(25);
  });

  it('records closed lives with their replies', async () => {
    const header = '留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间';
    const path = await fileOf(`${header}\n1,U,题,2019/4/25 9:32:09,文,答,2019/5/10 14:56:53\n`);
    expect((await run(path, { history: true })).tally.started).toBe(1);
    expect(network.cases.get('replied:1')?.closed).toMatchObject({
      reply: '答',
      repliedAt: '2019-05-10T06:56:53.000Z',
    });
  });

  it('names a client that cannot sign in', async () => {
    await expect(run(await fileOf(exportOf(1)), { secret: 'wrong' })).rejects.toThrow('Invalid client credentials');
  });
});

describe('the report', () => {
  const tally = {
    read: 3,
    started: 1,
    alreadyThere: 0,
    copies: 0,
    atCountyDesk: 1,
    timesUnread: 0,
    refused: [{ line: 2, lastLine: 4, code: 'CSV_QUOTES', reason: 'a "reason"' }],
  };

  it('speaks both languages', () => {
    expect(describeTally(tally, 'en', null)).toContain('line 2–4: a "reason" [CSV_QUOTES]');
    expect(describeTally(tally, 'zh', null)).toContain('第 2–4 行');
  });

  it('is written as CSV that spreadsheets read', async () => {
    const path = await fileOf('', 'refused.csv');
    await writeReport(path, tally.refused);
    expect(await readFile(path, 'utf8')).toBe(
      '\uFEFFline,lastLine,code,reason\r\n"2","4","CSV_QUOTES","a ""reason"""\r\n',
    );
  });
});
