import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { grafserv } from 'grafserv/node';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { PostGraphileConnectionFilterPreset } from 'postgraphile-plugin-connection-filter';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { listen } from './listen.ts';
import { credential } from './scoped-read.ts';

const pool = new pg.Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 8 });

/** What its documentation has each authenticated request find, and set in its transaction: here the scope of the session, as everybody else finds it. */
async function findSettings(): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ account_id: string; role: string; lo: string; hi: string }>({ name: 'enter', text: 'select * from app.enter($1)', values: [credential] });
  const [found] = rows;
  if (!found) throw new Error('The session of the bench is not live.');
  return { 'banyan.account': found.account_id, 'banyan.role': found.role, 'banyan.lo': found.lo, 'banyan.hi': found.hi };
}

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset, PgAggregatesPreset],
  pgServices: [makePgService({ pool, schemas: ['public'] })],
  grafast: { context: async () => ({ pgSettings: await findSettings() }) },
  grafserv: { graphiql: false, watch: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
listen(server);
