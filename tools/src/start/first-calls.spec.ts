import { readFileSync } from 'node:fs';
import { firstCalls } from './first-calls.js';

describe('the first calls', () => {
  const calls = firstCalls({ gateway: 'http://127.0.0.1:4000', keycloak: 'http://127.0.0.1:8180' });

  it.each(['README.md', 'README.zh-CN.md'])('stand in %s as they are printed', (file) => {
    const readme = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    for (const { commands } of calls) expect(readme).toContain(commands);
  });
});
