/**
 * Writes the national working calendar of deploy/calendar from the package chinese-days; with `--check` it only says
 * whether the file is the package's.
 *
 * For another year: pin the version of the package that has it, add the year here, and give cases a migration that adds
 * a version of the national row to `work_calendar` and a row to `calendar_news`, by which open cases hear of it.
 *
 * Usage: node tools/dist/calendar/main.js [--check]
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKOUT } from '../infrastructure/folders.js';
import { calendarText, nationalCalendar, readPackage } from './national.js';

const YEARS = [2025, 2026];
const FILE = join(CHECKOUT, 'deploy', 'calendar', `cn-${YEARS[0]}-${YEARS.at(-1)}.json`);

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const wanted = calendarText(nationalCalendar(readPackage(), YEARS));
const isSame = (await readFile(FILE, 'utf8').catch(() => null)) === wanted;
const name = relative(CHECKOUT, FILE);

if (isSame) console.log(`${name} is that of the package.`);
else if (values.check) {
  console.error(`${name} is not what the package says. Run "node tools/dist/calendar/main.js" and commit what it writes.`);
  process.exitCode = 1;
} else {
  await mkdir(dirname(FILE), { recursive: true });
  await writeFile(FILE, wanted);
  console.log(`Written: ${name}`);
}
