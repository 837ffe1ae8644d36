import { parseArgs } from 'node:util';
import type { Language } from '@yiwang/contracts/errors';
import { readConfig } from '@yiwang/platform/config';
import { z } from 'zod';
import { ImportProblem } from '../import/errors.js';
import { terminalLanguage } from '../import/options.js';
import { portsFor } from '../infrastructure/ports.js';

export const KINDS = ['categories', 'powers'] as const;
export type Kind = (typeof KINDS)[number];

export interface CatalogueOptions {
  kind: Kind;
  file: string;
  countyCode: string;
  missing: 'keep' | 'close';
  dryRun: boolean;
  gateway: string;
  tokenUrl: string;
  /** A token that was given, or who signs in. */
  token: string | null;
  user: string;
  password: string;
  reportPath: string | null;
  language: Language;
}

export const USAGE = `npm run import-catalogue -- categories|powers FILE.csv|FILE.xlsx --county CODE [options]

  --dry-run          say what would be added, changed and closed; change nothing
  --close-missing    the file is the whole: close what it does not name
  --user NAME        an administrator of the county; the password is read from YIWANG_PASSWORD.
                     Or give a token in YIWANG_TOKEN
  --gateway URL      default http://127.0.0.1:4000/graphql
  --report FILE.csv  every refused row with line, column and reason`;

const environment = {
  YIWANG_PORT_OFFSET: z.coerce.number().int().default(0),
  YIWANG_TOKEN: z.string().optional(),
  YIWANG_PASSWORD: z.string().optional(),
  KEYCLOAK_URL: z.url().optional(),
  KEYCLOAK_REALM: z.string().default('yiwang'),
};

const usage = (zh: string, en: string): ImportProblem => new ImportProblem(`${zh}\n\n${USAGE}`, `${en}\n\n${USAGE}`, 2);

/** Reads the command line and the settings; whatever is wrong is named, with what would be right. */
export function readCatalogueOptions(args: readonly string[]): CatalogueOptions {
  const { positionals, values } = parse(args);
  const settings = readConfig(environment);
  const [kind, file, ...others] = positionals;
  if (!(KINDS as readonly string[]).includes(kind ?? '')) throw usage('请先说明导入 categories 还是 powers', 'Say first what it is: categories or powers');
  if (file === undefined || others.length > 0) throw usage('请给出一个 CSV 或 Excel 文件', 'Give one CSV or Excel file');
  if (!/^\d{6}$/.test(values.county ?? '')) throw usage('请用 --county 给出六位县级编码', 'Give the county’s six digits with --county');
  if (!settings.YIWANG_TOKEN && !settings.YIWANG_PASSWORD) {
    throw usage('请用 YIWANG_TOKEN 给出令牌，或用 --user 与 YIWANG_PASSWORD 登录', 'Give a token in YIWANG_TOKEN, or sign in by --user and YIWANG_PASSWORD');
  }
  const ports = portsFor(settings.YIWANG_PORT_OFFSET);
  const keycloak = (settings.KEYCLOAK_URL ?? `http://127.0.0.1:${ports.keycloak}`).replace(/\/$/, '');
  return {
    kind: kind as Kind,
    file,
    countyCode: values.county!,
    missing: values['close-missing'] ? 'close' : 'keep',
    dryRun: values['dry-run'] ?? false,
    gateway: values.gateway ?? `http://127.0.0.1:${ports.gateway}/graphql`,
    tokenUrl: `${keycloak}/realms/${settings.KEYCLOAK_REALM}/protocol/openid-connect/token`,
    token: settings.YIWANG_TOKEN ?? null,
    user: values.user ?? 'administrator',
    password: settings.YIWANG_PASSWORD ?? '',
    reportPath: values.report ?? null,
    language: terminalLanguage(),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { county: text, user: text, gateway: text, report: text, 'dry-run': yes, 'close-missing': yes },
    });
  } catch (error) {
    throw usage(String((error as Error).message), String((error as Error).message));
  }
}
