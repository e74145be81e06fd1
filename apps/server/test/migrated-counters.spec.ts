import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryMeasures } from '../src/contexts/ledger/domain/measure.ts';
import { insertRoot } from './api/support.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';

let database: FreshDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('counters of one measure each become counters of all measures, nothing lost', async () => {
  const unitId = await insertRoot(owner, 'tinh');
  const migration = await readFile(join(import.meta.dirname, '..', 'db', 'migrations', '0007_a_counter_holds_all_measures.sql'), 'utf8');
  await owner.query('begin');
  try {
    await owner.query(`drop table counter cascade; create table counter (unit_id uuid, position bigint, measure text, grain text, starts_on date, value integer)`);
    await owner.query(
      `insert into counter select id, lo, m.measure, g.grain, date '2020-01-01', m.ordinal * case g.grain when 'YEAR' then 10 else -1 end
       from unit, unnest($1::text[]) with ordinality as m (measure, ordinal), (values ('YEAR'), ('MONTH')) as g (grain) where id = $2`,
      [[...entryMeasures], unitId],
    );
    await owner.query(migration);
    const { rows } = await owner.query<Record<string, number | string>>(`select * from counter where unit_id = $1 and grain = any ('{YEAR,MONTH}')`, [unitId]);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      entryMeasures.forEach((measure, index) => {
        expect(row[measure.toLowerCase()], measure).toBe((index + 1) * (row['grain'] === 'YEAR' ? 10 : -1));
      });
    }
  } finally {
    await owner.query('rollback');
  }
});
