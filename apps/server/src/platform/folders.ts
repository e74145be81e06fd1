import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function nearestWith(mark: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, mark))) return folder;
    if (folder === dirname(folder)) throw new Error(`No folder above ${import.meta.dirname} holds ${mark}.`);
  }
}

/** The server's folder (the one with db/), the same from the sources and from the built file. */
export function serverFolder(): string {
  return nearestWith(join('db', 'migrations'));
}

/** Where the built web application lies. */
export function webFolder(): string {
  return join(dirname(serverFolder()), 'web', 'dist');
}

/** Where a start without a database of its own keeps one, beneath the checkout. */
export function defaultDataFolder(): string {
  return join(dirname(dirname(serverFolder())), '.data', 'postgres');
}
