import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ConfigurationError } from '@yiwang/platform/config';
import { ImportProblem } from '../import/errors.js';
import { terminalLanguage } from '../import/options.js';
import { describeReport, problemsCsv } from './describe.js';
import { readCatalogueOptions, USAGE } from './options.js';
import { sendCatalogue } from './send.js';

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const options = readCatalogueOptions(args);
  const content = await readFile(options.file).catch(() => {
    throw new ImportProblem(`找不到文件 ${options.file}`, `There is no file ${options.file}`, 2);
  });
  const report = await sendCatalogue(options, content, basename(options.file));
  process.stdout.write(`${describeReport(report, options.dryRun, options.language)}\n`);
  if (options.reportPath !== null) await writeFile(options.reportPath, problemsCsv(report));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const known = error instanceof ImportProblem;
  const sentence = error instanceof ConfigurationError ? error.message : String((error as Error).stack ?? error);
  process.stderr.write(`${known ? error[terminalLanguage()] : sentence}\n`);
  process.exitCode = known ? error.exitCode : 1;
});
