import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly, share } from '../worlds/sizes.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { changeOutside } from './changes-outside.ts';
import { knowledgeOf, type Knowledge } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';
import { Oracle } from './oracle.ts';
import { anyPeriod } from './questions.ts';
import { questionsOfTargets } from './targets-outside.ts';

/* Two databases are equal inside a scope and different outside of it: whoever is inside cannot tell which one answers. */

let one: Worlds;
let other: Worlds;
let servers: [BuiltServer, BuiltServer];
let readers: Knowledge[];

beforeAll(async () => {
  [one, other] = [await openWorlds(), await openWorlds()];
  servers = [await serve(one.database), await serve(other.database)];
  readers = one.worlds.flatMap((world) => {
    const oracle = new Oracle(world);
    // Readers below the root, to whom some of their own world is hidden.
    return world.accounts.map((account) => knowledgeOf(oracle, account)).filter((reader) => reader.role !== null && reader.scope !== 0 && reader.account.grants.length === 1).slice(0, 1);
  }).slice(0, nightly ? share(1_000) : 60);
}, openingMilliseconds);
afterAll(async () => {
  for (const server of servers) await server.close();
  for (const worlds of [one, other]) await worlds.drop();
});

const clock = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|"date":"[^"]*"/g;

test('what changes outside a scope changes no byte inside it', { timeout: propertyMilliseconds }, async () => {
  expect(readers.length).toBeGreaterThanOrEqual(nightly ? share(1_000) : 1);
  let told = 0;
  for (const reader of readers) {
    const { world } = reader.oracle;
    const draw = new Draw(world.seed + 1_100_000);
    await changeOutside(other.owner, reader);
    const { units } = rowsFor(reader);
    for (let turn = 0; turn < (nightly ? 7 : 1); turn += 1) {
      const inside = opaque('Unit', world.units[draw.pick(units.in)]!.id);
      const outside = units.out.length > 0 ? opaque('Unit', world.units[draw.pick(units.out)]!.id) : 'x';
      const figures = '{ members { value evidence(first: 20) { totalCount withheld sum nodes { delta entries { measure delta occurredOn } } } } transferredIn { value } units { value } admitted { value by(dimension: GENDER) { slices { value share } } } }';
      for (const text of [
        '{ viewer { role unit { id code name } } units(first: 100, orderBy: NAME) { totalCount nodes { id code name aliases } pageInfo { endCursor } } }',
        '{ people(first: 100) { totalCount nodes { id fullName state unit { code } } pageInfo { endCursor } } }',
        '{ candidacies(first: 100, orderBy: DEADLINE) { totalCount nodes { id state decider { id code name } papersThere deadline { dueOn daysLeft } steps { step viewerCan unit { code name } } timeline { recordedBy } person { fullName } } pageInfo { endCursor } } stageCounts { stage count overdue medianDays } todo { counts { group count } items(group: WAITING_FOR_ME, first: 100) { totalCount nodes { candidacy { id } letter { id } } } } }',
        '{ in: transfers(direction: IN, first: 100) { ...list } out: transfers(direction: OUT, first: 100) { ...list } } fragment list on TransferConnection { totalCount nodes { id state personName birthDate fromName destination acceptedBy isOverdue viewerCanAccept person { fullName } fromUnit { code } toUnit { code } } pageInfo { endCursor } }',
        `{ unit(id: "${inside}") { name ancestors { code } counts { children cells } rollup(period: "${anyPeriod(draw, world)}") ${figures} } }`,
        `{ unit(id: "${inside}") { rollup(period: "2016", view: AS_IT_IS_NOW) ${figures} } }`,
        '{ units(first: 100) { nodes { parents { unit { id code name } from to } predecessors { unit { id code name } on } successors { unit { id code name } on } } } }',
        '{ documents(first: 100) { totalCount nodes { id number warnings implements { number } implementedBy { number } } pageInfo { endCursor } } obstacles(first: 100) { totalCount nodes { id title } } inspections(first: 100) { totalCount nodes { title by { code } document { number } } } inspectionAges(first: 100) { nodes { lastOn unit { code } } } reminders(first: 100) { totalCount nodes { text } } followUp { openObstacles overdueObstacles waitingReminders neverInspected } }',
        `{ unit(id: "${inside}") { plan(year: 2016) { itemCount doneCount document { number } parent { unit { code } } items { title } } plansAbove(year: 2016) { unit { code } items { title checks { note } } } localities { name recordedBy } } }`,
        '{ viewer { supervisions(withHistory: true) { id personName unitName bodyName post documentNumber unit { code } changes { post } } supervisedUnits(period: "2016") { unit { id code name } members admitted onTheWay overdue } } }',
        '{ supervisions(first: 100) { totalCount nodes { id personName unitName bodyName post documentNumber recordedBy unit { code } body { code } changes { post } } } }',
        `{ unit(id: "${outside}") { name } node(id: "${outside}") { id } units(first: 9, filter: { under: "${outside}" }) { totalCount } }`,
        '{ units(first: 20, filter: { search: "khác" }) { totalCount } }',
        ...questionsOfTargets,
      ]) {
        const [a, b] = await Promise.all(servers.map(async (server) => await ask(server, reader.account.name, text)));
        expect(b!.bytes.replaceAll(clock, ''), `world ${world.seed}, ${reader.account.name} ${reader.role} at ${reader.scope}: ${text}`).toBe(a!.bytes.replaceAll(clock, ''));
        // Who reads no people is refused the names beside a target.
        if (text === questionsOfTargets[0] && ['STAFF', 'BOARD', 'SECRETARY', 'SUPERVISOR'].includes(reader.role ?? '')) expect(a!.errors, text).toEqual([]);
        told += a!.errors.length === 0 ? 1 : 0;
      }
    }
  }
  expect(told).toBeGreaterThan(readers.length);
});
