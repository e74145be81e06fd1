import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nightly } from '../worlds/sizes.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, type Worlds } from '../worlds/shared-worlds.ts';
import { knowledgeOf, type Knowledge } from './judge.ts';
import { Oracle } from './oracle.ts';
import { roles } from '../worlds/world-model.ts';
import { touchedBy } from './touched-by.ts';

/*
 * Every table that the application's role may write, found in the catalogue: rows that stand outside the scope, or are another account's, are
 * written again under that role, plainly and over themselves, and changed. The database refuses each, whatever the row holds.
 */

interface Written {
  readonly name: string;
  /** Columns that may be given where a row is inserted, and that may be changed. */
  readonly given: readonly string[];
  readonly changed: readonly string[];
  /** The constraint by which a row may be written over itself; null where it keeps periods apart, which cannot be. */
  readonly key: string | null;
  /** The column that says where a row stands, or else whose it is. */
  readonly place: string;
}

let shared: Worlds;
let app: pg.Client;
let tables: readonly Written[];

beforeAll(async () => {
  shared = await openWorlds();
  // Of these a world has none.
  await shared.owner.query(`insert into idempotency_key (account_id, key, input_hash, result_id) select id, 'used-already', sha256(''), id from account`);
  await shared.owner.query(`insert into sensitive_unlock (account_id, grant_id, person_id, position, reason)
    select g.account_id, g.id, p.id, p.position, 'REPORTING' from access_grant g join unit u on u.id = g.unit_id cross join lateral (select id, position from person where position between u.lo and u.hi limit 1) p`);
  app = new pg.Client(shared.database.appUrl);
  await app.connect();
  const { rows } = await shared.owner.query<Written>(
    `select c.relname as name, (select k.conname from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u') and not k.conperiod order by k.contype limit 1) as key,
       array_agg(a.attname::text order by a.attnum) filter (where has_column_privilege($1, c.oid, a.attnum, 'INSERT')) as given,
       coalesce(array_agg(a.attname::text order by a.attnum) filter (where has_column_privilege($1, c.oid, a.attnum, 'UPDATE')), '{}') as changed,
       (array_agg(a.attname::text order by array_position(array['position_now', 'from_position', 'lo', 'position', 'account_id'], a.attname::text)) filter (where a.attname in ('position_now', 'from_position', 'lo', 'position', 'account_id')))[1] as place
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'sign_in_attempt'
     group by c.oid, c.relname having bool_or(has_column_privilege($1, c.oid, a.attnum, 'INSERT')) order by 1`,
    [decodeURIComponent(new URL(shared.database.appUrl).username)],
  );
  tables = rows;
}, openingMilliseconds);
afterAll(async () => {
  await app.end();
  await shared.drop();
});

const touched = async (sql: string, values: readonly unknown[] = []) => await touchedBy(app, sql, values);

/** What comes of writing a row again and of changing it. */
async function attempts({ name, given, changed, key }: Written, row: { readonly row: string; readonly at: string }): Promise<{ readonly written: readonly (number | string)[]; readonly updated: readonly (number | string)[] }> {
  const insert = `insert into ${name} (${given.join(', ')}) select ${given.join(', ')} from jsonb_populate_record(null::${name}, $1)`;
  const [first] = given;
  const written = [await touched(insert, [row.row]), await touched(`${insert} on conflict do nothing`, [row.row])];
  if (key !== null) written.push(await touched(`${insert} on conflict on constraint ${key} do update set ${changed[0] ?? first} = excluded.${changed[0] ?? first}`, [row.row]));
  const updated = [];
  for (const column of changed) updated.push(await touched(`update ${name} set ${column} = ${column} where ctid = $1`, [row.at]));
  return { written, updated };
}

/** Some rows of a table that a reader sees, or that they do not see. */
async function rowsAt({ name, place }: Written, reader: Knowledge, where: 'inside' | 'outside'): Promise<{ row: string; at: string }[]> {
  const { account, oracle: { world }, scope } = reader;
  const isOwned = place === 'account_id';
  const is = isOwned ? `account_id = '${account.id}'` : `${place} between (select lo from unit where id = '${world.units[scope]!.id}') and (select hi from unit where id = '${world.units[scope]!.id}')`;
  const { rows } = await shared.owner.query<{ row: string; at: string }>(`select to_jsonb(t)::text as row, ctid::text as at from ${name} t where ${where === 'inside' ? is : `not (${is})`} limit 2`);
  return rows;
}

/** Of each role some who have something beside them: a few worlds hold them all. */
function someReaders(ofEach: number): Knowledge[] {
  const all = shared.worlds.slice(0, 10 * ofEach).flatMap((world) => world.accounts.map((account) => knowledgeOf(new Oracle(world), account)));
  return roles.flatMap((role) => all.filter((reader) => reader.role === role).toSorted((a, b) => Number(b.scope !== 0) - Number(a.scope !== 0)).slice(0, ofEach));
}

test('no row of elsewhere is written again, over itself or changed, in any table that may be written', { timeout: propertyMilliseconds }, async () => {
  expect(tables.length).toBeGreaterThan(30);
  const [wrong, tried, allowed] = [[] as string[], new Set<string>(), new Set<string>()];
  for (const reader of someReaders(nightly ? 12 : 1)) {
    await app.query('begin');
    await app.query('select app.enter($1)', [credentialOf(secretOf(reader.account.name))]);
    for (const table of tables) {
      for (const row of await rowsAt(table, reader, 'outside')) {
        const { written, updated } = await attempts(table, row);
        tried.add(table.name);
        const isRefused = written.every((result) => result === '42501') && updated.every((result) => result === '42501' || result === 0);
        if (!isRefused) wrong.push(`world ${reader.oracle.world.seed}, ${reader.account.name}, ${reader.role}: ${table.name} ${written.join(' ')} | ${updated.join(' ')}: ${row.row}`);
      }
      for (const row of await rowsAt(table, reader, 'inside')) {
        const { written, updated } = await attempts(table, row);
        if (written.some((result) => result !== '42501') || updated.some((result) => typeof result === 'number' && result > 0)) allowed.add(table.name);
      }
    }
    await app.query('rollback');
  }
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(tables.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  // Refusals alone would prove nothing: rows of the scope go further, if only to find that they are there.
  expect(allowed.size).toBeGreaterThan(20);
});
