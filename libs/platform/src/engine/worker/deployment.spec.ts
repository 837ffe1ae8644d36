import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploymentOf } from './deployment.js';

describe('a worker’s place in a deployment', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yiwang-bundle-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is none without a name', async () => expect(await deploymentOf('', 'no-file')).toBeUndefined());

  it('is named by what is in the bundle, and lets cases go over to the current build', async () => {
    const [one, same, other] = await Promise.all(
      ['a', 'a', 'b'].map(async (code, i) => {
        const file = join(folder, `${i}.js`);
        await writeFile(file, code);
        return deploymentOf('yiwang-cases', file);
      }),
    );
    expect(one).toMatchObject({ useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' });
    expect(one).toEqual(same);
    expect(one!.version.buildId).not.toBe(other!.version.buildId);
  });
});
