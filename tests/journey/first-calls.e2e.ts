import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { GATEWAY, KEYCLOAK, must, personToken } from './surroundings.js';

const MINE = 'query ($after: ID) { myTasks(first: 100, after: $after) { id caseNumber } }';

/** The README's commands, which are those that `npm start` prints, at the addresses of this journey. */
async function readmeCommands(): Promise<string> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const section = /^## First calls$([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  const commands = section.split('\n').filter((line) => /^(HOTLINE=|MEMBER=|sleep |curl )/.test(line));
  return commands
    .map((line) => (line.startsWith('curl') ? `${line}\necho` : line))
    .join('\n')
    .replaceAll('http://127.0.0.1:4000/graphql', GATEWAY)
    .replaceAll('http://127.0.0.1:8180', KEYCLOAK);
}

/** The cases of all tasks that are somebody's to do, page after page. */
async function tasksOf(username: string): Promise<string[]> {
  const token = await personToken(username);
  const numbers: string[] = [];
  for (let after: string | null = null; ; ) {
    const { myTasks }: { myTasks: { id: string; caseNumber: string }[] } = await must(MINE, token, { after });
    numbers.push(...myTasks.map(({ caseNumber }) => caseNumber));
    after = myTasks.at(-1)?.id ?? null;
    if (after === null) return numbers;
  }
}

describe('the first calls of the README', () => {
  it('work as they are printed, pasted into one shell', async () => {
    const { stdout } = await promisify(execFile)('bash', ['-c', await readmeCommands()], { timeout: 40_000 });
    const [started, tasks, followed] = stdout.trim().split('\n');
    expect(JSON.parse(started ?? '')).toMatchObject({ data: { startCase: { case: { stage: 'received' }, replayed: false } } });
    const { data } = JSON.parse(started ?? '') as { data: { startCase: { case: { number: string } } } };
    expect(JSON.parse(tasks ?? '')).toMatchObject({ data: { myTasks: expect.arrayContaining([expect.objectContaining({ case: expect.anything() as unknown })]) } });
    // The printed call shows a page, due first; where others have worked before, the new task may stand on a later one.
    expect(await tasksOf('grid-li')).toContain(data.startCase.case.number);
    expect(JSON.parse(followed ?? '')).toMatchObject({ data: { caseChanges: { hasMore: expect.any(Boolean) } } });
  }, 60_000);
});
