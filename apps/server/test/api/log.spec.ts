import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWith, province, type OpenWorld } from '../world.ts';

/* What the server writes down of its own accord: that something went wrong, for whom to look, and nothing that was said or is kept. */

const root = province('tinh').account('board@tinh', 'BOARD');
const lines: string[] = [];

let world: OpenWorld;
beforeAll(async () => {
  world = await openWith({ logger: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }) }, root);
});
afterAll(async () => {
  await world.close();
});

test('nothing is written down of a request that is answered, refused, or not to be read', async () => {
  await world.ask('board@tinh', '{ units(first: 5, filter: { search: "Bế Thị Mật" }) { totalCount } }');
  await world.ask('board@tinh', '{ unit(code: "Bế Thị Mật") { id } }');
  await world.ask('board@tinh', '{ people(first: 5, filter: { search: "Bế Thị Mật" }, orderBy: NOTHING_OF_THE_SORT) { totalCount } }');
  await world.ask(null, 'mutation { signIn(input: { account: "board@tinh", password: "Bế Thị Mật" }) { __typename } }');
  expect(lines).toEqual([]);
});

test('of a defect its kind, its request and its place are written down, and neither what was asked nor what is kept', async () => {
  await world.owner.query('alter table person rename column full_name to another');
  const { body, errors } = await world.ask('board@tinh', 'query Sought($words: String) { people(first: 5, filter: { search: $words }) { nodes { fullName } } }', { words: 'Bế Thị Mật' });
  await world.owner.query('alter table person rename column another to full_name');
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0]!) as Record<string, unknown>;
  expect(line).toMatchObject({ operation: 'Sought', code: '42703', requestId: (errors[0]!.extensions as { requestId?: string }).requestId });
  for (const told of [lines[0]!, body]) expect(told).not.toMatch(/Mật|full_name|select |board@tinh/i);
});
