import { join } from 'node:path';
import pg from 'pg';
import { serverFolder } from './folders.ts';
import { readCurrent, readMigrations, roleOf, withRoles, type MigrationFile, type RoleNames } from './migration-files.ts';
import { StartUpRefusal } from './start-up-refusal.ts';

/** Any number will do, as long as nothing else of ours locks the same. */
const lockKey = 7_230_915_401;

const bookkeeping = `
  create schema if not exists migrations;
  create table if not exists migrations.applied (
    number integer primary key,
    name text not null,
    sha256 text not null,
    started_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz
  );
  create table if not exists migrations.structure (
    relation text not null,
    field text not null,
    primary key (relation, field)
  );`;

/** Ordinary tables with their columns, outside of the system, of extensions and of the bookkeeping itself. */
const fieldsOfTables = `
  select format('%s.%s', n.nspname, c.relname) as relation, a.attname as field
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migrations')
    and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`;

/** What stands in a database that should be empty: relations, functions, types and schemas that no extension brought. */
const foreignObjects = `
  with own as (
    select 'pg_class'::regclass::oid as class, c.oid, format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'pg_proc'::regclass, p.oid, format('%I.%I()', n.nspname, p.proname)
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'pg_type'::regclass, t.oid, format('%I.%I', n.nspname, t.typname)
      from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and t.typtype in ('d', 'e', 'r') and t.typrelid = 0
    union all
    select 'pg_namespace'::regclass, n.oid, format('schema %I', n.nspname)
      from pg_namespace n where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
  )
  select own.name from own
  where not exists (select from pg_depend d where d.classid = own.class and d.objid = own.oid and d.deptype = 'e')
  order by own.name limit 3`;

/** What a run did. */
export interface MigrationReport {
  /** The names of the files applied by this run; empty where the database was up to date. */
  readonly applied: readonly string[];
}

/**
 * Brings the database to the state of db/: the numbered files that it lacks, each in a transaction of its own, then all
 * files of db/current in one. Two runs at once wait for each other. Fails with a StartUpRefusal, having changed nothing
 * that was there.
 */
export async function migrate({ ownerUrl, appUrl, folder = join(serverFolder(), 'db'), onFile = () => undefined }: {
  ownerUrl: string;
  appUrl: string;
  folder?: string;
  onFile?: (name: string) => void;
}): Promise<MigrationReport> {
  const files = await readMigrations(join(folder, 'migrations'));
  const current = await readCurrent(join(folder, 'current'));
  const roles = { owner: roleOf(ownerUrl), app: roleOf(appUrl) };
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`set search_path = public`);
    await takeLock(client);
    await refuseForeign(client);
    await client.query(`begin; ${bookkeeping} commit`);
    const missing = await findMissing(client, files);
    await client.query("set lock_timeout = '30s'");
    for (const file of missing) {
      onFile(file.name);
      await applyFile({ client, file, roles });
    }
    await applyCurrent({ client, current, roles });
    return { applied: missing.map((file) => file.name) };
  } finally {
    await client.end();
  }
}

async function takeLock(client: pg.Client): Promise<void> {
  try {
    await client.query("set lock_timeout = '120s'");
    await client.query('select pg_advisory_lock($1)', [lockKey]);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '55P03') throw new StartUpRefusal('MIGRATION_BUSY');
    throw error;
  }
}

async function refuseForeign(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ ours: boolean; database: string }>(
    "select to_regclass('migrations.applied') is not null as ours, current_database() as database",
  );
  if (rows[0]?.ours === true) return;
  const found = await client.query<{ name: string }>(foreignObjects);
  if (found.rows.length === 0) return;
  const names = found.rows.map((row) => row.name).join(', ');
  throw new StartUpRefusal('DATABASE_NOT_OURS', { database: rows[0]?.database ?? '', found: names });
}

/** Compares what was applied with the files of this version; the files still to apply, or a refusal. */
async function findMissing(client: pg.Client, files: readonly MigrationFile[]): Promise<readonly MigrationFile[]> {
  const { rows } = await client.query<{ number: number; name: string; sha256: string; finished: boolean }>(
    'select number, name, sha256, finished_at is not null as finished from migrations.applied order by number',
  );
  for (const [index, row] of rows.entries()) {
    if (row.number !== index + 1) throw new StartUpRefusal('HALF_MIGRATED', { what: `number ${index + 1} is missing` });
    if (!row.finished) throw new StartUpRefusal('HALF_MIGRATED', { what: `"${row.name}" was begun and not finished` });
    const file = files[index];
    if (file === undefined) throw new StartUpRefusal('DATABASE_NEWER', { migration: row.name });
    if (file.sha256 !== row.sha256) throw new StartUpRefusal('MIGRATION_EDITED', { migration: file.name });
  }
  await refuseIncomplete(client);
  return files.slice(rows.length);
}

/** A table or column that a finished run left and that is gone: a dump restored in part, or somebody's hand. */
async function refuseIncomplete(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ relation: string; field: string; whole: boolean }>(
    `with present as (${fieldsOfTables})
     select s.relation, s.field, not exists (select from present p where p.relation = s.relation) as whole
     from migrations.structure s
     where not exists (select from present p where p.relation = s.relation and p.field = s.field)
     order by whole desc, s.relation, s.field limit 1`,
  );
  const gone = rows[0];
  if (gone === undefined) return;
  const what = gone.whole ? `the table ${gone.relation} is missing` : `the column ${gone.field} of ${gone.relation} is missing`;
  throw new StartUpRefusal('HALF_MIGRATED', { what });
}

/**
 * The row that says "finished" commits together with the file's own changes. Only a file that cannot run in a
 * transaction leaves a row that was begun and not finished, when it is cut short.
 */
async function applyFile({ client, file, roles }: { client: pg.Client; file: MigrationFile; roles: RoleNames }): Promise<void> {
  const begun = 'insert into migrations.applied (number, name, sha256) values ($1, $2, $3)';
  const finished = 'update migrations.applied set finished_at = clock_timestamp() where number = $1';
  await naming(file.name, async () => {
    if (file.transactional) await client.query('begin');
    await client.query(begun, [file.number, file.name, file.sha256]);
    await client.query(withRoles(file.sql, roles));
    if (file.transactional) await rememberStructure(client);
    await client.query(finished, [file.number]);
    if (file.transactional) await client.query('commit');
  });
}

async function applyCurrent({ client, current, roles }: {
  client: pg.Client;
  current: readonly { name: string; sql: string }[];
  roles: RoleNames;
}): Promise<void> {
  await client.query('begin');
  for (const file of current) await naming(file.name, () => client.query(withRoles(file.sql, roles)));
  await rememberStructure(client);
  await client.query('commit');
}

async function rememberStructure(client: pg.Client): Promise<void> {
  await client.query('delete from migrations.structure');
  await client.query(`insert into migrations.structure (relation, field) ${fieldsOfTables}`);
}

/** Names the file in the refusal; the transaction that was open ends with the connection. */
async function naming(name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const where = error.where === undefined ? '' : ` [${error.where.split('\n')[0] ?? ''}]`;
    const detail = error.detail === undefined ? '' : ` (${error.detail})`;
    throw new StartUpRefusal('MIGRATION_FAILED', { migration: name, reason: `${error.message}${detail}${where}` });
  }
}
