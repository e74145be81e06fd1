import { createServer } from 'node:http';
import { askedCode } from '../question.ts';
import { listen } from './listen.ts';
import { credential, openPool } from './scoped-read.ts';

/** One prepared call that enters and reads: no transaction of its own round trips. The least that anything over this database could do. */
const statement = {
  name: 'bench-prepared',
  text: `with entered as materialized (select * from app.enter($1))
    select u.code, u.name, (u.rollup).* from entered cross join lateral (
      select u.code, u.name, unit_rollup(u, '2020-01-01', '2020-12-31') as rollup from unit u where u.code = $2
      union all
      select c.code, c.name, child_unit_rollup(c, '2020-01-01', '2020-12-31') from unit u join child_unit c on c.parent_id = u.id where u.code = $2
      offset 0
    ) u`,
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
