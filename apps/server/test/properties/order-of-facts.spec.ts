import { expect, test } from 'vitest';
import { postFacts, type Fact } from '../../src/contexts/ledger/index.ts';
import { ask, found, insertAccount, insertRoot, plainSlices, startTestServer, type TestServer } from '../api/support.ts';
import { historiesInADatabase, nightly, round, share } from '../worlds/sizes.ts';
import { Draw } from '../worlds/draw.ts';

const figures = ['members', 'probationaryMembers', 'officialMembers', 'admitted', 'recognised', 'transferredIn', 'transferredOut', 'removed', 'expelled', 'left', 'deceased'];
const days = ['2021-12-31', '2022-06-15', '2022-12-31', '2024-12-31'];
const histories = nightly ? share(10_000) : 12;

/** The life of somebody in cells 0 to 3: facts that must follow each other. Those of different people need not. */
function lifeOf(draw: Draw): (Omit<Fact, 'unitId' | 'toUnitId'> & { at: number; to?: number })[] {
  const personId = draw.id();
  const slices = { ...plainSlices, gender: draw.pick(['F', 'M']), occupation: draw.pick(['WORKER', 'FARMER', 'UNKNOWN']) };
  const day = (year: number) => `${year}-${String(draw.int(1, 12)).padStart(2, '0')}-${String(draw.int(1, 28)).padStart(2, '0')}`;
  const at = draw.int(0, 3);
  const to = (at + draw.int(1, 3)) % 4;
  const life = [draw.chance(50) ? { kind: 'ADMITTED' as const, occurredOn: day(2021), at } : { kind: 'OPENING_OFFICIAL' as const, occurredOn: day(2021), at }];
  const rest = [
    ...(life[0]!.kind === 'ADMITTED' ? [{ kind: 'RECOGNISED' as const, occurredOn: day(2022), at }] : []),
    ...(draw.chance(50) ? [{ kind: 'TRANSFERRED' as const, occurredOn: day(2023), at, to }, { kind: draw.pick(['LEFT', 'DECEASED', 'EXPELLED', 'REMOVED'] as const), occurredOn: day(2024), at: to }] : []),
  ];
  return [...life, ...rest].map((fact) => ({ personId, slices, ...fact }));
}

/** The facts of all lives, each life's in its order, otherwise by chance. */
function mingled<T>(draw: Draw, lives: readonly (readonly T[])[]): T[] {
  const left = lives.map((life) => [...life]);
  const order: T[] = [];
  while (left.some((life) => life.length > 0)) order.push(draw.pick(left.filter((life) => life.length > 0)).shift()!);
  return order;
}

/** The answers of some units when the facts of some lives were recorded under a new root, in an order by chance. */
async function answersOf(on: TestServer, name: string, lives: readonly ReturnType<typeof lifeOf>[], draw: Draw): Promise<string> {
  const root = await insertRoot(on.owner, name);
  const board = await insertAccount(on.owner, `ban@${name}`, 'BOARD', root);
  const cells: string[] = [];
  for (const district of ['a', 'b']) {
    const parentId = await found(on, board.credential, { code: `${name}.${district}`, kind: 'DISTRICT_PARTY', parentId: root });
    for (const cell of ['1', '2']) cells.push(await found(on, board.credential, { code: `${name}.${district}.${cell}`, kind: 'GRASSROOTS_CELL', parentId }));
  }
  // The same lives under another root are other people.
  const people = new Map(lives.map((life) => [life[0]!.personId, draw.id()]));
  const facts = mingled(draw, lives).map(({ at, to, personId, ...fact }) => ({ ...fact, personId: people.get(personId)!, unitId: cells[at]!, ...(to === undefined ? {} : { toUnitId: cells[to]! }) }));
  while (facts.length > 0) {
    const some = facts.splice(0, draw.int(1, 6));
    for (const posted of await on.server.database.write(board.credential, async (transaction) => await postFacts(transaction, some))) expect(posted, JSON.stringify(some)).toHaveProperty('eventId');
    if (draw.chance(20)) await on.owner.query('select app.compact(3)');
  }
  const rollups = days.map((day, index) => `d${index}: rollup(period: "2021-01-01/${day}") { ${figures.map((figure) => `${figure} { value by(dimension: GENDER) { slices { key value } } }`).join(' ')} }`).join(' ');
  const data: unknown[] = [];
  for (const code of [name, `${name}.a`, `${name}.b`, `${name}.a.1`, `${name}.b.2`]) {
    const answer = await ask(on, `{ unit(code: "${code}") { ${rollups} } }`, {}, { secret: board.secret });
    expect(answer.errors).toEqual([]);
    data.push(answer.data);
  }
  return JSON.stringify(data);
}

test('figures come out the same in whatever order the facts of different people are recorded', { timeout: 1_800_000 }, async () => {
  for (let from = 0; from < histories; from += historiesInADatabase) {
    const on = await startTestServer();
    try {
      for (let index = 0; index < Math.min(historiesInADatabase, histories - from); index += 1) {
        const history = round * histories + from + index;
        // Without statistics of what has grown, the planner reads it whole for each question.
        if (index % 10 === 2) await on.owner.query('analyze');
        const draw = new Draw(800_000 + history);
        const lives = Array.from({ length: draw.int(2, nightly ? 5 : 10) }, () => lifeOf(draw));
        const answers: string[] = [];
        for (const turn of [1, 2]) answers.push(await answersOf(on, `tinh-${history}-${turn}`, lives, draw));
        expect(answers[0], `history ${history}`).toBe(answers[1]);
        expect(answers[0]).toMatch(/"value":[1-9]/);
      }
    } finally {
      await on.stop();
    }
  }
});
