import { ImportProblem } from '../import/errors.js';
import type { CatalogueOptions, Kind } from './options.js';

export interface CatalogueReport {
  version: number | null;
  rows: number;
  added: number;
  changed: number;
  closed: number;
  unchanged: number;
  refused: number;
  problems: { line: number; column: number | null; heading: string | null; code: string; message: string }[];
  changes: { kind: 'added' | 'changed' | 'closed'; code: string; name: string }[];
}

const REPORT = `{ version rows added changed closed unchanged refused problems { line column heading code message } changes { kind code name } }`;
const FIELDS: Record<Kind, [preview: string, run: string]> = {
  categories: ['previewCategories', 'importCategories'],
  powers: ['previewPowers', 'importPowers'],
};
const TIMEOUT_MS = 120_000;

/** Sends the file through the gateway, as whoever signed in. Safe to repeat: the same file again changes nothing. */
export async function sendCatalogue(options: CatalogueOptions, content: Buffer, fileName: string): Promise<CatalogueReport> {
  const [preview, run] = FIELDS[options.kind];
  const call = options.dryRun ? `query ($input: CatalogueFileInput!) { report: ${preview}` : `mutation ($input: CatalogueFileInput!) { report: ${run}`;
  const input = { countyCode: options.countyCode, fileName, missing: options.missing, contentBase64: content.toString('base64') };
  const response = await reach(options.gateway, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': options.language === 'zh' ? 'zh-CN' : 'en',
      authorization: `Bearer ${options.token ?? (await signIn(options))}`,
    },
    body: JSON.stringify({ query: `${call}(input: $input) ${REPORT} }`, variables: { input } }),
  });
  const answer = (await response.json().catch(() => ({}))) as { data?: { report: CatalogueReport } | null; errors?: { message: string }[] };
  if (answer.data) return answer.data.report;
  const why = answer.errors?.[0]?.message ?? `HTTP ${response.status}`;
  throw new ImportProblem(`没有导入：${why}`, `Nothing was imported: ${why}`);
}

async function signIn({ tokenUrl, user, password }: CatalogueOptions): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'password', client_id: 'yiwang-web', username: user, password });
  const response = await reach(tokenUrl, { method: 'POST', body });
  const { access_token: token, error_description: why } = (await response.json().catch(() => ({}))) as { access_token?: string; error_description?: string };
  if (token) return token;
  throw new ImportProblem(`${user} 登录失败：${why ?? response.status}`, `${user} could not sign in: ${why ?? response.status}`);
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    throw new ImportProblem(`${url} 没有应答；先运行 npm start`, `${url} does not answer; is npm start running?`);
  }
}
