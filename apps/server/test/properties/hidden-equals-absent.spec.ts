import { getNamedType, isInputObjectType, parse, visit, type GraphQLArgument, type GraphQLInputField } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly, worldCount } from '../worlds/sizes.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { introspected } from './documents.ts';
import { mostRoots, namingOne, selections } from './filter-questions.ts';
import { filled, longPeriod, namesFor, operations } from './hidden-operations.ts';
import { knowledgeOf } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';
import { nestedNamesOf } from './nested-questions.ts';
import { Oracle } from './oracle.ts';

let shared: Worlds;
let server: BuiltServer;

beforeAll(async () => {
  shared = await openWorlds();
  // So that each watch list has rows: certificates, and targets that are far behind.
  await shared.owner.query(`update candidacy set certificate_on = current_date - interval '58 months' where state in ('FILE_OPEN', 'SUBMITTED')`);
  await shared.owner.query('update target_version set low = 900, high = 900');
  await shared.owner.query(`update target set period = $1::text || '/' || $2::text, starts_on = $1::text::date, ends_on = $2::text::date where ends_on = '2090-12-31'`, [longPeriod.from, longPeriod.to]);
  server = await serve(shared.database);
}, openingMilliseconds);
afterAll(async () => {
  await server.close();
  await shared.drop();
});

/** The bytes of an answer without what differs between any two answers. */
function bytesOf(answer: { bytes: string }): string {
  return answer.bytes.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '').replaceAll(/"date":"[^"]*"/g, '');
}

test('what is hidden is answered to the byte like what is not there', { timeout: propertyMilliseconds }, async () => {
  const all = Object.entries(operations);
  const asked = new Map<string, number>();
  let turn = 0;
  const differing: string[] = [];
  for (const world of shared.worlds) {
    const oracle = new Oracle(world);
    const draw = new Draw(world.seed + 500_000);
    for (const account of draw.some(world.accounts.slice(1, -1), 40)) {
      const knowledge = knowledgeOf(oracle, account);
      const { units, people } = rowsFor(knowledge);
      const hiddenUnits = units.out.filter((unit) => !knowledge.stubs.has(unit) || draw.chance(50));
      if (hiddenUnits.length === 0) continue;
      const unit = world.units[draw.pick(hiddenUnits)]!;
      const [name, template] = all[turn++ % all.length]!;
      // Mostly what is wanted; an id of something else is no name of anything either.
      const isPerson = people.out.length > 0 && draw.chance(name === 'person' ? 90 : name.startsWith('node') ? 50 : 10);
      const person = people.out.length > 0 ? world.people[draw.pick(people.out)]! : null;
      // A text of what is searched: of a unit, or, where people are, of one of them.
      const token = name.endsWith('found by a text') && !name.startsWith('units') && person ? (/zq\w+x/.exec(person.fullName)?.[0] ?? 'zq00u00x') : /zq\w+x$/.exec(unit.code)![0];
      const stillHidden =
        !units.in.some((seen) => world.units[seen]!.code.includes(token) || world.units[seen]!.name.includes(token)) &&
        ![...knowledge.documents].some((seen) => world.units[seen]!.code.includes(token)) &&
        !people.in.some((seen) => world.people[seen]!.fullName.includes(token));
      if (name.includes('text') && !stillHidden) continue;
      const names = namesFor(knowledge, unit, isPerson, draw);
      const there = filled(template, { ...names.hidden, code: unit.code, text: token });
      const nowhere = filled(template, { ...names.nowhere, code: unit.code.replace(token, 'zq00u0x'), text: 'zq00u00x' });
      const [a, b] = [await ask(server, account.name, there), await ask(server, account.name, nowhere)];
      asked.set(name, (asked.get(name) ?? 0) + 1);
      if (bytesOf(a) !== bytesOf(b)) differing.push(`world ${world.seed}, ${account.name}, ${name}: ${there}\n${a.body}\n${b.body}`);
    }
  }
  expect(differing).toEqual([]);
  expect([...asked.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(shared.worlds.length);
  // A text that is not hidden is passed over: of the others each is asked again and again.
  if (worldCount >= 60) expect(all.map(([name]) => name).filter((name) => (asked.get(name) ?? 0) < (operations[name]!.includes('$text') ? 1 : 3))).toEqual([]);
});

test('an empty text is an id that names nothing, and is not as if none had been given', async () => {
  const [world] = shared.worlds;
  const { account, code } = { account: world!.accounts[0]!, code: world!.units[0]!.code };
  const say = async (text: string) => (await ask(server, account.name, text)).data;
  expect(await say(`{ one: unit(id: "", code: "${code}") { code } other: unit(code: "${code}") { code } }`)).toEqual({ one: null, other: { code } });
  const lists = Object.values(operations).filter((text) => /(under|unit): "\$id"/.test(text) && text.startsWith('{'));
  expect(lists.length).toBeGreaterThan(10);
  for (const text of lists) {
    const [empty, absent, none] = [text.replaceAll('$id', ''), text.replaceAll('$id', opaque('Unit', '00000000-0000-4000-8000-000000000000')), text.replaceAll(/(, )?(filter: \{ under: "\$id" \}|(under|unit): "\$id"(, )?)/g, '').replaceAll('()', '')];
    expect(await say(empty), empty).toEqual(await say(absent));
    expect(await say(none), none).not.toEqual(await say(absent));
  }
});

/** A question about each of some ids. */
function sideBySide(text: (id: string) => string, ids: readonly string[]): string {
  return `{ ${ids.map((id, place) => `q${place}: ${text(id)}`).join(' ')} }`;
}

/** What is named by a type. */
const kinds: Readonly<Record<string, 'people' | 'units'>> = { Person: 'people', Unit: 'units' };

test('so it is where it is named below what is seen, and what is seen makes a difference there', { timeout: propertyMilliseconds }, async () => {
  const schema = await introspected(server);
  const [all, named, telling] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const world of shared.worlds.filter(({ candidates }) => candidates.length > 0).slice(0, nightly ? undefined : 20)) {
    const oracle = new Oracle(world);
    const draw = new Draw(world.seed + 550_000);
    for (const account of draw.some(world.accounts.slice(1, -1), 40)) {
      const reader = knowledgeOf(oracle, account);
      for (const { coordinate, type, ask: text } of nestedNamesOf(schema, reader, draw)) {
        const kind = kinds[type]!;
        const hidden = rowsFor(reader)[kind].out.filter((row) => kind === 'people' || !reader.stubs.has(row));
        if (hidden.length === 0) continue;
        const rows = Array.from({ length: mostRoots }, () => draw.pick(hidden));
        const [there, nowhere] = [sideBySide(text, rows.map((row) => opaque(type, world[kind][row]!.id))), sideBySide(text, rows.map(() => opaque(type, draw.id())))];
        const [a, b] = [await ask(server, account.name, there), await ask(server, account.name, nowhere)];
        expect(bytesOf(a), `world ${world.seed}, ${account.name}: ${there}`).toBe(bytesOf(b));
        if (a.errors.length === 0) named.add(coordinate);
      }
    }
    const whole = knowledgeOf(oracle, world.accounts[0]!);
    for (const { coordinate, type, ask: text } of nestedNamesOf(schema, whole, draw)) {
      all.add(coordinate);
      if (telling.has(coordinate)) continue;
      const rows: readonly { readonly id: string }[] = world[kinds[type]!];
      const ids = [draw.id(), ...draw.some(rows, 50).slice(0, mostRoots - 1).map(({ id }) => id)];
      const { data } = await ask(server, whole.account.name, sideBySide(text, ids.map((id) => opaque(type, id))));
      if (new Set(Object.values(data ?? {}).map((one) => JSON.stringify(one))).size > 1) telling.add(coordinate);
    }
  }
  expect(all.size).toBeGreaterThan(1);
  expect([...all].filter((coordinate) => !named.has(coordinate) || !telling.has(coordinate))).toEqual([]);
});

/** The arguments and input fields of an argument that name something by its id: `argument` or `argument.field`. */
function namingIn(argument: GraphQLArgument | GraphQLInputField): string[] {
  const type = getNamedType(argument.type);
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((field) => namingIn(field).map((path) => `${argument.name}.${path}`));
  return type.name === 'ID' ? [argument.name] : [];
}

/** Where the operations put a name of something, as the check of the schema tells it. */
function named(): Set<string> {
  const found = new Set<string>();
  for (const template of Object.values(operations)) {
    const path: string[] = [];
    visit(parse(template), {
      Field: { enter: ({ name }) => void path.push(name.value), leave: () => void path.pop() },
      Argument: { enter: ({ name }) => void path.push(name.value), leave: () => void path.pop() },
      ObjectField: { enter: ({ name }) => void path.push(name.value), leave: () => void path.pop() },
      StringValue: ({ value }) => void (value.startsWith('$') && found.add(path.join('.'))),
    });
  }
  return found;
}

test('whatever of a query takes an id is among them', async () => {
  const fields = Object.values((await introspected(server)).getQueryType()!.getFields());
  const naming = fields.flatMap(({ name, args }) => args.flatMap(namingIn).map((path) => `${name}.${path}`));
  expect(naming.length).toBeGreaterThan(20);
  const asked = named();
  expect(naming.filter((path) => !asked.has(path))).toEqual([]);
  // What takes nothing but a name has no filter to ask; everything else stands among the filters.
  expect(fields.filter(({ name, args }) => args.length > 0 && !(name in selections)).map(({ name }) => name).toSorted()).toEqual(namingOne.toSorted());
  expect(fields.filter(({ name }) => namingOne.includes(name) && ![...asked].some((path) => path.startsWith(`${name}.`))).map(({ name }) => name)).toEqual(['transferByCode']);
});

test('what is inside is answered, by each of them that asks for a unit or what a unit has', { timeout: propertyMilliseconds }, async () => {
  const asking = Object.entries(operations).filter(([name, template]) => !template.startsWith('mutation') && /"\$(id|target|document)"/.test(template) && name !== 'person');
  const silent = new Set(asking.map(([name]) => name));
  for (const world of shared.worlds.filter(({ candidates }) => candidates.length > 5)) {
    for (const unit of world.units.slice(0, 2)) {
      for (const [name, template] of asking.filter(([name]) => silent.has(name))) {
        const fill = (id: string) => template.replaceAll('$id', opaque('Unit', id)).replaceAll('$target', opaque('Target', id)).replaceAll('$document', opaque('Document', id)).replaceAll('$code', unit.code);
        const [there, nowhere] = [await ask(server, world.accounts[0]!.name, fill(unit.id)), await ask(server, world.accounts[0]!.name, fill(new Draw(world.seed).id()))];
        if (there.errors.length === 0 && bytesOf(there) !== bytesOf(nowhere)) silent.delete(name);
      }
    }
    if (silent.size === 0) break;
  }
  expect([...silent]).toEqual([]);
});
