import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { loadDemonstration } from '../../scripts/load-demo.ts';
import { limitConnections, withDatabase } from '../../src/platform/prepare-database.ts';
import { freshDatabase, type FreshDatabase } from '../database.ts';

/** The instant at which the demonstration of the tests lives: figures of the wholly invented province depend on it. */
export const demonstrationNow = new Date('2026-11-20T05:00:00Z');

const templateName = 'demonstration_template';

async function administer<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(withDatabase(inject('postgres').adminUrl, { database: 'postgres' }));
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Loads the demonstration once for all spec files of a run: the first that asks does it, the others wait and copy. */
export async function demonstrationDatabase(): Promise<FreshDatabase> {
  await administer(async (admin) => {
    await admin.query('select pg_advisory_lock(20251105, 88)');
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [templateName]);
    if (rowCount !== 0) return;
    const making = await freshDatabase();
    await loadDemonstration({ ownerUrl: making.ownerUrl, log: () => undefined, now: demonstrationNow });
    await admin.query(`alter database ${new URL(making.ownerUrl).pathname.slice(1)} rename to ${templateName}`);
  });
  return await copy();
}

async function copy(): Promise<FreshDatabase> {
  const { adminUrl, ownerUrl, appUrl } = inject('postgres');
  const database = `test_${randomBytes(6).toString('hex')}`;
  await administer(async (admin) => {
    await admin.query(`create database ${database} owner ${new URL(ownerUrl).username} template ${templateName} strategy file_copy`);
    await limitConnections(admin, database, new URL(appUrl).username);
  });
  return {
    adminUrl: withDatabase(adminUrl, { database }),
    ownerUrl: withDatabase(ownerUrl, { database }),
    appUrl: withDatabase(appUrl, { database }),
    drop: async () => {
      await administer(async (admin) => {
        await admin.query(`drop database if exists ${database} with (force)`);
      });
    },
  };
}
