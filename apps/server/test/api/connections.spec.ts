import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities } from '../../src/contexts/access/index.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { freshDatabase, type FreshDatabase } from '../database.ts';

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities, readers: 4 });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

test('whoever reads next does not wait behind what an ended read still asks', async () => {
  const first = await database.read('');
  const abandoned = first.query('select pg_sleep(2)');
  const begun = performance.now();
  first.end();
  const next = await database.read('');
  await next.query('select 1');
  next.end();
  expect(performance.now() - begun).toBeLessThan(1_000);
  await abandoned;
});

test('nothing can be asked of a read that has ended', async () => {
  const read = await database.read('');
  await read.query('select 1');
  read.end();
  await expect(read.query('select 1')).rejects.toThrow('the snapshot has ended');
});

test('a connection that was lost in a read is not given to the next', async () => {
  const read = await database.read('');
  await expect(read.query('select pg_terminate_backend(pg_backend_pid())')).rejects.toThrow(/terminat/);
  read.end();
  const next = await database.read('');
  expect(await next.query('select 1 as one')).toEqual([{ one: 1 }]);
  next.end();
});
