import pg from 'pg';
import { credentialOf } from '@banyan/server/src/contexts/access/domain/credential.ts';
import type { EmbeddedPostgres } from '@banyan/server/src/platform/embedded-postgres.ts';
import { migrate } from '@banyan/server/src/platform/migrate.ts';
import { withDatabase } from '@banyan/server/src/platform/prepare-database.ts';
import { entriesSql, peersSql, peopleSql, sessionSql, targetsSql, treeSql, type DatasetSize } from './dataset-sql.ts';

/** The secret of the session over the whole province. The databases of the bench live as long as the run. */
export const secret = 'bench-bench-bench-bench-bench-bench-bench-1';

/** Whose scope a list is asked in: the code of each unit with the secret of the session over it, and the code of a unit below it, or its own. */
export const scopes = [
  { name: 'province', code: 'bench', below: 'bench.1', secret },
  { name: 'district', code: 'bench.1', below: 'bench.1.1', secret: 'bench-bench-bench-bench-bench-bench-bench-2' },
  { name: 'commune', code: 'bench.1.1', below: 'bench.1.1.1', secret: 'bench-bench-bench-bench-bench-bench-bench-3' },
  { name: 'cell', code: 'bench.1.1.1', below: 'bench.1.1.1', secret: 'bench-bench-bench-bench-bench-bench-bench-4' },
] as const;

/** A database with a tree, its ledger and one session. */
export interface Dataset {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly members: number;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createDatabase(postgres: EmbeddedPostgres, name: string): Promise<{ ownerUrl: string; appUrl: string }> {
  await withClient(withDatabase(postgres.adminUrl, { database: 'postgres' }), async (admin) => {
    await admin.query(`create database ${name} owner banyan_owner template banyan strategy file_copy`);
    await admin.query(`revoke all on database ${name} from public; grant connect on database ${name} to banyan_app`);
  });
  return { ownerUrl: withDatabase(postgres.ownerUrl, { database: name }), appUrl: withDatabase(postgres.appUrl, { database: name }) };
}

async function fill(ownerUrl: string, size: DatasetSize): Promise<void> {
  await withClient(ownerUrl, async (owner) => {
    await owner.query(`begin; set local work_mem = '256MB'; set local maintenance_work_mem = '256MB'; set local jit = off; set local transaction_timeout = 0`);
    await owner.query(treeSql(size));
    await owner.query(entriesSql(size));
    if (size.hasPeople) await owner.query(peopleSql(size));
    if (size.hasTargets) await owner.query(targetsSql);
    for (const path of ['sort', 'incremental_sort', 'nestloop', 'mergejoin']) await owner.query(`set local enable_${path} = off`);
    await owner.query('select app.compact(2147483647)');
    await owner.query(peersSql);
    for (const scope of scopes) await owner.query(sessionSql, [scope.name, scope.code, credentialOf(scope.secret)]);
    await owner.query('commit');
    // Folds the tally, as a server does as soon as it runs.
    await owner.query('select app.compact()');
    await owner.query('vacuum analyze');
  });
}

/** Migrates the empty database of a PostgreSQL and copies it once for each size; each copy is filled by whole statements. */
export async function makeDatasets(postgres: EmbeddedPostgres, sizes: readonly DatasetSize[], log: (line: string) => void): Promise<Dataset[]> {
  await migrate({ ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl });
  const made: Dataset[] = [];
  for (const size of sizes) {
    const urls = await createDatabase(postgres, `bench_${made.length}`);
    const begun = performance.now();
    await fill(urls.ownerUrl, size);
    const members = size.districts * size.communes * size.cells * size.members;
    log(`  ${members} members in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    made.push({ ...urls, members });
  }
  return made;
}
