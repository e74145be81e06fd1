import { createServer } from 'node:http';
import { askedCode } from '../question.ts';
import { listen } from './listen.ts';
import { credential, openPool } from './scoped-read.ts';

/** One prepared call that enters and reads: no transaction of its own round trips. The least that anything over this database could do. */
const statement = {
  name: 'bench-prepared',
  text: `with entered as materialized (select * from app.enter($1))
    select r.* from entered cross join lateral (select r.* from rollup r where r.code = $2 union all select c.* from rollup r join rollup c on c.parent_id = r.id where r.code = $2) r`,
};

const pool = openPool();
await pool.query(`select 1`);

interface Row {
  readonly code: string;
  readonly [column: string]: unknown;
}

const camel = (name: string) => (name === 'left_party' ? 'left' : name.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()));

async function answer(): Promise<string> {
  const { rows } = await pool.query<Row>({ ...statement, values: [credential, askedCode] });
  const units = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])));
  const own = units.find((unit) => unit['code'] === askedCode);
  return JSON.stringify({ data: { unit: { ...own, children: units.filter((unit) => unit !== own) } } });
}

listen(
  createServer((request, response) => {
    request.resume().on('end', () => {
      answer().then(
        (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  }),
);
