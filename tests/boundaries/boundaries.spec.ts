import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { readProjects } from './projects.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('the boundaries between projects', () => {
  const eslint = new ESLint({ cwd: ROOT });

  /** What the project's own configuration says of code as if it stood in that file. */
  async function complaints(filePath: string, code: string): Promise<string[]> {
    const [result] = await eslint.lintText(code, { filePath });
    return (result?.messages ?? []).filter(({ ruleId }) => ruleId === 'yiwang/boundaries').map(({ message }) => message);
  }

  const refused: [string, string][] = [
    ['libs/domain/src/paths/x.ts', "import { readFileSync } from 'node:fs'; readFileSync('x');"],
    ['libs/domain/src/paths/x.ts', "import { z } from 'zod'; z.string();"],
    ['libs/domain/src/paths/x.ts', "import { refuse } from '@yiwang/contracts/errors'; refuse('INTERNAL');"],
    ['libs/contracts/src/errors/x.ts', "export { AppError } from '@yiwang/platform/errors';"],
    ['libs/platform/src/auth/x.ts', "import { testIssuer } from '@yiwang/testing/keycloak'; testIssuer();"],
    ['apps/cases/src/x.ts', "import { AppModule } from '@yiwang/grids'; AppModule;"],
    ['apps/cases/src/x.ts', "import { AppModule } from '../../grids/src/app.module.js'; AppModule;"],
    ['apps/cases/src/x.ts', "export const later = () => import('@yiwang/workflows');"],
    ['apps/cases/src/x.ts', "export type Area = import('../../grids/src/areas/area.types.js').Area;"],
    ['apps/cases/src/x.ts', "import { testDatabase } from '@yiwang/testing/postgres'; testDatabase();"],
    ['apps/gateway/src/x.ts', "import { levelOf } from '@yiwang/domain/areas'; levelOf;"],
    ['workflows/src/x.ts', "import { Injectable } from '@nestjs/common'; Injectable;"],
    ['workflows/src/x.ts', "import { randomUUID } from 'node:crypto'; randomUUID();"],
    ['workflows/src/x.ts', "import { AppError } from '@yiwang/platform/errors'; AppError;"],
    ['tools/src/x.ts', "import { villageDirect } from '@yiwang/workflows'; villageDirect;"],
    ['nowhere/x.ts', "import { z } from 'zod'; z.string();"],
  ];
  it.each(refused)('refuses in %s: %s', async (file, code) => {
    expect(await complaints(file, code)).toHaveLength(1);
  });

  const permitted: [string, string][] = [
    ['libs/domain/src/paths/x.ts', "import { stages } from './stages.js'; stages;"],
    ['libs/domain/src/paths/x.spec.ts', "import fc from 'fast-check'; fc;"],
    ['libs/contracts/src/errors/x.ts', "import { levelOf } from '@yiwang/domain/areas'; levelOf;"],
    ['apps/cases/src/x.ts', "import { AppError } from '@yiwang/platform/errors'; import pg from 'pg'; AppError; pg;"],
    ['apps/cases/e2e/x.e2e.ts', "import { testSubgraph } from '@yiwang/testing/subgraph'; testSubgraph;"],
    ['workflows/src/x.ts', "import { sleep } from '@temporalio/workflow'; import { refuse } from '@yiwang/contracts/errors'; sleep; refuse;"],
    ['workflows/src/x.spec.ts', "import { join } from 'node:path'; import { startTimeSkipping } from '@yiwang/testing/time-skipping'; join; startTimeSkipping;"],
  ];
  it.each(permitted)('permits in %s: %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });

  it('reads one type and one scope of every project, and gives none a rule of its own', () => {
    const projects = readProjects(ROOT) as { folder: string }[];
    expect(projects.map(({ folder }) => folder)).toEqual(
      expect.arrayContaining(['libs/domain', 'workflows', 'apps/cases', 'apps/gateway', 'tools']),
    );
  });

  it('does not go on when a project has no tag, or two of a kind', () => {
    const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}/`, import.meta.url));
    expect(() => readProjects(fixture('untagged-project'))).toThrow('libs/untagged/package.json must have exactly one "type:"');
    expect(() => readProjects(fixture('project-of-two-scopes'))).toThrow('must have exactly one "scope:" in nx.tags; it has 2');
  });
});
