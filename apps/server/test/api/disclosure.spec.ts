import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endedBefore, insertRows, livesOf, random, type Row } from './disclosure-lives.ts';
import { Knowledge } from './disclosure-solver.ts';
import { moveUnit } from '../../src/contexts/ledger/index.ts';
import { dataOf, found, insertAccount, insertRoot, startTestServer, type TestAccount, type TestServer } from './support.ts';
import { nightly } from '../worlds/sizes.ts';

const trees = Number(process.env['DISCLOSURE_TREES'] ?? (nightly ? 40 : 3));
const years = ['2023', '2024'] as const;
const periods = ['2022', ...years.flatMap((year) => [year, `${year}-Q1`, `${year}-Q2`, `${year}-Q3`, `${year}-Q4`])];
const dimensions = ['ETHNIC_MINORITY', 'RELIGION'] as const;
const keys = ['YES', 'NO', 'UNKNOWN'] as const;
const broken = ['members', 'admitted', 'recognised'] as const;
const exits = ['removed', 'expelled'] as const;
const open = ['probationaryMembers', 'officialMembers', 'left'] as const;
const heldBack = ['transferredIn', 'transferredOut', 'deceased'] as const;

interface Shown {
  value: number | null;
  hidden: boolean;
}
interface Figure extends Shown {
  ETHNIC_MINORITY: { base: number; slices: (Shown & { key: string; share: number | null })[] };
  RELIGION: Figure['ETHNIC_MINORITY'];
  trend: Shown[];
}
type Rollup = Record<string, Figure> & { admissionRate: { numerator: number; denominator: number; hidden: boolean } };

interface Unit {
  readonly id: string;
  readonly code: string;
  readonly parent: number | null;
}
/** A cell that one district gives to another in the middle of a year. */
interface Moved {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
}
interface Tree {
  readonly units: Unit[];
  readonly moved: Moved | null;
  readonly observer: TestAccount;
  readonly board: TestAccount;
}

let on: TestServer;
const planted: Tree[] = [];
const movedOn = '2024-05-15';

/** A tree with some lives; where one moves, its first cell goes from the first district to the last. */
async function plant(index: number, moves: boolean): Promise<Tree> {
  const code = `tinh-${index}`;
  const root = await insertRoot(on.owner, code);
  const board = await insertAccount(on.owner, `ban@${code}`, 'BOARD', root);
  const units: Unit[] = [{ id: root, code, parent: null }];
  const rows: Row[] = [];
  for (let district = 0; district < 2 + random(3); district += 1) {
    const parent = units.length;
    const districtCode = `${code}.${district}`;
    units.push({ id: await found(on, board.credential, { code: districtCode, kind: 'DISTRICT_PARTY', parentId: root }), code: districtCode, parent: 0 });
    for (let cell = 0; cell < 1 + random(4); cell += 1) {
      const cellCode = `${districtCode}.${cell}`;
      const id = await found(on, board.credential, { code: cellCode, kind: 'GRASSROOTS_CELL', parentId: units[parent]!.id });
      units.push({ id, code: cellCode, parent });
      const lives = livesOf(id, [0, 3, 8, 30, 80][random(5)]!);
      rows.push(...(moves && units.length === 3 ? endedBefore(lives, movedOn) : lives));
    }
  }
  await insertRows(on.owner, rows);
  const moved = moves ? { unit: 2, from: 1, to: units.findLastIndex((unit) => unit.parent === 0) } : null;
  if (moved) {
    const change = { unitId: units[moved.unit]!.id, newParentId: units[moved.to]!.id, on: movedOn };
    expect(await on.server.database.write(board.credential, async (transaction) => await moveUnit(transaction, change))).toEqual({});
  }
  return { units, moved, board, observer: await insertAccount(on.owner, `quan-sat@${code}`, 'OBSERVER', root) };
}

beforeAll(async () => {
  on = await startTestServer();
  const withMove = (index: number) => index % 3 !== 0;
  const compacted = Math.ceil((2 * trees) / 3);
  for (let index = 0; index < compacted; index += 1) planted.push(await plant(index, withMove(index)));
  await on.owner.query('select app.compact(2147483647)');
  // Of the others, nothing is in any counter when it is asked for.
  for (let index = compacted; index < trees; index += 1) planted.push(await plant(index, withMove(index)));
  await on.owner.query('analyze');
}, 120_000);

afterAll(() => on.stop());

const slices = dimensions.map((dimension) => `${dimension}: by(dimension: ${dimension}) { base slices { key value share hidden } }`).join(' ');
const asked = (trend: string) => [
  ...broken.map((figure) => `${figure} { value hidden ${slices} ${trend} }`),
  ...[...exits, ...open, ...heldBack].map((figure) => `${figure} { value hidden ${trend} }`),
  'admissionRate(base: AVERAGE_STOCK) { numerator denominator hidden }',
].join(' ');

/** All that somebody can ask of a unit, by period. */
async function answersFor(secret: string, code: string): Promise<Map<string, Rollup>> {
  const answers = new Map<string, Rollup>();
  for (const some of [periods.slice(0, 5), periods.slice(5, 10), periods.slice(10)]) {
    const selection = some.map((period) => `p${period.replace('-', '_')}: rollup(period: "${period}") { ${asked(period.includes('Q') ? '' : 'trend(by: QUARTER) { value hidden }')} }`);
    const { unit } = await dataOf<{ unit: Record<string, Rollup> }>(on, secret, `query ($code: String!) { unit(code: $code) { ${selection.join(' ')} } }`, { code });
    for (const period of some) answers.set(period, unit[`p${period.replace('-', '_')}`]!);
  }
  return answers;
}

type Answers = ReadonlyMap<string, Rollup>[];

/** Of a period: whether it ends before the move, begins after it, or has it in it. */
function sideOf(period: string): 'BEFORE' | 'AFTER' | 'BOTH' {
  if (period === '2024' || period === '2024-Q2') return 'BOTH';
  return period > '2024-Q2' ? 'AFTER' : 'BEFORE';
}

/** What a unit's figure of a period is the sum of: those of its children, of a moved one the share of its time there. */
function summandsOf({ units, moved }: Tree, parent: number, period: string, figure: string, part: string): string[] {
  return units.flatMap((unit, child) => {
    const name = `${child} ${period} ${part}`;
    if (child !== moved?.unit) return unit.parent === parent ? [name] : [];
    if (parent !== moved.from && parent !== moved.to) return [];
    const side = sideOf(period);
    // A stock is where it stands at the end of the period.
    if (side === 'BOTH' && figure !== 'members') return [`${name} ${parent === moved.from ? 'before' : 'after'}`];
    return (parent === moved.from) === (side === 'BEFORE') ? [name] : [];
  });
}

/**
 * All that the answers say of one breakdown or one exit, with what anybody knows: parents are the sum of their children, a year of
 * its quarters, a whole of its slices. Opening and closing stocks add nothing as long as transfers and deaths are hidden: they are the slack.
 */
function knowledgeOf(tree: Tree, shown: Answers, truth: Answers, figure: string, dimension: (typeof dimensions)[number] | null): { knowledge: Knowledge; hidden: Map<string, number> } {
  const knowledge = new Knowledge();
  const hidden = new Map<string, number>();
  const parts = dimension ? keys : (['ALL'] as const);
  const cells = (answer: Rollup): Shown[] => (dimension ? keys.map((key) => answer[figure]![dimension].slices.find((slice) => slice.key === key)!) : [answer[figure]!]);
  tree.units.forEach((_, unit) => {
    for (const period of periods) {
      const names = parts.map((part) => `${unit} ${period} ${part}`);
      knowledge.mention(names);
      const [told, real] = [cells(shown[unit]!.get(period)!), cells(truth[unit]!.get(period)!)];
      names.forEach((name, index) => {
        const { value } = told[index]!;
        if (value !== null) knowledge.sumIs([name], value);
        else hidden.set(name, real[index]!.value!);
      });
      if (dimension) knowledge.sumIs(names, shown[unit]!.get(period)![figure]![dimension].base);
      // A district whose only cell has moved away is one as well: the sum of nothing.
      const isParent = tree.units.some((other) => other.parent === unit) || unit === tree.moved?.to;
      if (isParent) parts.forEach((part, index) => knowledge.define(names[index]!, summandsOf(tree, unit, period, figure, part)));
    }
    if (figure === 'members') return;
    if (unit === tree.moved?.unit) {
      for (const part of parts) {
        for (const period of ['2024', '2024-Q2']) knowledge.define(`${unit} ${period} ${part}`, [`${unit} ${period} ${part} before`, `${unit} ${period} ${part} after`]);
        knowledge.define(`${unit} 2024 ${part} before`, [`${unit} 2024-Q1 ${part}`, `${unit} 2024-Q2 ${part} before`]);
      }
    }
    for (const year of years) for (const part of parts) knowledge.define(`${unit} ${year} ${part}`, [1, 2, 3, 4].map((quarter) => `${unit} ${year}-Q${quarter} ${part}`));
  });
  return { knowledge, hidden };
}

/** Whether a value is one of a district after its only cell has moved away. */
function isEmptied({ units, moved }: Tree, name: string): boolean {
  const [unit, period] = name.split(' ');
  return moved !== null && Number(unit) === moved.from && sideOf(period!) === 'AFTER' && !units.some((other, index) => other.parent === moved.from && index !== moved.unit);
}

/** What is behind the hidden values does not change. */
const truths = new Map<Tree, Answers>();

async function pinnedIn(tree: Tree): Promise<{ pinned: string[]; hidden: number }> {
  const all = async ({ secret }: TestAccount): Promise<Answers> => {
    const answers = [];
    for (const unit of tree.units) answers.push(await answersFor(secret, unit.code));
    return answers;
  };
  const [shown, truth] = [await all(tree.observer), truths.get(tree) ?? (await all(tree.board))];
  truths.set(tree, truth);
  const pinned: string[] = [];
  let count = 0;
  for (const [figure, dimension] of [...exits.map((exit) => [exit, null] as const), ...broken.flatMap((measure) => dimensions.map((dimension) => [measure, dimension] as const))]) {
    const { knowledge, hidden } = knowledgeOf(tree, shown, truth, figure, dimension);
    count += hidden.size;
    // Of a unit that nobody is in any more there is nothing to hide.
    for (const name of hidden.keys()) if (isEmptied(tree, name)) hidden.delete(name);
    pinned.push(...(await knowledge.pinned(hidden)).map((name) => `${figure} ${dimension ?? ''} ${name} = ${hidden.get(name)}`));
  }
  examineShown(tree, shown, truth);
  return { pinned, hidden: count };
}

/** What is shown is true and large, whatever the way it is asked. */
function examineShown(tree: Tree, shown: Answers, truth: Answers): void {
  tree.units.forEach((_, unit) => {
    for (const [period, answer] of shown[unit]!) {
      const real = truth[unit]!.get(period)!;
      for (const figure of heldBack) expect(answer[figure]).toMatchObject({ value: null, hidden: true });
      expect(answer.admissionRate).toEqual(real.admissionRate);
      for (const figure of [...broken, ...exits, ...open]) {
        const told = answer[figure]!;
        expect(told.hidden).toBe(told.value === null);
        if (told.value !== null) expect(told.value).toBe(real[figure]!.value);
        if (exits.some((exit) => exit === figure) && told.value !== null) expect(told.value).toBeGreaterThanOrEqual(5);
        if (!exits.some((exit) => exit === figure)) expect(told.value).not.toBeNull();
        // A step of a trend shows what the same period shows by itself.
        told.trend?.forEach((step, quarter) => {
          if (period !== '2022') expect(step).toEqual({ value: shown[unit]!.get(`${period}-Q${quarter + 1}`)![figure]!.value, hidden: shown[unit]!.get(`${period}-Q${quarter + 1}`)![figure]!.hidden });
        });
      }
      for (const figure of broken) {
        for (const dimension of dimensions) {
          const { base, slices: given } = answer[figure]![dimension];
          for (const slice of given) {
            expect(slice.hidden).toBe(slice.value === null);
            if (slice.value === null) expect(slice.share).toBeNull();
            else if (base !== 0) {
              expect(slice.value).toBeGreaterThanOrEqual(5);
              expect(slice.value).toBe(real[figure]![dimension].slices.find((known) => known.key === slice.key)!.value);
            }
          }
        }
      }
    }
  });
}

test('all that an observer can ask pins no hidden value', { timeout: nightly ? 1_800_000 : 300_000 }, async () => {
  let hidden = 0;
  const pinned: string[] = [];
  for (const [index, tree] of planted.entries()) {
    const result = await pinnedIn(tree);
    hidden += result.hidden;
    pinned.push(...result.pinned.map((name) => `tree ${index}: ${name}`));
  }
  console.log(`  ${trees} trees, ${planted.reduce((sum, tree) => sum + tree.units.length, 0)} units, ${hidden} hidden values, ${pinned.length} pinned`);
  expect(hidden).toBeGreaterThan(100);
  expect(pinned).toEqual([]);
});

test('opening and closing pin no exit of a whole tree, although nobody is transferred over its border', { timeout: 60_000 }, async () => {
  const root = await insertRoot(on.owner, 'khep');
  const board = await insertAccount(on.owner, 'ban@khep', 'BOARD', root);
  const observer = await insertAccount(on.owner, 'quan-sat@khep', 'OBSERVER', root);
  const district = await found(on, board.credential, { code: 'khep.1', kind: 'DISTRICT_PARTY', parentId: root });
  const unit = await found(on, board.credential, { code: 'khep.1.1', kind: 'GRASSROOTS_CELL', parentId: district });
  const ends = ['EXPELLED', ...Array<string>(7).fill('DECEASED'), ...Array<string>(12).fill('REMOVED'), ...Array<null>(40).fill(null)];
  await insertRows(on.owner, ends.flatMap((end, index) => {
    const person = { unit, subject: randomUUID(), ethnic: 'NO', religion: 'NO' };
    const came = { ...person, on: '2022-06-01', measure: 'OFFICIAL_MEMBERS', delta: 1, event: randomUUID() };
    const went = { ...person, on: `2023-0${1 + (index % 9)}-15`, event: randomUUID() };
    return end === null ? [came] : [came, { ...went, measure: end, delta: 1 }, { ...went, measure: 'OFFICIAL_MEMBERS', delta: -1 }];
  }));
  const shown = await answersFor(observer.secret, 'khep');
  const [before, year] = [shown.get('2022')!, shown.get('2023')!];
  expect([year['removed']!.value, year['expelled']!.hidden, year['deceased']!.hidden, year['left']!.value]).toEqual([12, true, true, 0]);
  const gone = before['members']!.value! + year['admitted']!.value! - year['members']!.value! - year['left']!.value!;
  const pinnedBy = async (deaths: number | null) => {
    const knowledge = new Knowledge();
    knowledge.sumIs(['removed', 'expelled', 'deceased'], gone);
    knowledge.sumIs(['removed'], year['removed']!.value!);
    if (deaths !== null) knowledge.sumIs(['deceased'], deaths);
    return await knowledge.pinned(new Map([['expelled', 1]]));
  };
  expect(await pinnedBy(null)).toEqual([]);
  expect(await pinnedBy(7)).toEqual(['expelled']);
});

test('what was published of a cell stays published when it moves', { timeout: 60_000 }, async () => {
  const root = await insertRoot(on.owner, 'chuyen');
  const board = await insertAccount(on.owner, 'ban@chuyen', 'BOARD', root);
  const observer = await insertAccount(on.owner, 'quan-sat@chuyen', 'OBSERVER', root);
  const below = async (code: string, kind: string, parentId: string) => await found(on, board.credential, { code, kind, parentId });
  const [from, to] = [await below('chuyen.1', 'DISTRICT_PARTY', root), await below('chuyen.2', 'DISTRICT_PARTY', root)];
  const cells = [await below('chuyen.1.1', 'GRASSROOTS_CELL', from), await below('chuyen.2.1', 'GRASSROOTS_CELL', to)];
  await insertRows(on.owner, cells.flatMap((unit) => Array.from({ length: 40 }, (_, index) => ({
    unit, on: '2022-06-01', measure: 'OFFICIAL_MEMBERS', delta: 1, subject: randomUUID(), event: randomUUID(), ethnic: 'NO', religion: index % 2 === 0 ? 'YES' : 'NO',
  }))));
  const shown = async (code: string) => {
    const answer = await dataOf<{ unit: { rollup: { members: { by: { slices: (Shown & { key: string })[] } } } } }>(
      on, observer.secret, 'query ($code: String!) { unit(code: $code) { rollup(period: "2023") { members { by(dimension: RELIGION) { slices { key value hidden } } } } } }', { code });
    return answer.unit.rollup.members.by.slices.find(({ key }) => key === 'YES')?.value;
  };
  expect([await shown('chuyen.1'), await shown('chuyen.1.1')]).toEqual([20, 20]);
  await on.server.database.write(board.credential, async (transaction) => await moveUnit(transaction, { unitId: cells[0]!, newParentId: to, on: movedOn }));
  expect([await shown('chuyen.1'), await shown('chuyen.1.1')]).toEqual([20, 20]);
});

test('a cell that moved in, and has done nothing since, hides nobody beside it', { timeout: 60_000 }, async () => {
  const root = await insertRoot(on.owner, 'den');
  const board = await insertAccount(on.owner, 'ban@den', 'BOARD', root);
  const observer = await insertAccount(on.owner, 'quan-sat@den', 'OBSERVER', root);
  const below = async (code: string, kind: string, parentId: string) => await found(on, board.credential, { code, kind, parentId });
  const districts = [await below('den.1', 'DISTRICT_PARTY', root), await below('den.2', 'DISTRICT_PARTY', root), await below('den.3', 'DISTRICT_PARTY', root)] as const;
  const [moving, few, many, other] = [
    await below('den.1.1', 'GRASSROOTS_CELL', districts[0]), await below('den.2.1', 'GRASSROOTS_CELL', districts[1]),
    await below('den.2.2', 'GRASSROOTS_CELL', districts[1]), await below('den.3.1', 'GRASSROOTS_CELL', districts[2]),
  ];
  const admitted = (unit: string, believers: number, others: number, months: number) => Array.from({ length: believers + others }, (_, index) => ({
    unit, on: `2024-${String(1 + 3 * (index % months)).padStart(2, '0')}-10`, measure: 'ADMITTED', delta: 1, subject: randomUUID(), event: randomUUID(), ethnic: 'NO', religion: index < believers ? 'YES' : 'NO',
  }));
  await insertRows(on.owner, [...admitted(moving, 2, 4, 1), ...admitted(few, 6, 6, 1), ...admitted(many, 9, 11, 4), ...admitted(other, 4, 9, 4)]);
  await on.server.database.write(board.credential, async (transaction) => await moveUnit(transaction, { unitId: moving, newParentId: districts[1], on: movedOn }));
  const shown = async (code: string) => (await answersFor(observer.secret, code)).get('2024')!['admitted']!.RELIGION.slices.find(({ key }) => key === 'YES')!.value;
  expect(await shown('den.2')).toBe(15);
  // All six of the first came in one quarter: less the nine of the second, the fifteen would tell them.
  expect([await shown('den.2.1'), await shown('den.2.2'), await shown('den.1.1')]).toEqual([null, null, null]);
});

test('an observer further down is told the same', { timeout: 60_000 }, async () => {
  const tree = planted[0]!;
  const district = tree.units[1]!;
  const below = await insertAccount(on.owner, `quan-sat@${district.code}`, 'OBSERVER', district.id);
  for (const unit of tree.units.filter((known) => known.code.startsWith(district.code))) {
    expect(await answersFor(below.secret, unit.code)).toEqual(await answersFor(tree.observer.secret, unit.code));
  }
});

test('without the rule that two at least are hidden, the solver finds what is hidden', { timeout: nightly ? 1_800_000 : 300_000 }, async () => {
  const { rows } = await on.owner.query<{ text: string }>(`select pg_get_functiondef('app.shown_children'::regproc) as text`);
  const original = rows[0]!.text;
  const careless = original.replace(/hidden_count > 0 and/, 'false and');
  expect(careless).not.toBe(original);
  await on.owner.query(careless);
  let pinned = 0;
  for (const tree of planted) pinned ||= (await pinnedIn(tree)).pinned.length;
  await on.owner.query(original);
  expect(pinned).toBeGreaterThan(0);
});
