import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from './database.ts';
import { Draw } from './worlds/draw.ts';

/** What the sort key is, said as a pattern: the last word, the first, what lies between. */
const pattern = String.raw`regexp_replace(btrim(normalize(name, NFC)), '^(\S+)\s+(?:(.*)\s+)?(\S+)$', '\3 \1 \2')`;

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

test('whatever spaces a name holds, its sort key is the one of the pattern', async () => {
  const draw = new Draw(1);
  const pieces = ['A', 'ế', 'Đ', 'e\u0302\u0301', ' ', ' ', ' ', '\t', '\n', '\u00A0', '\u2003', '\u200B', '\u001C', '%'];
  const names = Array.from({ length: 4_000 }, () => Array.from({ length: draw.int(1, 12) }, () => draw.pick(pieces)).join(''));
  names.push('', ' ', 'Nguyễn', 'Nguyễn An', 'Nguyễn Thị An', ' Nguyễn  Thị  An ');
  const { rows } = await owner.query<{ name: string; key: string; expected: string }>(`select name, app.name_sort_key(name) as key, ${pattern} as expected from unnest($1::text[]) as name`, [names]);
  expect(rows).toHaveLength(names.length);
  expect(rows.filter(({ key, expected }) => key !== expected)).toEqual([]);
  expect(rows.filter(({ name, key }) => name !== key).length).toBeGreaterThan(1_000);
});
