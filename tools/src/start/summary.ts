import { businessAt, type TimeMap } from '@yiwang/domain/time';
import { firstCalls } from './first-calls.js';
import type { Stack } from './stack.js';
import { isReal } from './time-line.js';

/** Demonstration accounts worth naming; the rest stand in deploy/demo/county.json. */
const ACCOUNTS = [
  ['grid-li', '网格员 grid member, 城关镇北门社区'],
  ['secretary-wang', '村书记 village secretary, 城关镇北门社区'],
  ['town-zhao', '乡镇综治中心 town centre, 城关镇'],
  ['department-jiang', '部门经办人 department handler, 交通运输局'],
  ['county-chen', '县级指挥中心 county centre'],
  ['supervisor-sun', '督办 supervisor'],
  ['leader-zhou', '领导 leader'],
  ['admin', '管理员 administrator'],
  ['resident-he', '群众 resident'],
] as const;

const CLIENTS = ['hotline-12345', 'message-board', 'statistics-reader'];

export interface SummaryFacts {
  stack: Stack;
  dataDir: string;
  demo: boolean;
  tookMs: number;
}

/** What a newcomer sees at the end of `npm start`. */
export function summary({ stack, dataDir, demo, tookMs }: SummaryFacts): string {
  const keycloak = stack.keycloak ?? '';
  const temporal = [stack.temporalVersion, stack.temporalUi ?? stack.temporal].filter(Boolean).join('  ');
  const rows = [
    ['Workbench', `${stack.gateway}/console/  (sign in with an account below, password demo-only)`],
    ['GraphQL gateway', `${stack.gateway}/graphql`],
    ['Keycloak', `${keycloak}  (console: admin, password in secrets.json)`],
    ['Temporal', temporal],
    ['PostgreSQL', `${new URL(stack.postgres).host}  (database yiwang)`],
    ['Messages sent', `${stack.gateway}/graphql  query mailbox, as admin`],
    ['Data and logs', `${dataDir}  (secrets.json, logs/)`],
  ] as const;
  const addresses = rows.map(([name, value]) => `  ${name.padEnd(16)} ${value}`).join('\n');
  const head = `\nYiwang is up after ${Math.round(tookMs / 1000)} s.\n\n${addresses}\n${timeLine(stack.time)}`;
  return `${head}${demo ? demonstration(stack.gateway, keycloak) : NO_DEMO}\nCtrl-C stops everything; the data stays for the next start.\n`;
}

/** Nobody is to take a simulation for the real thing. */
function timeLine(time: TimeMap): string {
  if (isReal(time, Date.now())) return '';
  const now = new Date(businessAt(time, Date.now())).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
  return `
SIMULATED TIME: time runs ${time.rate} times as fast here, and it is ${now} in Asia/Shanghai.
模拟时间：这里的时间按 ${time.rate} 倍速运行，现在是北京时间 ${now}；时限本身不缩放。
`;
}

const NO_DEMO = `
No demonstration county: the schemas, the realm and its clients are there, the county's areas and people are not.
`;

function demonstration(gateway: string, keycloak: string): string {
  const accounts = ACCOUNTS.map(([name, who]) => `  ${name.padEnd(18)} ${who}`).join('\n');
  const calls = firstCalls({ gateway, keycloak })
    .map(({ title, commands }, i) => `${i + 1}. ${title}\n\n${commands}\n`)
    .join('\n');
  return `
Demonstration accounts of the invented 云溪县, for development only; everybody's password is demo-only
${accounts}
  Clients, each with the secret demo-only-<name>: ${CLIENTS.join(', ')}

First calls

${calls}`;
}
