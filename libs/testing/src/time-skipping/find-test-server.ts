import { execFile } from 'node:child_process';
import { access, chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const VERSION = '1.38.0';

/** The cache that `npm start` uses too. */
function cacheFolder(): string {
  const { YIWANG_CACHE, XDG_CACHE_HOME } = process.env;
  const root = YIWANG_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'yiwang');
  return join(root, `temporal-test-server-${VERSION}`);
}

const LAUNCHER = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -Xmx256m -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>yiwang</groupId>
  <artifactId>time-skipping-server</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Fetched beside its place and renamed into it, so that two test runs at once never see half a server. */
async function fetchByMaven(): Promise<string> {
  const place = cacheFolder();
  await mkdir(dirname(place), { recursive: true });
  const fetched = await mkdtemp(`${place}.`);
  try {
    await writeFile(join(fetched, 'pom.xml'), POM);
    await writeFile(join(fetched, 'test-server'), LAUNCHER);
    await chmod(join(fetched, 'test-server'), 0o755);
    const options = ['-q', '-B', '-C', '-DincludeScope=runtime', `-DoutputDirectory=${join(fetched, 'lib')}`];
    await run('mvn', [...options, 'dependency:copy-dependencies'], { cwd: fetched, timeout: 300_000 });
    await rename(fetched, place).catch(async (error: unknown) => {
      if (!(await exists(join(place, 'test-server')))) throw error;
    });
    return join(place, 'test-server');
  } finally {
    await rm(fetched, { recursive: true, force: true });
  }
}

export type TestServerExecutable = { type: 'existing-path'; path: string } | { type: 'cached-download' };

/**
 * Where Temporal's time-skipping test server is: `YIWANG_TEST_SERVER`, our cache, Maven with the user's own settings,
 * and last the download that the Temporal SDK does by itself (its archive holds no build for ARM).
 */
export async function findTestServer(): Promise<{ executable: TestServerExecutable; tried: string[] }> {
  const tried: string[] = [];
  const given = process.env.YIWANG_TEST_SERVER;
  if (given !== undefined && given !== '') {
    if (await exists(given)) return { executable: { type: 'existing-path', path: given }, tried };
    throw new Error(`YIWANG_TEST_SERVER names ${given}, which does not exist`);
  }
  const cached = join(cacheFolder(), 'test-server');
  if (await exists(cached)) return { executable: { type: 'existing-path', path: cached }, tried };
  tried.push(`no copy in ${cacheFolder()}`);
  try {
    return { executable: { type: 'existing-path', path: await fetchByMaven() }, tried };
  } catch (error) {
    tried.push(`Maven: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    return { executable: { type: 'cached-download' }, tried };
  }
}
