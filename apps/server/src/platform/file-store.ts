import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** What lies in the folder after an arrival. */
export interface StoredBytes {
  readonly id: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  /** The first bytes, as many as were asked for. */
  readonly first: Buffer;
}

/** Why bytes were not stored. */
export type NotStored = 'TOO_LARGE' | 'EMPTY' | 'NOT_WANTED' | 'INCOMPLETE';

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const partEnding = '.part';

/** Whether a name in a folder is that of a file. */
export function isFileId(name: string): boolean {
  return idForm.test(name);
}

/** Whether a name in a folder is that of a file that is not whole. */
export function isHalf(name: string): boolean {
  return name.endsWith(partEnding) && isFileId(name.slice(0, -partEnding.length));
}

/** Where a file lies in a folder. */
export function placeOf(folder: string, id: string): string {
  if (!isFileId(id)) throw new Error('a file has an id');
  return join(folder, id.slice(0, 2), id);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * A folder of files, each under a random id and nothing that anybody sent: no name, no ending. Never served by itself, never executed. What
 * is being written has another ending until it is whole and on the disk.
 */
export class FileStore {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Writes a stream as it comes. `wanted` judges its first bytes; whatever is not stored leaves nothing behind. */
  async store(source: Readable, { atMostBytes, firstBytes, wanted }: { atMostBytes: number; firstBytes: number; wanted: (first: Buffer) => boolean }): Promise<StoredBytes | { readonly not: NotStored }> {
    const id = randomUUID();
    const place = placeOf(this.folder, id);
    const shelf = dirname(place);
    const made = await mkdir(shelf, { recursive: true, mode: 0o700 });
    const part = `${place}${partEnding}`;
    const file = await open(part, 'wx', 0o600);
    const hash = createHash('sha256');
    let [bytes, first] = [0, Buffer.alloc(0)];
    let not: NotStored | null = null;
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        if (not !== null) continue; // the rest is taken off the line, so that the answer can be heard
        bytes += chunk.length;
        if (first.length < firstBytes) {
          first = Buffer.concat([first, chunk.subarray(0, firstBytes - first.length)]);
          if (first.length === firstBytes && !wanted(first)) not = 'NOT_WANTED';
        }
        if (bytes > atMostBytes) {
          not = 'TOO_LARGE';
          break;
        }
        hash.update(chunk);
        // Whole: a single write takes what there is room for and says nothing.
        await file.writeFile(chunk);
      }
      if (bytes === 0) not = 'EMPTY';
      else if (not === null && first.length < firstBytes) not = 'NOT_WANTED';
      if (not === null) {
        await file.sync();
        const { size } = await file.stat();
        if (size !== bytes) throw new Error('the disk holds less than arrived');
      }
    } catch (error) {
      not = 'INCOMPLETE';
      // The line broke. A disk that takes no more is another matter.
      if (source.errored === null) throw error;
    } finally {
      await file.close();
      if (not !== null) await rm(part, { force: true });
    }
    if (not !== null) return { not };
    await rename(part, place);
    // The name is on the disk as well before anybody is told so, and so are the folders above, which somebody else may have made just now.
    for (const folder of new Set([shelf, this.folder, ...(made === undefined ? [] : [dirname(made)])])) await syncFolder(folder);
    return { id, bytes, sha256: hash.digest(), first };
  }

  /** The bytes of a file, or null where they are not there, or not as many as they were. */
  async read(id: string, bytes: number): Promise<Readable | null> {
    const place = placeOf(this.folder, id);
    const known = await stat(place).catch(() => null);
    return known?.isFile() && known.size === bytes ? createReadStream(place) : null;
  }

  async discard(id: string): Promise<void> {
    await rm(placeOf(this.folder, id), { force: true });
  }
}
