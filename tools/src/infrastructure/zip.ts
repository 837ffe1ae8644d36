import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { StartProblem } from './problem.js';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

interface Entry {
  name: string;
  method: number;
  compressedBytes: number;
  localOffset: number;
  mode: number;
}

/**
 * Unpacks a zip archive without needing a program that a bare machine may not have. Plain archives only: no encryption,
 * no parts beyond 4 GB. An entry that would land outside the folder is refused.
 */
export async function unzip(archive: string, folder: string): Promise<void> {
  const file = await open(archive, 'r');
  try {
    for (const entry of await readDirectory(file, archive)) await unpack(file, archive, entry, folder);
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  await file.read(buffer, 0, bytes, position);
  return buffer;
}

async function readDirectory(file: FileHandle, archive: string): Promise<Entry[]> {
  const { size } = await file.stat();
  const tailBytes = Math.min(size, END_BYTES + LONGEST_COMMENT);
  const tail = await readAt(file, size - tailBytes, tailBytes);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || tail.readUInt32LE(end) !== END_SIGNATURE)
    throw new StartProblem(`${archive} is not a whole zip archive: remove it and start again`);
  const count = tail.readUInt16LE(end + 10);
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count;) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE)
      throw new StartProblem(`${archive} has a damaged directory: remove it and start again`);
    const nameBytes = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      method: directory.readUInt16LE(at + 10),
      compressedBytes: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      localOffset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpack(file: FileHandle, archive: string, entry: Entry, folder: string): Promise<void> {
  const target = join(folder, entry.name);
  if (!resolve(target).startsWith(resolve(folder) + sep))
    throw new StartProblem(`${archive} names a file outside itself: ${entry.name}`);
  if (entry.name.endsWith('/')) return void (await mkdir(target, { recursive: true }));
  await mkdir(dirname(target), { recursive: true });
  const local = await readAt(file, entry.localOffset, 30);
  const start = entry.localOffset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  if (entry.compressedBytes === 0) await pipeline([], createWriteStream(target));
  else {
    const content = createReadStream(archive, { start, end: start + entry.compressedBytes - 1 });
    if (entry.method === 0) await pipeline(content, createWriteStream(target));
    else await pipeline(content, createInflateRaw(), createWriteStream(target));
  }
  const permissions = entry.mode & 0o777;
  if (permissions & 0o111 || target.endsWith('.sh')) await chmod(target, 0o755);
}
