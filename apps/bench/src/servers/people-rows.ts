import { createServer } from 'node:http';
import { listPeople } from '@banyan/server/src/contexts/people/persistence/person-reads.ts';
import type { Scope } from '@banyan/server/src/platform/scope.ts';
import type pg from 'pg';
import { listen } from './listen.ts';
import { credential, openPool } from './scoped-read.ts';

/* The first hundred people of the scope by the statements of the product, with nothing between them and the caller. */

const pool = openPool();

async function read(): Promise<string> {
  const client = await pool.connect();
  try {
    const results = (await client.query(`begin isolation level repeatable read read only; select * from app.enter('${credential}')`)) as unknown as pg.QueryResult<{ lo: string; hi: string }>[];
    const entered = results[1]?.rows[0];
    if (!entered) throw new Error('The session of the bench is not live.');
    const query = async (text: string, values: readonly unknown[] = []) => (await client.query(values.length > 0 ? { text, values: [...values] } : text)).rows as unknown[];
    const page = await listPeople({ ...entered, query } as unknown as Scope, { under: null, search: null, states: null }, { orderBy: 'GIVEN_NAME', first: 100, after: null });
    await client.query('commit');
    return JSON.stringify(page);
  } finally {
    client.release();
  }
}

listen(
  createServer((request, response) => {
    request.resume();
    read().then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }),
);
