import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHANNELS, type Channel } from '@yiwang/contracts/case-flow';
import type { Language } from '@yiwang/contracts/errors';
import { isAreaCode } from '@yiwang/domain/areas';
import { MAX_BATCH } from '@yiwang/domain/intake';
import { readConfig } from '@yiwang/platform/config';
import { z } from 'zod';
import { cacheFolder, CHECKOUT } from '../infrastructure/folders.js';
import { portsFor } from '../infrastructure/ports.js';
import { readColumnMap, type ColumnMap } from './columns.js';
import { ImportProblem } from './errors.js';

export interface ImportOptions {
  file: string;
  preset: string;
  map: ColumnMap;
  history: boolean;
  areaCode?: string;
  channel: Channel;
  clientId: string;
  clientSecret: string;
  tokenUrl: string;
  gateway: string;
  batchSize: number;
  reportPath: string | null;
  patienceMs: number;
  cacheFolder: string;
  language: Language;
}

export const USAGE = `npm run import -- FILE.csv[.gz] [options]

  --preset NAME      hot-topics, replied, labelled or auto (by the header; default)
  --map a=B,c=D      which column holds what: id, title, text, time, reporter, name, phone, place, area,
                     category, qr, reply, repliedAt
  --history          record rows with their reply as closed cases
  --county CODE      the area of every row that gives no code; without it the place is looked for in the words
  --client ID        message-board (default) or another external system; its secret: YIWANG_CLIENT_SECRET
  --channel NAME     ${CHANNELS.join(', ')}
  --batch N          rows in one call, 1 to ${MAX_BATCH} (default ${MAX_BATCH})
  --gateway URL      default http://127.0.0.1:4000/graphql
  --report FILE.csv  every refused row with its line and reason
  --patience S       seconds to wait for a part that is away (default 300)`;

const environment = {
  YIWANG_PORT_OFFSET: z.coerce.number().int().default(0),
  YIWANG_CLIENT_SECRET: z.string().optional(),
  KEYCLOAK_URL: z.url().optional(),
  KEYCLOAK_REALM: z.string().default('yiwang'),
};

const CHANNEL_OF_CLIENT: Record<string, Channel> = { 'hotline-12345': 'hotline', 'message-board': 'messageBoard' };

/** The language of the terminal: Chinese where it says so, else English. */
export function terminalLanguage(): Language {
  const { LC_ALL, LANG } = readConfig({ LC_ALL: z.string().optional(), LANG: z.string().default('') });
  return (LC_ALL || LANG).toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Reads the command line and the settings; whatever is wrong is named, with what would be right. */
export async function readOptions(args: readonly string[]): Promise<ImportOptions> {
  const { positionals, values } = parse(args);
  const settings = readConfig(environment);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw usage('请给出一个 CSV 文件', 'Give one CSV file');
  const batchSize = number('--batch', values.batch, MAX_BATCH, 1, MAX_BATCH);
  const patience = number('--patience', values.patience, 300, 0, 86_400);
  const ports = portsFor(settings.YIWANG_PORT_OFFSET);
  const keycloak = settings.KEYCLOAK_URL ?? `http://127.0.0.1:${ports.keycloak}`;
  const clientId = values.client ?? 'message-board';
  const areaCode = values.county;
  if (areaCode !== undefined && !isAreaCode(areaCode)) {
    throw usage(`--county ${areaCode} 不是区域编码`, `--county ${areaCode} is not an area code`);
  }
  const channel = values.channel ?? CHANNEL_OF_CLIENT[clientId] ?? 'messageBoard';
  if (!(CHANNELS as readonly string[]).includes(channel)) {
    throw usage(`--channel 可为 ${CHANNELS.join(', ')}`, `--channel is one of ${CHANNELS.join(', ')}`);
  }
  return {
    file,
    preset: values.preset ?? 'auto',
    map: readColumnMap(values.map),
    history: values.history ?? false,
    areaCode,
    channel: channel as Channel,
    clientId,
    clientSecret:
      settings.YIWANG_CLIENT_SECRET ?? (await demonstrationSecret(keycloak, settings.KEYCLOAK_REALM, clientId)),
    tokenUrl: `${keycloak.replace(/\/$/, '')}/realms/${settings.KEYCLOAK_REALM}/protocol/openid-connect/token`,
    gateway: url('--gateway', values.gateway ?? `http://127.0.0.1:${ports.gateway}/graphql`),
    batchSize,
    reportPath: values.report ?? null,
    patienceMs: patience * 1000,
    cacheFolder: cacheFolder(),
    language: terminalLanguage(),
  };
}

function parse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        preset: text,
        map: text,
        history: { type: 'boolean' },
        county: text,
        client: text,
        channel: text,
        batch: text,
        gateway: text,
        report: text,
        patience: text,
      },
    });
  } catch (error) {
    throw usage(String((error as Error).message), String((error as Error).message));
  }
}

/** On a machine's own Keycloak the demonstration realm's secret is known; anywhere else it has to be given. */
async function demonstrationSecret(keycloak: string, realm: string, clientId: string): Promise<string> {
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(keycloak).hostname);
  const path = join(CHECKOUT, 'deploy', 'keycloak', `${realm}-realm.json`);
  const text = local ? await readFile(path, 'utf8').catch(() => '{}') : '{}';
  const { clients = [] } = JSON.parse(text) as { clients?: { clientId: string; secret?: string }[] };
  const secret = clients.find((client) => client.clientId === clientId)?.secret;
  if (secret) return secret;
  throw new ImportProblem(
    `请用环境变量 YIWANG_CLIENT_SECRET 给出客户端 ${clientId} 的密钥`,
    `Give the secret of the client ${clientId} in the environment variable YIWANG_CLIENT_SECRET`,
    2,
  );
}

function number(option: string, written: string | undefined, fallback: number, least: number, most: number): number {
  const value = written === undefined ? fallback : Number(written);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw usage(`${option} 须为 ${least} 至 ${most} 的整数`, `${option} must be a whole number from ${least} to ${most}`);
}

function url(option: string, written: string): string {
  if (URL.canParse(written)) return written;
  throw usage(`${option} ${written} 不是网址`, `${option} ${written} is not an address`);
}

const usage = (zh: string, en: string): ImportProblem => new ImportProblem(`${zh}\n\n${USAGE}`, `${en}\n\n${USAGE}`, 2);
