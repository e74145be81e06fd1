import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { ask, type Answer } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import type { World } from '../worlds/world-model.ts';
import { opaque } from './literals.ts';
import { anyPeriod, interestingDay, interestingInstant } from './questions.ts';

/*
 * A unit that is asked by its code is read together with its children and with their figures where the document allows it; by its id
 * it is read step by step. The answers must be the same.
 */

let shared: Worlds;
let server: BuiltServer;

beforeAll(async () => {
  shared = await openWorlds();
  server = await serve(shared.database);
}, openingMilliseconds);
afterAll(async () => {
  await server.close();
  await shared.drop();
});

/** What an answer tells: its data, and the codes and places of its errors. */
function told({ data, errors }: Answer): string {
  return JSON.stringify([data, errors.map(({ extensions, path }) => [extensions.code, path])]);
}

const figures = ['members', 'probationaryMembers', 'officialMembers', 'admitted', 'recognised', 'transferredIn', 'transferredOut', 'removed', 'expelled', 'left', 'deceased', 'reorganisedIn', 'reorganisedOut', 'units', 'unitsFounded', 'unitsClosed', 'grassrootsOrganisations', 'cells'];

function rollup(draw: Draw, world: World): string {
  const asOf = draw.chance(30) ? `, asOf: "${interestingDay(draw, world)}"` : '';
  const rest = draw.pick(['', '', '', ', view: AS_IT_IS_NOW', `, knownAt: "${interestingInstant(draw, world)}"`]);
  const asked = draw.some(figures, 40).map((figure) => `${figure} { ${draw.pick(['value', 'value hidden', '__typename value'])} }`);
  const beside = draw.pick(['', '', 'period { from to complete }', 'admissionRate(base: STOCK_AT_PERIOD_END) { numerator denominator }', 'again: admitted { value trend(by: YEAR) { value } }']);
  return `rollup(period: "${anyPeriod(draw, world)}"${asOf}${rest}) { ${asked.join(' ')} ${beside} asOf }`;
}

/** What is asked of a unit: its children by some of the arguments, and roll-ups of both, alike or not. */
function selection(draw: Draw, world: World): string {
  const own = rollup(draw, world);
  const ofChild = draw.chance(60) ? own : rollup(draw, world);
  const page = [`first: ${draw.pick([1, 2, 50])}`, ...(draw.chance(50) ? [`asOf: "${interestingDay(draw, world)}"`] : []), ...(draw.chance(20) ? ['orderBy: NAME'] : [])].join(', ');
  const list = draw.pick([`nodes { code name(asOf: "2016-01-01") ${ofChild} }`, `edges { cursor node { code name kind { code name } ${ofChild} } }`, 'nodes { code foundedOn }']);
  return `{ code name kind { code } ${draw.chance(80) ? own : ''} children(${page}) { totalCount pageInfo { hasNextPage endCursor } ${list} } }`;
}

test('a unit asked by its code answers like the same unit asked by its id', { timeout: propertyMilliseconds }, async () => {
  const differing: string[] = [];
  let answered = 0;
  for (const world of shared.worlds) {
    const draw = new Draw(world.seed + 700_000);
    for (let time = 0; time < 6; time += 1) {
      const account = draw.pick(world.accounts);
      const unit = draw.pick(world.units);
      const asked = selection(draw, world);
      const early = await ask(server, account.name, `{ unit(code: "${unit.code}") ${asked} }`);
      const late = await ask(server, account.name, `{ unit(id: "${opaque('Unit', unit.id)}") ${asked} }`);
      const [one, other] = [early, late].map(told);
      if (one !== other) differing.push(`world ${world.seed}, ${account.name}: ${asked}\n${one}\n${other}`);
      if (early.data?.['unit']) answered += 1;
    }
  }
  expect(differing).toEqual([]);
  expect(answered, 'hardly anything was answered').toBeGreaterThan(shared.worlds.length / 2);
});

test('also where one compiled document is asked with other values and by other accounts', { timeout: propertyMilliseconds }, async () => {
  const page = 'children(first: $first, asOf: $asOf) { totalCount nodes { code rollup(period: $period, asOf: $asOf) { members { value } admitted { value hidden } transferredIn { value } } } }';
  const document = (by: string) => `query ($key: ${by === 'id' ? 'ID' : 'String'}!, $period: Period!, $asOf: Date, $first: Int!) { unit(${by}: $key) { name rollup(period: $period) { members { value } left { value } } ${page} } }`;
  const differing: string[] = [];
  let answered = 0;
  for (const world of shared.worlds) {
    const draw = new Draw(world.seed + 710_000);
    for (let time = 0; time < 4; time += 1) {
      const account = draw.pick(world.accounts);
      const unit = draw.pick(world.units);
      const values = { period: draw.pick(['2015', '2016', '2016-Q1', anyPeriod(draw, world)]), asOf: draw.chance(50) ? interestingDay(draw, world) : null, first: draw.pick([1, 3, 50]) };
      const early = await ask(server, account.name, document('code'), { key: unit.code, ...values });
      const late = await ask(server, account.name, document('id'), { key: opaque('Unit', unit.id), ...values });
      const [one, other] = [early, late].map(told);
      if (one !== other) differing.push(`world ${world.seed}, ${account.name}: ${JSON.stringify(values)}\n${one}\n${other}`);
      if (early.data?.['unit']) answered += 1;
    }
  }
  expect(differing).toEqual([]);
  expect(answered, 'hardly anything was answered').toBeGreaterThan(shared.worlds.length / 2);
});
