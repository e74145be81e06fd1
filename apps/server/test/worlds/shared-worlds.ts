import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { entities } from '../../src/contexts/access/index.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { limitConnections, withDatabase } from '../../src/platform/prepare-database.ts';
import { buildServer, type BuiltServer, type ServerOptions } from '../../src/server.ts';
import { freshDatabase, type FreshDatabase } from '../database.ts';
import { generateWorlds } from './generate.ts';
import { nightly, thoroughCount, worldCount } from './sizes.ts';
import { loadWorld } from './load.ts';
import type { World } from './world-model.ts';

/** A database that holds all worlds of the run, and the worlds with the ids that it gave to what the script founded. */
export interface Worlds {
  readonly database: FreshDatabase;
  /** Those that the properties ask: the first `thoroughCount`. */
  readonly worlds: readonly World[];
  /** All that the database holds. */
  readonly all: readonly World[];
  readonly owner: pg.Client;
  drop(): Promise<void>;
}

/** How long the first spec file of a run may take to load the worlds, and the others to wait for it. */
export const openingMilliseconds = nightly ? 900_000 : 480_000;

/** How long a property over all worlds of a run may take. */
export const propertyMilliseconds = nightly ? 1_800_000 : 300_000;

const templateName = `worlds_${worldCount}`;

async function administer<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(withDatabase(inject('postgres').adminUrl, { database: 'postgres' }));
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Loads the worlds once for all spec files of a run: the first that asks does it, the others wait and copy. */
async function prepareTemplate(): Promise<void> {
  await administer(async (admin) => {
    await admin.query('select pg_advisory_lock(20251105, 77)');
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [templateName]);
    if (rowCount !== 0) return;
    const making = await freshDatabase();
    const [owner, beside] = [new pg.Client(making.ownerUrl), new pg.Client(making.ownerUrl)];
    await Promise.all([owner.connect(), beside.connect()]);
    // While worlds are loaded, a rough idea of them is enough.
    await Promise.all([owner, beside].map((lane) => lane.query('set default_statistics_target = 10')));
    const database = await openDatabase({ url: making.appUrl, entities });
    const waiting = generateWorlds()[Symbol.iterator]();
    await Promise.all([owner, beside].map(async (lane) => {
      for (const world of waiting) {
        // Without statistics of what has grown, the planner reads it whole at each step: they are taken anew each time that it has doubled.
        const grown = Number.isInteger(Math.log2(world.seed));
        await loadWorld(lane, database, world, async (index) => {
          if (grown && index === world.bulk - 1) await lane.query('analyze');
        });
      }
    }));
    await beside.end();
    await owner.query('reset default_statistics_target');
    await owner.query('analyze');
    await owner.query('select app.compact(2147483647)');
    await owner.query('analyze');
    await database.close();
    await owner.end();
    const name = new URL(making.ownerUrl).pathname.slice(1);
    // Nobody may come in any more, autovacuum neither: a database in which somebody is cannot be copied.
    await admin.query(`alter database ${name} allow_connections false`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await admin.query(`alter database ${name} rename to ${templateName}`);
  });
}

async function copyTemplate(): Promise<FreshDatabase> {
  const { adminUrl, ownerUrl, appUrl } = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(async (admin) => {
    await admin.query(`create database ${name} owner ${new URL(ownerUrl).username} template ${templateName} strategy file_copy`);
    await limitConnections(admin, name, new URL(appUrl).username);
  });
  const to = { database: name };
  return {
    adminUrl: withDatabase(adminUrl, to),
    ownerUrl: withDatabase(ownerUrl, to),
    appUrl: withDatabase(appUrl, to),
    drop: async () => {
      await administer(async (admin) => {
        await admin.query(`drop database if exists ${name} with (force)`);
      });
    },
  };
}

async function withFoundIds(owner: pg.Client, worlds: readonly World[]): Promise<World[]> {
  const { rows } = await owner.query<{ id: string; code: string }>('select id, code from unit');
  const ids = new Map(rows.map((row) => [row.code, row.id]));
  return worlds.map((world) => ({ ...world, units: world.units.map((unit) => ({ ...unit, id: ids.get(unit.code)! })) }));
}

/** A copy of the run's worlds for one spec file. Drop it in `afterAll`. */
export async function openWorlds(): Promise<Worlds> {
  await prepareTemplate();
  const database = await copyTemplate();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  // On a slow machine more than an hour lies between the loading and a late file of the round: nobody's session is to have ended.
  await owner.query('update session set last_seen_at = now()');
  const all = await withFoundIds(owner, generateWorlds());
  return {
    database,
    owner,
    worlds: all.slice(0, thoroughCount),
    all,
    async drop() {
      await owner.end();
      await database.drop();
    },
  };
}

/** A server over a database, without pages. It does not compact by itself unless it is told to. */
export async function serve(database: FreshDatabase, options: Partial<ServerOptions> = {}): Promise<BuiltServer> {
  return await buildServer({ databaseUrl: database.appUrl, webRoot: '/nowhere', compactEveryMilliseconds: 3_600_000, acquireMilliseconds: 60_000, ...options });
}
