import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, found, insertAccount, insertRoot, startTestServer, type TestAccount, type TestServer } from '../api/support.ts';
import { brokenInvariants, compareWithRecount, dimensions } from './recount.ts';
import { startWriter } from './writer-task.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly } from '../worlds/sizes.ts';

const milliseconds = Number(process.env['LOAD_SECONDS'] ?? (nightly ? 600 : 10)) * 1_000;

/** How long the recount at the end may take: of a night's hundred thousands of entries as long as they were written. */
const recountMilliseconds = Math.max(60_000, nightly ? milliseconds : 0);

const screenQuery = `{ unit(code: "tinh") {
  rollup(period: "2024") { probationaryMembers { value } officialMembers { value }
    members { value by(dimension: GENDER) { base } evidence(first: 1) { sum } trend(by: QUARTER) { value } } }
  children(first: 10) { nodes { rollup(period: "2024") { members { value } } } } } }`;

interface Screen {
  unit: {
    rollup: Record<'probationaryMembers' | 'officialMembers', { value: number }> & {
      members: { value: number; by: { base: number }; evidence: { sum: number }; trend: { value: number }[] };
    };
    children: { nodes: { rollup: { members: { value: number } } }[] };
  };
}

let on: TestServer;
let board: TestAccount;
const units: string[] = [];
const cells: string[] = [];

beforeAll(async () => {
  on = await startTestServer();
  const root = await insertRoot(on.owner, 'tinh');
  board = await insertAccount(on.owner, 'ban@tinh', 'BOARD', root);
  units.push(root);
  const make = async (code: string, kind: string, parentId: string) => {
    const id = await found(on, board.credential, { code, kind, parentId, foundedOn: '2010-01-01', areas: code.length % 2 ? ['URBAN', 'KEY_AREA'] : [] });
    units.push(id);
    return id;
  };
  for (const district of ['a', 'b']) {
    const upper = await make(district, 'DISTRICT_PARTY', root);
    cells.push(await make(`${district}.chi-bo`, 'GRASSROOTS_CELL', upper));
    const committee = await make(`${district}.xa`, 'COMMUNE_PARTY', upper);
    for (const cell of ['1', '22']) cells.push(await make(`${district}.xa.${cell}`, 'CELL', committee));
  }
});

afterAll(() => on.stop());

test('eight writers, a compactor and readers: every read equals a recount in the same snapshot', { timeout: milliseconds + recountMilliseconds }, async () => {
  const writer = startWriter({ databaseUrl: on.database.appUrl, credential: board.credential, unitIds: cells, writers: 8, milliseconds });
  await writer.says('writing');
  let running = true;
  void writer.ended.then(() => {
    running = false;
  });
  let compactions = 0;
  let folded = 0;
  const compactor = (async () => {
    while (running) {
      const { rows } = await on.server.database.pool.query<{ folded: number }>('select app.compact($1) as folded', [1 + Math.floor(Math.random() * 400)]);
      folded += rows[0]!.folded;
      if (rows[0]!.folded > 0) compactions += 1;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  })();
  let compared = 0;
  let seenPending = 0;
  const wrong: string[] = [];
  const draw = new Draw(20240630);
  // All at once; at night one at a time, for what ten minutes leave outlasts a reader's ten seconds.
  const some = <T>(of: readonly T[]) => (nightly ? [draw.pick(of)] : of);
  const reader = async () => {
    while (running) {
      const result = await compareWithRecount(on.server.database, board.credential, {
        // A few at a time: a recount of everything would outlast a reader's transaction once there are many entries.
        unitIds: [units[0]!, ...draw.some(units.slice(1), 30)],
        days: [draw.pick(['2023-06-17', '2024-12-31', '2030-01-01'])],
        dimensions: some(['GENDER', 'ETHNIC_MINORITY', 'AREA']),
        measures: some(['PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS', 'ADMITTED', 'TRANSFERRED_IN', 'TRANSFERRED_OUT', 'LEFT']),
      });
      compared += result.compared;
      seenPending += result.pending > 0 ? 1 : 0;
      wrong.push(...result.wrong);
    }
  };
  // A screen: one document with the same number by five ways. All of one answer is one snapshot, whatever is written meanwhile.
  let screens = 0;
  const screen = async () => {
    while (running) {
      const { unit } = await dataOf<Screen>(on, board.secret, screenQuery);
      const { members } = unit.rollup;
      const ways = [
        unit.rollup.probationaryMembers.value + unit.rollup.officialMembers.value,
        members.by.base,
        members.evidence.sum,
        members.trend.at(-1)?.value,
        unit.children.nodes.reduce((sum, child) => sum + child.rollup.members.value, 0),
      ];
      if (ways.some((value) => value !== members.value)) wrong.push(`a screen says ${members.value} and ${ways.join(', ')}`);
      screens += 1;
    }
  };
  await Promise.all([compactor, reader(), reader(), screen()]);
  const [acknowledged, undone] = [writer.lines('ack').length, writer.lines('undone').length];
  console.log(`  ${acknowledged} events, ${undone} roll-backs, ${compactions} compactions of ${folded} entries, ${compared} sums compared, ${wrong.length} wrong`);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(writer.lines('failed')).toEqual([]);
  expect(writer.lines('refused')).toEqual([]);
  expect(writer.errors()).toBe('');
  expect(screens).toBeGreaterThan(20);
  expect(acknowledged).toBeGreaterThan(100);
  expect(undone).toBeGreaterThan(10);
  expect(compactions).toBeGreaterThan(5);
  expect(seenPending).toBeGreaterThan(0);

  const { rows } = await on.owner.query<{ events: number }>(`select count(distinct event_id)::int as events from entry where subject_kind = 'PERSON'`);
  expect(rows[0]?.events).toBe(acknowledged);
  expect(await brokenInvariants(on.owner)).toEqual([]);
  await on.owner.query('select app.compact(2147483647)');
  for (const unit of units) {
    for (const dimension of dimensions) {
      expect((await compareWithRecount(on.server.database, board.credential, { unitIds: [unit], days: ['2024-05-15', '2030-01-01'], dimensions: [dimension] })).wrong).toEqual([]);
    }
  }
});
