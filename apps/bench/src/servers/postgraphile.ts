import { createServer } from 'node:http';
import pg from 'pg';
import { grafserv } from 'grafserv/node';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { listen } from './listen.ts';
import { credential, openPool } from './scoped-read.ts';

/** What its documentation has an authenticated request set: the scope, found once, set in each of its transactions. */
async function findSettings(): Promise<Record<string, string>> {
  const pool = openPool();
  const { rows } = await pool.query<{ account_id: string; role: string; lo: string; hi: string }>('select * from app.enter($1)', [credential]);
  await pool.end();
  const found = rows[0];
  if (!found) throw new Error('The session of the bench is not live.');
  return { 'banyan.account': found.account_id, 'banyan.role': found.role, 'banyan.lo': found.lo, 'banyan.hi': found.hi };
}

const settings = await findSettings();
const pool = new pg.Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 8 });
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  grafast: { context: () => ({ pgSettings: settings }) },
  grafserv: { graphiql: false, watch: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
listen(server);
