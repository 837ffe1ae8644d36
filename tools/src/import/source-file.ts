import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { ImportProblem } from './errors.js';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

export interface SourceFile {
  path: string;
  encoding: Encoding;
  /** Length of the whole text, so that progress has a total. */
  characters: number;
}

/**
 * Above this share of undecodable characters among those beyond ASCII a file is not damaged UTF-8 but another encoding:
 * of GB18030 most cannot be read as UTF-8, of a damaged file only what is damaged.
 */
const DAMAGED_SHARE = 0.4;

/** Looks through a file once: whether it is compressed shows in its first bytes, its encoding in all of them. */
export async function inspectFile(path: string): Promise<SourceFile> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new ImportProblem(`找不到文件 ${path}`, `There is no file ${path}`, 2);
  const utf16 = await startsWith(path, [0xff, 0xfe]);
  const encoding = utf16 ? 'utf-16le' : (await looksLikeUtf8(path)) ? 'utf-8' : 'gb18030';
  let characters = 0;
  for await (const text of decode(path, encoding)) characters += text.length;
  if (characters === 0) throw new ImportProblem(`文件 ${path} 是空的`, `The file ${path} is empty`, 2);
  return { path, encoding, characters };
}

/** The text of the file in pieces; what cannot be decoded arrives as U+FFFD. */
export async function* decode(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of bytesOf(path)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  if (!(await startsWith(path, [0x1f, 0x8b]))) {
    yield* file;
    return;
  }
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of file.pipe(gunzip)) yield chunk as Buffer;
  } catch (error) {
    throw new ImportProblem(`无法解压 ${path}：${String(error)}`, `${path} cannot be unpacked: ${String(error)}`);
  }
}

async function startsWith(path: string, expected: number[]): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(expected.length), 0, expected.length, 0);
    return bytesRead === expected.length && expected.every((byte, index) => buffer[index] === byte);
  } finally {
    await file.close();
  }
}

/** Few bad bytes in much good text are damage in a UTF-8 file, which must not turn all the rest into nonsense. */
async function looksLikeUtf8(path: string): Promise<boolean> {
  let foreign = 0;
  let bad = 0;
  for await (const text of decode(path, 'utf-8')) {
    foreign += text.match(/[^\x00-\x7f]/g)?.length ?? 0;
    bad += text.match(/\uFFFD/g)?.length ?? 0;
  }
  return bad <= foreign * DAMAGED_SHARE;
}
