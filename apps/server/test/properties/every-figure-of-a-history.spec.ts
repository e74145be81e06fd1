import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { scopeOf, type Scope } from '../../src/platform/scope.ts';
import type { BuiltServer } from '../../src/server.ts';
import { freshDatabase, type FreshDatabase } from '../database.ts';
import { dataOf } from '../worlds/ask.ts';
import { plusDays } from '../worlds/days.ts';
import { Draw } from '../worlds/draw.ts';
import { generateWorld } from '../worlds/generate.ts';
import { loadWorld } from '../worlds/load.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { propertyMilliseconds, serve } from '../worlds/shared-worlds.ts';
import { historiesInADatabase, historySizes, nightly, round, share } from '../worlds/sizes.ts';
import type { Day, World } from '../worlds/world-model.ts';
import { expected, readByCounters, readByEntries, type Cells, type Table } from './figure-tables.ts';
import { childrenAddUp, effectiveOn, mergersAdd, movesShift } from './history-relations.ts';
import { opaque } from './literals.ts';
import { homesOf } from './one-home.ts';
import { figureFields, Oracle, stocks, type FigureField } from './oracle.ts';

/*
 * Small worlds with long histories. While one is recorded, figures of days before what was just recorded must not change; at its end
 * every figure of every unit is read, on the day of each event and the day before it, and compared with the recomputation.
 * BANYAN_HISTORY=seed runs one alone.
 */

const count = nightly ? share(10_000) : 24;
const one = process.env['BANYAN_HISTORY'];
const seeds = one === undefined ? Array.from({ length: count }, (_, index) => 1_000_000 + (round - 1) * count + index) : [Number(one)];

let database: FreshDatabase;
let server: BuiltServer;
let lanes: pg.Client[] = [];

async function open(): Promise<void> {
  database = await freshDatabase();
  server = await serve(database);
  lanes = [new pg.Client(database.ownerUrl), new pg.Client(database.ownerUrl)];
  for (const lane of lanes) await lane.connect();
}

async function close(): Promise<void> {
  if (lanes.length === 0) return;
  await server.close();
  for (const lane of lanes.splice(0)) await lane.end();
  await database.drop();
}
afterEach(close);

/** What is known of a history while it is recorded. */
interface Recording {
  readonly world: World;
  readonly oracle: Oracle;
  readonly draw: Draw;
  readonly wrong: string[];
  /** What some figures were when a step had been recorded. */
  readonly snapshots: { readonly recordedAt: string; readonly table: Table }[];
  sums: number;
  /** How often it was looked where somebody counts. */
  homes: number;
}

async function read<T>(world: World, work: (scope: Scope) => Promise<T>): Promise<T> {
  const transaction = await server.database.read(credentialOf(secretOf(world.accounts[0]!.name)));
  try {
    return await work(scopeOf(transaction, transaction.actor));
  } finally {
    transaction.end();
  }
}

/** The day of each event and the day before it, and others: twenty or more, in order. */
function daysOf({ world, oracle, draw }: Recording): Day[] {
  const days = new Set(world.steps.flatMap((step) => {
    const on = effectiveOn(oracle, step);
    return on === null ? [] : [plusDays(on, -1), on];
  }));
  while (days.size < 20) days.add(plusDays('2014-06-01', draw.int(0, 1_600)));
  return [...days].toSorted();
}

/** Cells that a step may not change: of some of the units that there are already, on two days before it takes effect. */
function untouchedBy({ world, oracle, draw }: Recording, index: number): Cells {
  const step = world.steps[index]!;
  const on = effectiveOn(oracle, step) ?? '2018-01-01';
  const founded = new Set(world.steps.slice(index).flatMap((later) => (later.do === 'found' ? [later.unit] : [])));
  const there = [...world.units.keys()].filter((unit) => !founded.has(unit));
  return { units: [...new Set([0, ...Array.from({ length: 2 }, () => draw.pick(there))])], days: [plusDays(on, -draw.int(2, 400)), plusDays(on, -1)] };
}

/** Whether everything up to a step, and nothing after it, was recorded by its instant. */
function endsAnInstant({ steps }: World, index: number): boolean {
  const { recordedAt } = steps[index]!;
  return steps.every((step, other) => step.recordedAt <= recordedAt === other <= index);
}

async function record(recording: Recording, owner: pg.Client): Promise<(unit: number) => string> {
  const { world, draw, wrong, snapshots } = recording;
  let idOfUnit = (unit: number) => world.units[unit]!.id;
  let watched: Table | null = null;
  await loadWorld(owner, server.database, world, async (index, idOf) => {
    idOfUnit = idOf;
    if (draw.chance(25)) await server.database.pool.query('select app.compact($1)', [draw.int(1, 400)]);
    const next = index + 1 < world.steps.length ? untouchedBy(recording, index + 1) : null;
    await read(world, async (scope) => {
      if (watched !== null) {
        const again = await readByCounters(scope, watched.cells, idOf);
        wrong.push(...watched.differences(again, `before and after ${JSON.stringify(world.steps[index])}`));
        recording.sums += again.values.length;
        if (snapshots.length < 3 && draw.chance(20) && endsAnInstant(world, index)) snapshots.push({ recordedAt: world.steps[index]!.recordedAt, table: again });
      }
      watched = next === null ? null : await readByCounters(scope, next, idOf);
    });
  });
  return idOfUnit;
}

async function examine(recording: Recording, idOf: (unit: number) => string): Promise<void> {
  const { world, oracle, wrong, snapshots } = recording;
  const cells = { units: [...world.units.keys()], days: daysOf(recording) };
  const wanted = expected(oracle, cells);
  await read(world, async (scope) => {
    const counted = await readByCounters(scope, cells, idOf);
    wrong.push(...wanted.differences(counted, 'recomputed and counted'));
    wrong.push(...wanted.differences(await readByEntries(scope, cells, idOf), 'recomputed and from entries'));
    wrong.push(...[...childrenAddUp(counted, oracle), ...movesShift(counted, oracle), ...mergersAdd(counted, oracle)].slice(0, 3));
    recording.sums += 2 * counted.values.length;
    const homes = await homesOf(scope, world);
    wrong.push(...homes.wrong.slice(0, 3));
    recording.homes += homes.looked;
    for (const { recordedAt, table } of snapshots) {
      const known = await readByEntries(scope, table.cells, idOf, recordedAt);
      wrong.push(...table.differences(known, `then and as known at ${recordedAt}`));
      // What has come since is what was recorded after it.
      wrong.push(...expected(oracle, table.cells, recordedAt).differences(known, `recomputed and read as known at ${recordedAt}`));
      recording.sums += known.values.length;
    }
  });
}

const fields = Object.keys(figureFields) as FigureField[];
const fieldsOfPeople = fields.filter((field) => !/units|cells|grassroots/i.test(field));

interface Whole {
  unit: { rollup: Record<string, { value: number }> & { figure: { value: number; evidence: { sum: number }; months: { value: number }[]; quarters: { value: number }[]; by: { base: number; slices: { value: number }[] } } } };
}

/** One answer of the API with one figure by several ways: they are of one snapshot, and the figure is the recomputed one. */
async function askWhole({ world, oracle, draw, wrong }: Recording, idOf: (unit: number) => string): Promise<void> {
  const unit = draw.int(0, world.units.length - 1);
  const field = draw.pick(fieldsOfPeople);
  const period = draw.pick(['2015', '2016', '2017']);
  const text = `{ unit(id: "${opaque('Unit', idOf(unit))}") { rollup(period: "${period}") { ${fields.map((each) => `${each} { value }`).join(' ')}
    figure: ${field} { value evidence(first: 1) { sum } months: trend(by: MONTH) { value } quarters: trend(by: QUARTER) { value } by(dimension: ${draw.pick(['GENDER', 'AGE_BAND', 'OCCUPATION', 'RELIGION'])}) { base slices { value } } } } } }`;
  const { figure, ...rollup } = (await dataOf<Whole>(server, world.accounts[0]!.name, text)).unit.rollup;
  const total = (points: { value: number }[]) => (stocks.includes(figureFields[field]) ? points.at(-1)!.value : points.reduce((sum, point) => sum + point.value, 0));
  const ways = [figure.evidence.sum, total(figure.months), total(figure.quarters), figure.by.base, figure.by.slices.reduce((sum, slice) => sum + slice.value, 0)];
  if (ways.some((value) => value !== figure.value)) wrong.push(`${field} of unit ${unit} in ${period} is ${figure.value} and ${ways.join(', ')}`);
  for (const each of fields) {
    const recomputed = oracle.figure(figureFields[each], { unit, period });
    if (rollup[each]!.value !== recomputed) wrong.push(`${each} of unit ${unit} in ${period} is ${rollup[each]!.value}, recomputed ${recomputed}`);
  }
}

async function recordAndExamine(seed: number, lane: pg.Client): Promise<Recording> {
  const world = generateWorld(seed, historySizes);
  const recording: Recording = { world, oracle: new Oracle(world), draw: new Draw(seed + 50_000_000), wrong: [], snapshots: [], sums: 0, homes: 0 };
  const idOf = await record(recording, lane);
  await examine(recording, idOf);
  await askWhole(recording, idOf);
  return recording;
}

test('every figure of many histories: nothing of the past changes, all equals the recomputation and hangs together', { timeout: propertyMilliseconds }, async () => {
  const wrong: string[] = [];
  const done = { events: 0, sums: 0, homes: 0, abolished: 0 };
  for (let from = 0; from < seeds.length && wrong.length <= 20; from += historiesInADatabase) {
    await open();
    const waiting = seeds.slice(from, from + historiesInADatabase).entries();
    await Promise.all(lanes.map(async (lane) => {
      for (const [index, seed] of waiting) {
        // Without statistics of what has grown, the planner reads it whole for each question.
        if (index % 10 === 2) await lane.query('analyze');
        const { world, sums, homes, wrong: found } = await recordAndExamine(seed, lane);
        wrong.push(...found.map((what) => `history ${seed}: ${what}`));
        done.events += world.steps.length;
        done.sums += sums;
        done.homes += homes;
        done.abolished += new Set(world.steps.flatMap((step) => (step.do === 'close' && world.steps.some((move) => move.do === 'move' && move.on === step.on) ? [step.on] : []))).size;
        if (wrong.length > 20) return;
      }
    }));
    await close();
  }
  console.log(`  ${seeds.length} histories, ${done.events} events, ${done.abolished} levels abolished, ${done.sums} sums, ${done.homes} looks at homes, ${wrong.length} wrong`);
  expect(wrong).toEqual([]);
  if (one === undefined) expect(done.homes).toBeGreaterThan(500);
});
