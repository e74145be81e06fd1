import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase, type FreshDatabase } from '../../test/database.ts';
import { serverFolder } from './folders.ts';
import { migrate } from './migrate.ts';
import { withRoles } from './migration-files.ts';
import { StartUpRefusal } from './start-up-refusal.ts';

let database: FreshDatabase;
let folder: string;

const first = 'create schema app; create table person (id int primary key, name text); grant select on person to banyan_app;';
const second = 'alter table person add column born date;';

async function write(name: string, sql: string): Promise<void> {
  await writeFile(join(folder, name), sql);
}

function run() {
  return migrate({ ...database, folder });
}

async function query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartUpRefusal);
  return error instanceof StartUpRefusal ? `${error.code}: ${error.sentence.en}` : '';
}

beforeEach(async () => {
  database = await emptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'banyan-migrations-'));
  await mkdir(join(folder, 'migrations'));
  await mkdir(join(folder, 'current'));
  await write('migrations/0001_first.sql', first);
  await write('current/010_functions.sql', "create or replace function app.version() returns text language sql return 'one';");
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('migrating', () => {
  test('fills an empty database and then finds nothing to do', async () => {
    expect((await run()).applied).toEqual(['0001_first.sql']);
    expect((await run()).applied).toEqual([]);
  });

  test('goes forward and keeps what was entered', async () => {
    await run();
    await query("insert into person values (1, 'Một')");
    await write('migrations/0002_second.sql', second);
    expect((await run()).applied).toEqual(['0002_second.sql']);
    expect(await query('select name, born from person')).toEqual([{ name: 'Một', born: null }]);
  });

  test('applies the files of db/current again each time', async () => {
    await run();
    await write('current/010_functions.sql', "create or replace function app.version() returns text language sql return 'two';");
    await run();
    expect(await query('select app.version()')).toEqual([{ version: 'two' }]);
  });

  test('lets two runs at once wait for each other', async () => {
    const reports = await Promise.all([run(), run(), run()]);
    expect(reports.flatMap((report) => report.applied)).toEqual(['0001_first.sql']);
  });

  test('undoes a file that fails, names it, and runs it when it is mended', async () => {
    await write('migrations/0002_second.sql', `${second} select 1 / 0;`);
    expect(await refusalOf(run())).toMatch(/^MIGRATION_FAILED: "0002_second.sql".*division by zero/);
    expect(await query("select from information_schema.columns where table_name = 'person' and column_name = 'born'")).toEqual([]);
    await write('migrations/0002_second.sql', second);
    expect((await run()).applied).toEqual(['0002_second.sql']);
  });

  test('refuses a database that holds something else', async () => {
    await query('create table invoice (id int)');
    expect(await refusalOf(run())).toMatch(/^DATABASE_NOT_OURS: .*public.invoice/);
    expect(await query("select from pg_namespace where nspname = 'migrations'")).toEqual([]);
  });

  test('refuses a database that holds nothing but a function of somebody else', async () => {
    await query('create function answer() returns int language sql return 42');
    expect(await refusalOf(run())).toMatch(/^DATABASE_NOT_OURS/);
  });

  test('refuses a file that was edited after it was applied', async () => {
    await run();
    await write('migrations/0001_first.sql', `${first} -- edited`);
    expect(await refusalOf(run())).toMatch(/^MIGRATION_EDITED: The file "0001_first.sql"/);
  });

  test('does not take other line ends for an edit', async () => {
    await write('migrations/0001_first.sql', first.replace('; ', ';\n'));
    await run();
    await write('migrations/0001_first.sql', first.replace('; ', ';\r\n'));
    expect((await run()).applied).toEqual([]);
  });

  test('refuses a database that is newer than the code', async () => {
    await write('migrations/0002_second.sql', second);
    await run();
    await rm(join(folder, 'migrations/0002_second.sql'));
    expect(await refusalOf(run())).toMatch(/^DATABASE_NEWER: .*0002_second.sql/);
  });

  test('refuses a database in which a file was begun and not finished', async () => {
    await write('migrations/0002_second.sql', `-- not transactional\n${second}\nselect 1 / 0;`);
    await refusalOf(run());
    expect(await refusalOf(run())).toMatch(/^HALF_MIGRATED: .*"0002_second.sql" was begun and not finished/);
  });

  test('refuses a database from which a table or column of ours is gone', async () => {
    await write('migrations/0002_second.sql', second);
    await run();
    await query('alter table person drop column born');
    expect(await refusalOf(run())).toMatch(/^HALF_MIGRATED: .*the column born of public.person is missing/);
    await query('drop table person');
    expect(await refusalOf(run())).toMatch(/^HALF_MIGRATED: .*the table public.person is missing/);
  });

  test('puts real role names in place of ours, as names and as literals', () => {
    const roles = { owner: 'o', app: 'the "app"' };
    expect(withRoles("grant x to banyan_app, banyan_owner; select 'banyan_app'; -- banyan_apps", roles)).toBe(
      `grant x to "the ""app""", "o"; select 'the "app"'; -- banyan_apps`,
    );
  });

  test('applies the real files under roles of other names', async () => {
    const names = { owner: `owner ${Date.now()}`, app: `app ${Date.now()}` };
    const admin = new pg.Client(database.adminUrl);
    await admin.connect();
    for (const role of Object.values(names)) await admin.query(`create role ${pg.escapeIdentifier(role)} login password 'x'`);
    await admin.query(`alter database ${new URL(database.adminUrl).pathname.slice(1)} owner to ${pg.escapeIdentifier(names.owner)}`);
    await cp(join(serverFolder(), 'db'), folder, { recursive: true, force: true });
    await rm(join(folder, 'migrations/0001_first.sql'));
    await rm(join(folder, 'current/010_functions.sql'));
    const as = (role: string) => Object.assign(new URL(database.ownerUrl), { username: encodeURIComponent(role), password: 'x' }).href;
    const { applied } = await migrate({ ownerUrl: as(names.owner), appUrl: as(names.app), folder });
    const { rows } = await admin.query("select from pg_policies where roles::text like '%app %'");
    await admin.query(`drop database ${new URL(database.adminUrl).pathname.slice(1)} with (force)`).catch(() => undefined);
    await admin.end();
    expect(applied.length).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThan(0);
  });
});
