// Writes a Brotli and a gzip copy beside every file of built pages that shrinks by it, so that the gateway need not
// compress what never changes; and holds the first load, compressed, to its budget.
// Usage: node precompress.mjs <dist> <budget in kB> [the first page's chunk]
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const SHRINK = /\.(js|css|html|svg|json|txt|wasm|webmanifest)$/;
/** Below that the header costs as much as is gained. */
const LEAST_BYTES = 1_024;
const [dist, budget, firstPage] = process.argv.slice(2);

const compress = {
  br: (content) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  gz: (content) => promisify(gzip)(content, { level: 9 }),
};

async function shrink(file) {
  const content = await readFile(file);
  if (!SHRINK.test(file) || content.length < LEAST_BYTES) return;
  await Promise.all(Object.entries(compress).map(async ([ending, by]) => writeFile(`${file}.${ending}`, await by(content))));
}

/** A file of the build and all that it imports at once; what it imports later is not followed. */
async function withImports(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  if (!file.endsWith('.js')) return found;
  const code = await readFile(join(dist, file), 'utf8');
  for (const [, name] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) await withImports(join(dirname(file), name), found);
  return found;
}

/** What a browser fetches before the first page is there: the document, what it names, and the chunks of that page. */
async function firstLoad() {
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="[^"]*\/((?:[\w-]*assets)\/[^"]+)"/g)].map(([, file]) => file);
  const assets = dirname(named[0] ?? 'assets/-');
  const ofPage = firstPage ? (await readdir(join(dist, assets))).filter((file) => file.startsWith(firstPage) && /\.(js|css)$/.test(file)) : [];
  if (firstPage && ofPage.length === 0) throw new Error(`${dist} has no page ${firstPage}`);
  const all = new Set(['index.html']);
  for (const file of [...named, ...ofPage.map((one) => join(assets, one))]) await withImports(file, all);
  const sizes = await Promise.all([...all].map(async (file) => (await compress.gz(await readFile(join(dist, file)))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
await Promise.all(files.map((one) => shrink(join(one.parentPath, one.name))));
const kilobytes = Math.ceil((await firstLoad()) / 1_000);
if (kilobytes > Number(budget)) {
  console.error(`The first load of ${dist} is ${kilobytes} kB compressed; ${budget} are allowed.`);
  process.exitCode = 1;
}
