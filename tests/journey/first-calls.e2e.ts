import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { GATEWAY, KEYCLOAK } from './surroundings.js';

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

describe('the first calls of the README', () => {
  it('work as they are printed, pasted into one shell', async () => {
    const { stdout } = await promisify(execFile)('bash', ['-c', await readmeCommands()], { timeout: 40_000 });
    const [started, tasks, followed] = stdout.trim().split('\n');
    expect(JSON.parse(started ?? '')).toMatchObject({ data: { startCase: { case: { stage: 'received' }, replayed: false } } });
    expect(tasks).toContain('北门社区1号楼前的路灯不亮');
    expect(JSON.parse(followed ?? '')).toMatchObject({ data: { caseChanges: { hasMore: expect.any(Boolean) } } });
  }, 60_000);
});
