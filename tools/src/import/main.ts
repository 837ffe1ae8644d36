import { ConfigurationError } from '@yiwang/platform/config';
import { caseSender } from './case-sender.js';
import { cursorFile } from './cursor.js';
import { ImportProblem } from './errors.js';
import { readOptions, terminalLanguage, USAGE, type ImportOptions } from './options.js';
import { progressOn } from './progress.js';
import { describeTally, writeReport } from './report.js';
import { openRows } from './rows.js';
import { runImport } from './run-import.js';
import { inspectFile } from './source-file.js';
import { tokenSource } from './token-source.js';

const STOPPED_BY_SIGNAL = 130;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const options = await readOptions(args);
  const stop = new AbortController();
  const onSignal = (): void => (stop.signal.aborted ? process.exit(STOPPED_BY_SIGNAL) : stop.abort());
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return importFile(options, stop.signal);
}

async function importFile(options: ImportOptions, stop: AbortSignal): Promise<number> {
  const inLanguage = (zh: string, en: string): string => (options.language === 'zh' ? zh : en);
  const file = await inspectFile(options.file);
  const source = await openRows(file, { ...options, nowMs: Date.now() });
  const progress = progressOn(process.stderr, file.characters);
  progress.say(`${options.file} | ${file.encoding} | ${source.preset.name} → ${options.gateway}`);
  const cursor = cursorFile(
    options.cacheFolder,
    options.file,
    file.characters,
    options.gateway,
    options.clientId,
    options.history,
    JSON.stringify([options.preset, options.map, options.areaCode ?? '']),
  );
  const token = tokenSource(options, options.patienceMs);
  const onWait = (what: string, waitMs: number): void => {
    const seconds = Math.ceil(waitMs / 1000);
    progress.say(inLanguage(`${what} 暂不可用，${seconds} 秒后重试`, `${what} is away, trying again in ${seconds} s`));
  };
  const sender = caseSender({ ...options, token, onWait });
  const startedAt = Date.now();
  const { tally, interrupted } = await runImport({
    source,
    sender,
    cursor,
    progress,
    stop,
    batchSize: options.batchSize,
    onResume: (settled) =>
      progress.say(inLanguage(`从中断处继续，已完成 ${settled} 行`, `Going on after ${settled} rows done earlier`)),
  }).finally(() => progress.stop());
  const seconds = (Date.now() - startedAt) / 1000;
  if (options.reportPath) await writeReport(options.reportPath, tally.refused);
  process.stdout.write(`${describeTally(tally, options.language, options.reportPath)}\n`);
  process.stdout.write(inLanguage(`  用时 ${seconds.toFixed(1)} 秒\n`, `  ${seconds.toFixed(1)} s\n`));
  if (!interrupted) return 0;
  process.stderr.write(
    inLanguage('已中断；原样再次运行即可继续\n', 'Interrupted; run the same command again to go on from here\n'),
  );
  return STOPPED_BY_SIGNAL;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = error instanceof ImportProblem;
    const sentence = error instanceof ConfigurationError ? error.message : String((error as Error).stack ?? error);
    process.stderr.write(`${known ? error[terminalLanguage()] : sentence}\n`);
    process.exitCode = known ? error.exitCode : 1;
  },
);
