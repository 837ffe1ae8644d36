import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKOUT } from '../infrastructure/folders.js';
import { SERVICES } from '../infrastructure/services.js';
import { brokenPromises } from './released.js';
import { writeSubgraph } from './subgraphs.js';
import { compose, type SubgraphSdl } from './supergraph.js';

const SUPERGRAPH = join(CHECKOUT, 'apps', 'gateway', 'supergraph.graphql');
/** The graph that clients were last given, with its day. */
const RELEASED = join(CHECKOUT, 'docs', 'schema-released.graphql');
const committedFile = (service: string): string => join(CHECKOUT, 'apps', service, 'schema.graphql');

/** What the services' code says now, in parallel but two at a time: a developer's machine has other things to do. */
async function currentSubgraphs(folder: string): Promise<SubgraphSdl[]> {
  const waiting = [...SERVICES];
  const worker = async (): Promise<void> => {
    for (let service = waiting.shift(); service; service = waiting.shift()) {
      await writeSubgraph(service, join(folder, `${service}.graphql`));
    }
  };
  await Promise.all([worker(), worker()]);
  return Promise.all(
    SERVICES.map(async (name) => ({ name, sdl: await readFile(join(folder, `${name}.graphql`), 'utf8') })),
  );
}

async function differs(file: string, content: string): Promise<boolean> {
  return (await readFile(file, 'utf8').catch(() => null)) !== content;
}

/** `npm run schema` writes what differs; with `--check` it only says what does, and fails. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-schema-'));
  try {
    const subgraphs = await currentSubgraphs(folder);
    const supergraph = compose(subgraphs);
    const wanted = [
      ...subgraphs.map(({ name, sdl }) => ({ file: committedFile(name), content: sdl })),
      { file: SUPERGRAPH, content: supergraph },
    ];
    const changed: string[] = [];
    for (const { file, content } of wanted) {
      if (!(await differs(file, content))) continue;
      changed.push(relative(CHECKOUT, file));
      if (!values.check) await writeFile(file, content);
    }
    report(changed, values.check);
    if (values.check) reportPromises(brokenPromises(await readFile(RELEASED, 'utf8'), supergraph, new Date().toISOString().slice(0, 10)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function report(changed: string[], isCheck: boolean): void {
  if (changed.length === 0) return console.log('The committed schemas are those of the code.');
  if (!isCheck) return console.log(`Written: ${changed.join(', ')}`);
  console.error(`Not what the code says: ${changed.join(', ')}. Run "npm run schema" and commit what it writes.`);
  process.exitCode = 1;
}

function reportPromises(broken: string[]): void {
  if (broken.length === 0) return;
  console.error(['What the released graph promised is broken (docs/api.md):', ...broken.map((one) => `- ${one}`)].join('\n'));
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
