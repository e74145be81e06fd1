import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isHalf, isFileId, placeOf } from './file-store.ts';

/** Which of these ids are files that are kept. */
export type KeptAmong = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

export interface Sweeping {
  readonly keptAmong: KeptAmong;
  readonly now: Date;
  /** For how long what is no file that is kept lies on its shelf, and then among what was swept, in milliseconds. */
  readonly olderThanMilliseconds: number;
  readonly sweptKeptMilliseconds: number;
}

const sweptShelf = 'swept';

/** The file in a folder that names the database it belongs to. */
export function markOf(folder: string): string {
  return join(folder, 'database');
}

/** Whether the folder belongs to this database: it belongs to the first that asks. */
export async function belongsTo(folder: string, databaseId: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(markOf(folder), `${databaseId}\n`, { flag: 'wx', mode: 0o600 }).catch(unless('EEXIST'));
  return (await readFile(markOf(folder), 'utf8')).trim() === databaseId;
}

/**
 * Takes from the shelves what has lain there for that long and is no file that is kept: one that was removed, one whose paper was not
 * found, a half. What was whole lies apart for a time and comes back if the database knows it again; then it is deleted. Gives back how many
 * were taken from the shelves.
 */
export async function sweepFiles(folder: string, sweeping: Sweeping): Promise<number> {
  await emptySwept(folder, sweeping);
  let taken = 0;
  for (const shelf of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
    const names = await namesIn(join(folder, shelf));
    const kept = await sweeping.keptAmong(names.filter(isFileId));
    for (const name of names) {
      if ((!isFileId(name) && !isHalf(name)) || kept.has(name)) continue;
      const place = join(folder, shelf, name);
      if (!(await isOlder(place, sweeping.now, sweeping.olderThanMilliseconds))) continue;
      if (isHalf(name)) await rm(place, { force: true });
      else await setAside(folder, name, sweeping.now);
      taken += 1;
    }
  }
  return taken;
}

async function emptySwept(folder: string, { keptAmong, now, sweptKeptMilliseconds }: Sweeping): Promise<void> {
  const names = (await namesIn(join(folder, sweptShelf))).filter(isFileId);
  const kept = await keptAmong(names);
  for (const name of names) {
    const place = join(folder, sweptShelf, name);
    if (kept.has(name)) await move(place, placeOf(folder, name));
    else if (await isOlder(place, now, sweptKeptMilliseconds)) await rm(place, { force: true });
  }
}

/** From now on it counts how long it has lain among what was swept. */
async function setAside(folder: string, id: string, now: Date): Promise<void> {
  const place = placeOf(folder, id);
  await utimes(place, now, now).catch(unless('ENOENT'));
  await move(place, join(folder, sweptShelf, id));
}

/** Another server of the same database may have moved it already. */
async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to).catch(unless('ENOENT'));
}

async function isOlder(place: string, now: Date, milliseconds: number): Promise<boolean> {
  const known = await stat(place).catch(unless('ENOENT'));
  return known !== undefined && now.getTime() - known.mtimeMs >= milliseconds;
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(unless('ENOENT'))) ?? [];
}

/** Lets one answer of the file system pass; any other is a defect or an outage. */
function unless(code: 'ENOENT' | 'EEXIST'): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === code) return undefined;
    throw error;
  };
}
