import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities } from '../../src/contexts/access/index.ts';
import { acceptTransfer, claimTransfer } from '../../src/contexts/people/application/accept-transfer.ts';
import { cancelTransfer } from '../../src/contexts/people/application/close-transfer.ts';
import { issueTransfer } from '../../src/contexts/people/application/issue-transfer.ts';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import type { RequestContext } from '../../src/platform/request-context.ts';
import { dataOf, fact, found, insertAccount, insertRoot, startTestServer, type TestAccount, type TestServer } from '../api/support.ts';
import { postFacts } from '../../src/contexts/ledger/index.ts';
import { plusDays } from '../worlds/days.ts';
import { nightly } from '../worlds/sizes.ts';
import { brokenInvariants, compareWithRecount } from './recount.ts';

const milliseconds = Number(process.env['LOAD_SECONDS'] ?? (nightly ? 600 : 20)) * 1_000;
const movers = 16;
const readers = 4;
const members = 200;

let on: TestServer;
let database: Database;
let staff: TestAccount;
let board: TestAccount;
const units: string[] = [];
const cells: string[] = [];
const codes: string[] = [];
const people: string[] = [];

beforeAll(async () => {
  on = await startTestServer();
  const root = await insertRoot(on.owner, 'tinh');
  [board, staff] = [await insertAccount(on.owner, 'ban@tinh', 'BOARD', root), await insertAccount(on.owner, 'van-phong@tinh', 'STAFF', root)];
  units.push(root);
  const make = async (code: string, kind: string, parentId: string) => {
    const id = await found(on, board.credential, { code, kind, parentId, foundedOn: '2010-01-01', areas: code.length % 2 ? ['URBAN', 'KEY_AREA'] : [] });
    units.push(id);
    if (kind.endsWith('CELL')) {
      cells.push(id);
      codes.push(code);
    }
    return id;
  };
  for (const district of ['a', 'b', 'c']) {
    const upper = await make(district, 'DISTRICT_PARTY', root);
    await make(`${district}.chi-bo`, 'GRASSROOTS_CELL', upper);
    const committee = await make(`${district}.xa`, 'COMMUNE_PARTY', upper);
    for (const cell of ['1', '22']) await make(`${district}.xa.${cell}`, 'CELL', committee);
  }
  for (let index = 0; index < members; index += 1) people.push(randomUUID());
  const facts = people.map((person, index) => fact('OPENING_OFFICIAL', person, cells[index % cells.length]!, '2020-01-01'));
  await on.server.database.write(board.credential, async (transaction) => await postFacts(transaction, facts));
  await on.owner.query(
    `insert into person (id, unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state)
     select distinct e.subject_id, u.id, u.lo, 'Lò Thị Mẩy', date '1990-01-01', 'F', 'NO', 'WORKER', 'NOT_APPLICABLE', 'UPPER_SECONDARY', 'OFFICIAL' from entry e join unit u on u.id = e.unit_id where e.subject_kind = 'PERSON'`,
  );
  database = await openDatabase({ url: on.database.appUrl, entities, readers: 2, writers: movers });
}, 120_000);
afterAll(async () => {
  await database.close();
  await on.stop();
});

/** What the use cases need of a request. */
function request(): RequestContext {
  return { requestId: randomUUID(), network: '', database, now: () => new Date(), credential: staff.credential, renew: async () => await Promise.resolve() } as unknown as RequestContext;
}

const pick = <T>(from: readonly T[]): T => from[randomInt(from.length)]!;

/** Sends somebody somewhere; letters are addressed or claimed by their code, and some are left open for another mover to find. */
async function move(person: string, day: string): Promise<string> {
  const to = pick(cells);
  const isAddressed = randomInt(2) === 0;
  const letter = { personId: person, kind: 'OFFICIAL' as const, isAddressed, toUnitId: isAddressed ? to : null, destination: 'Nơi khác', isUnderOneUpper: false, letterNumber: '1', on: day, movedOn: null, until: null, isStudy: false, idempotencyKey: randomUUID() };
  const issued = await issueTransfer(request(), letter);
  if ('refused' in issued) return issued.refused.code;
  const accepted = issued.claimCode === null
    ? await acceptTransfer(request(), { transferId: issued.transferId, on: day, expectedVersion: 1 })
    : await claimTransfer(request(), { code: issued.claimCode, unitId: to, on: day });
  if (!('refused' in accepted)) return 'moved';
  // Whom no unit can receive stays where they are, and the letter is taken back.
  const cancelled = await cancelTransfer(request(), { transferId: issued.transferId, expectedVersion: 1, reason: 'Chưa tiếp nhận được' });
  if ('refused' in cancelled) throw new Error(cancelled.refused.code);
  return accepted.refused.code;
}

/** A person is in one unit's count at the end of each day since the opening, and in none twice. */
const inTwoOrNone = `select subject_id from (
    select subject_id, occurred_on, sum(sum(delta)) over (partition by subject_id order by occurred_on) as standing
    from entry where subject_kind = 'PERSON' and measure = 'OFFICIAL_MEMBERS' group by 1, 2) whole where standing <> 1
  union all select subject_id from (
    select subject_id, unit_id, occurred_on, sum(sum(delta)) over (partition by subject_id, unit_id order by occurred_on) as standing
    from entry where subject_kind = 'PERSON' and measure = 'OFFICIAL_MEMBERS' group by 1, 2, 3) each where standing not in (0, 1)`;

test('sixteen movers send people from cell to cell; whoever sums the province meanwhile always finds all of them', { timeout: milliseconds + 120_000 }, async () => {
  const began = Date.now();
  const until = began + milliseconds;
  const outcomes = new Map<string, number>();
  const mover = async () => {
    while (Date.now() < until) {
      // Days go on with the run, and not in order: some letters are dated before what has already happened to the person.
      const day = plusDays('2020-01-02', Math.floor(((Date.now() - began) / milliseconds) * 2_000) + randomInt(20));
      const outcome = await move(pick(people), day);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  };
  let running = true;
  const compactor = (async () => {
    while (running) {
      await on.server.database.pool.query('select app.compact($1)', [1 + randomInt(400)]);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  })();
  let reads = 0;
  const wrong: string[] = [];
  const reader = async () => {
    while (running) {
      const day = plusDays('2020-01-01', randomInt(2_100));
      const of = `rollup(period: "${day}/${day}") { members { value } transferredIn { value } transferredOut { value } }`;
      type Unit = { rollup: Record<'members' | 'transferredIn' | 'transferredOut', { value: number }> };
      const data = await dataOf<Record<string, Unit> & { whole: Unit & { children: { nodes: Unit[] } } }>(on, board.secret,
        `{ whole: unit(code: "tinh") { ${of} children(first: 10) { nodes { ${of} } } } ${codes.map((code, index) => `c${index}: unit(code: "${code}") { ${of} }`).join(' ')} }`);
      const { whole, ...each } = data;
      const sums = [whole.rollup.members.value, ...[whole.children.nodes, Object.values(each)].map((level) => level.reduce((sum, unit) => sum + unit.rollup.members.value, 0))];
      if (sums.some((sum) => sum !== members)) wrong.push(`${day}: ${sums.join(', ')}`);
      // Inside the province nobody came and nobody left; among its cells who leaves one reaches another.
      const [arrived, left] = [Object.values(each).reduce((sum, unit) => sum + unit.rollup.transferredIn.value, 0), Object.values(each).reduce((sum, unit) => sum + unit.rollup.transferredOut.value, 0)];
      if (arrived !== left || whole.rollup.transferredIn.value + whole.rollup.transferredOut.value !== 0) wrong.push(`${day}: ${arrived} arrived and ${left} left`);
      reads += 1;
    }
  };
  const watching = [compactor, ...Array.from({ length: readers }, reader)];
  await Promise.all(Array.from({ length: movers }, mover)).finally(() => {
    running = false;
  });
  await Promise.all(watching);
  console.log(`  ${outcomes.get('moved') ?? 0} transfers, ${reads} sums of the province, ${wrong.length} wrong; refused: ${JSON.stringify(Object.fromEntries([...outcomes].filter(([name]) => name !== 'moved')))}`);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(outcomes.get('moved')).toBeGreaterThan(20);
  expect(reads).toBeGreaterThan(10);
  expect([...outcomes.keys()].filter((name) => !['moved', 'SAME_UNIT', 'LETTER_OPEN', 'DATE_BEFORE_LAST_STEP'].includes(name))).toEqual([]);

  expect((await on.owner.query(inTwoOrNone)).rowCount).toBe(0);
  expect(await brokenInvariants(on.owner)).toEqual([]);
  const { rows } = await on.owner.query<{ strays: string }>(`select count(*) as strays from person p where not exists (
    select from entry e where e.subject_id = p.id and e.unit_id = p.unit_id and e.measure = 'OFFICIAL_MEMBERS' group by e.unit_id having sum(e.delta) = 1)`);
  expect(Number(rows[0]?.strays)).toBe(0);
  await on.owner.query('select app.compact(2147483647)');
  for (const unit of units) expect((await compareWithRecount(on.server.database, board.credential, { unitIds: [unit], days: ['2023-05-15', '2030-01-01'] })).wrong).toEqual([]);
});
