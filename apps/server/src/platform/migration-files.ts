import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** The names that the SQL files call the two roles by; a database may call them otherwise. */
export interface RoleNames {
  readonly owner: string;
  readonly app: string;
}

/** One numbered file of db/migrations: applied once, never edited afterwards. */
export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** Of the text as it lies in the folder, before role names are put in. */
  readonly sha256: string;
  /** False for a file whose first line is "-- not transactional", as building an index concurrently needs. */
  readonly transactional: boolean;
}

/** The numbered files in their order. Numbers start at 1 and leave no gap. */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(names.map((name, index) => readMigration({ folder, name, expected: index + 1 })));
}

async function readMigration({ folder, name, expected }: { folder: string; name: string; expected: number }): Promise<MigrationFile> {
  const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
  if (number !== expected) throw new Error(`The migration ${name} should be number ${expected}.`);
  const sql = await readText(join(folder, name));
  const sha256 = createHash('sha256').update(sql).digest('hex');
  return { number, name, sql, sha256, transactional: !sql.startsWith('-- not transactional') };
}

/** The files that are edited in place and applied whole after every migration, in the order of their names. */
export async function readCurrent(folder: string): Promise<{ name: string; sql: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(names.map(async (name) => ({ name, sql: await readText(join(folder, name)) })));
}

/** A checkout under Windows may have turned the line ends; the hash must not notice. */
async function readText(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
}

/** Puts the real role names in place of banyan_owner and banyan_app: as a literal where the file quotes it so, else as a name. */
export function withRoles(sql: string, { owner, app }: RoleNames): string {
  return sql.replaceAll(/'banyan_(owner|app)'|\bbanyan_(owner|app)\b/g, (found, literal: string | undefined, plain: string | undefined) => {
    const role = (literal ?? plain) === 'owner' ? owner : app;
    return found.startsWith("'") ? pg.escapeLiteral(role) : pg.escapeIdentifier(role);
  });
}

/** The role of a database address. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
