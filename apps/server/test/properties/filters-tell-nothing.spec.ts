import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphQLSchema } from 'graphql';
import type { BuiltServer } from '../../src/server.ts';
import { ask, type Answer } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly, share } from '../worlds/sizes.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { readingRoles } from '../worlds/world-model.ts';
import { attack, ways, type Found, type Listed, type Say } from './attacker.ts';
import { changeOutside, removePeople, strangersTo } from './changes-outside.ts';
import { introspected } from './documents.ts';
import { argumentsOf, documentsOf, partOf, questionsOf } from './filter-questions.ts';
import { knowledgeOf, leaksIn, type Knowledge } from './judge.ts';
import { rowsFor } from './literals.ts';
import { nestedFieldsOf, nestedPagedOf, nestedQuestionsOf, ordersOf, type Paged } from './nested-questions.ts';
import { Oracle } from './oracle.ts';

/* Two databases that differ in what a reader may not see: no filter, order or search tells that reader which of them answers. */

let one: Worlds;
let other: Worlds;
let servers: [BuiltServer, BuiltServer];
let schema: GraphQLSchema;
let readers: Knowledge[];

beforeAll(async () => {
  [one, other] = [await openWorlds(), await openWorlds()];
  servers = [await serve(one.database), await serve(other.database)];
  schema = await introspected(servers[0]);
  readers = one.worlds.flatMap((world) => {
    const oracle = new Oracle(world);
    // One of each world to whom some people of it are hidden and who may ask of people; of every seventh world anybody.
    return world.accounts
      .map((account) => knowledgeOf(oracle, account))
      .filter(({ role, scope, account }) => role !== null && scope !== 0 && account.grants.length === 1 && (world.seed % 7 === 0 || readingRoles.includes(role)))
      .filter((reader) => rowsFor(reader).people.out.length > 3)
      .slice(0, 1);
  });
}, openingMilliseconds);
afterAll(async () => {
  for (const server of servers) await server.close();
  for (const worlds of [one, other]) await worlds.drop();
});

const clock = /"date":"[^"]*"|"requestId":"[^"]*"|"x-request-id":"[^"]*"/g;

interface BothSay {
  readonly alike: boolean;
  readonly texts: readonly [string, string];
  readonly errors: readonly { extensions: { code: string } }[];
  readonly data: Record<string, unknown> | null;
  readonly otherData: Record<string, unknown> | null;
}

/** The bytes of an answer without the time and the request. Errors of fields side by side stand in the order in which they were found: in one of their own here. */
function textOf({ bytes, errors }: Answer): string {
  const inOrder = errors.length < 2 ? bytes : bytes.replace(JSON.stringify(errors), () => errors.map((error) => JSON.stringify(error)).toSorted().join(','));
  return inOrder.replaceAll(clock, '');
}

/** What both databases say to an account. */
async function bothSay(account: string, text: string): Promise<BothSay> {
  const [a, b] = await Promise.all([ask(servers[0], account, text), ask(servers[1], account, text)]);
  const texts = [textOf(a), textOf(b)] as const;
  return { alike: texts[0] === texts[1], texts, errors: a.errors, data: a.data, otherData: b.data };
}

/** The account that is told what differs outside of a reader's scope: of what an account itself has, one that has something there. */
function tellerOf({ oracle: { world }, account, units }: Knowledge, field: string): string {
  const teller = field === 'viewer' && world.accounts.find((other) => other !== account && other.grants.some(({ role, ended, unit }) => role === 'SUPERVISOR' && ended === undefined && !units.has(unit)));
  return (teller || world.accounts[0]!).name;
}

/** All whom a reader is listed, with what is listed of them. */
async function listedTo({ oracle, people }: Knowledge): Promise<Listed[]> {
  const { rows } = await one.owner.query<Listed>(`select p.id, p.full_name as name, c.state, c.due_on::text as "dueOn" from person p join candidacy c on c.person_id = p.id where p.id = any ($1)`, [[...people].map((person) => oracle.world.people[person]!.id)]);
  return rows;
}

describe('filters, orders and searches', () => {
  test('are come to by a question, whatever field has them', () => {
    expect(nestedFieldsOf(schema).unreached).toEqual([]);
  });

  test('answer alike whatever lies outside a scope, for every argument that the schema has', { timeout: propertyMilliseconds }, async () => {
    const met = readers.slice(0, nightly ? share(1_000) : 14);
    expect(met.length).toBeGreaterThan(nightly ? 20 : 1);
    const [arguable, nested, told, heard] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
    let rows = 0;
    for (const reader of met) {
      const { world } = reader.oracle;
      await changeOutside(other.owner, reader);
      const draw = new Draw(world.seed + 1_200_000);
      const below = nestedQuestionsOf(schema, reader, draw);
      const questions = [...questionsOf(schema, reader, draw), ...below];
      for (const coordinate of argumentsOf(questions)) arguable.add(coordinate);
      for (const coordinate of argumentsOf(below)) nested.add(coordinate);
      for (const { text, questions: some } of documentsOf(nightly ? questions : partOf(questions, draw, told))) {
        const { alike, texts, errors, data } = await bothSay(reader.account.name, text);
        const where = `world ${world.seed}, ${reader.account.name} ${reader.role} at ${reader.scope}: ${text}`;
        if (!alike) expect(texts[1], where).toBe(texts[0]);
        // What a field below does not take of this unit, it takes of another: whoever asks comes to each argument once.
        const refusals = some.some(({ side }) => side !== undefined) ? ['FORBIDDEN_FOR_ROLE', 'BAD_USER_INPUT'] : ['FORBIDDEN_FOR_ROLE'];
        expect(errors.filter(({ extensions }) => !refusals.includes(extensions.code)), where).toEqual([]);
        for (const [index, { asked }] of some.entries()) {
          if (JSON.stringify(data?.[`q${index}`] ?? null).includes('"asked":')) for (const coordinate of asked) heard.add(coordinate);
        }
        rows += JSON.stringify(data).match(/"id"/g)?.length ?? 0;
        // Whoever sees the whole world is told, once of each argument: what differs is asked for.
        if (some.every(({ asked }) => asked.every((coordinate) => told.has(coordinate)))) continue;
        const above = await bothSay(tellerOf(reader, some[0]!.field), text);
        for (const [index, { asked }] of some.entries()) {
          if (JSON.stringify(above.data?.[`q${index}`]) !== JSON.stringify(above.otherData?.[`q${index}`])) for (const coordinate of asked) told.add(coordinate);
        }
      }
    }
    console.log(`  ${met.length} readers, ${told.size} arguments, ${nested.size} of them below those of Query, ${rows} rows`);
    expect(rows).toBeGreaterThan(500);
    expect([...arguable].filter((coordinate) => !told.has(coordinate))).toEqual([]);
    expect([...nested].filter((coordinate) => !heard.has(coordinate))).toEqual([]);
    expect(nestedFieldsOf(schema).reached.filter(({ coordinate }) => ![...nested].some((argument) => argument.startsWith(`${coordinate}(`)))).toEqual([]);
  });

  test('tell an attacker who asks one question by the answer to the last nothing that a world without the hidden would not', { timeout: propertyMilliseconds }, async () => {
    const attackers = readers.filter(({ role }) => role !== null && readingRoles.includes(role)).slice(0, nightly ? share(500) : 20);
    expect(attackers).toHaveLength(nightly ? share(500) : 20);
    const found = { inside: 0, above: new Map<keyof Found, number>() };
    for (const reader of attackers) {
      const { world } = reader.oracle;
      await removePeople(other.owner, strangersTo(reader));
      const known = await listedTo(reader);
      let asked = 0;
      const sayAs = (account: string, isAlike: boolean): Say => async (questions) => {
        const answers: unknown[] = [];
        for (const { text, questions: some } of documentsOf(questions.map((question) => ({ field: '', text: question, asked: [] })))) {
          const said = await bothSay(account, text);
          if (isAlike && !said.alike) expect(said.texts[1], `world ${world.seed}, ${account} ${reader.role} at ${reader.scope}: ${text}`).toBe(said.texts[0]);
          expect(said.errors, text).toEqual([]);
          answers.push(...some.map((_, index) => said.data?.[`q${index}`]));
          asked += isAlike ? some.length : 0;
        }
        return answers;
      };
      const learnt = await attack(sayAs(reader.account.name, true), reader, known);
      expect(learnt, `world ${world.seed}, ${reader.account.name}`).toEqual({ names: [], days: [], states: [], under: [], behindCursors: [] });
      const draw = new Draw(world.seed + 1_300_000);
      const more = questionsOf(schema, reader, draw).filter(({ field }) => ['people', 'candidacies', 'stageCounts', 'transfers', 'units'].includes(field));
      await sayAs(reader.account.name, true)(Array.from({ length: Math.max(0, 200 - asked) }, () => draw.pick(more).text));
      expect(asked).toBeGreaterThanOrEqual(200);
      found.inside += asked;
      // The same questions find something out where it may be known.
      if (world.seed % 4 !== 0) continue;
      const above = await attack(sayAs(world.accounts[0]!.name, false), reader, known);
      for (const way of ways) found.above.set(way, (found.above.get(way) ?? 0) + above[way].length);
    }
    console.log(`  ${attackers.length} attackers, ${found.inside} questions`);
    for (const way of ways) expect(found.above.get(way) ?? 0, way).toBeGreaterThan(0);
  });
});

interface Told {
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
}

/** The paged lists of Query. */
function pagedOf(): Paged[] {
  return Object.values(schema.getQueryType()!.getFields()).filter(({ args }) => args.some(({ name }) => name === 'after')).flatMap((field) => {
    const node = field.name === 'watchList' ? '{ unit { id } candidacy { id } }' : field.name === 'inspectionAges' ? '{ unit { id } }' : '{ id }';
    return ordersOf(field).map((order): Paged => ({ name: field.name, ask: (_, after) => `{ asked: ${field.name}(first: 100 ${order}${after === null ? '' : ` after: "${after}"`}) { edges { cursor node ${node} } } }` }));
  });
}

/** What was read as `asked`, wherever it stands. */
function edgesOf(data: unknown): Told['edges'] {
  if (typeof data !== 'object' || data === null) return [];
  if ('asked' in data) return (data as { readonly asked: Told | null }).asked?.edges ?? [];
  return Object.values(data).flatMap(edgesOf);
}

describe('a cursor', () => {
  test('of somebody else begins the page of what one sees, and tells nothing of the row that it stands for', { timeout: propertyMilliseconds }, async () => {
    let replayed = 0;
    const hidden = new Map<string, number>();
    for (const reader of readers.slice(0, nightly ? share(500) : 12)) {
      const { world } = reader.oracle;
      const draw = new Draw(world.seed + 1_400_000);
      for (const { name, ask: text } of [...pagedOf(), ...nestedPagedOf(schema, reader)]) {
        const [theirs, own] = [await ask(servers[0], world.accounts[0]!.name, text('out', null)), await ask(servers[0], reader.account.name, text('in', null))];
        // What would go on behind the page is another matter.
        if (own.errors.length > 0 || edgesOf(own.data).length === 100) continue;
        const mine = edgesOf(own.data).map(({ node }) => JSON.stringify(node));
        for (const { cursor, node } of draw.some(edgesOf(theirs.data), 30).slice(0, 2)) {
          const said = await bothSay(reader.account.name, text('in', cursor));
          const label = `world ${world.seed}, ${reader.account.name} ${reader.role} at ${reader.scope}: ${text('in', cursor)}`;
          if (!said.alike) expect(said.texts[1], label).toBe(said.texts[0]);
          expect(said.errors, label).toEqual([]);
          const page = edgesOf(said.data).map((edge) => JSON.stringify(edge.node));
          expect(page, label).toEqual(mine.slice(mine.length - page.length));
          expect(leaksIn(reader, { bytes: said.texts[0], hasData: true }), label).toEqual([]);
          const place = edgesOf(own.data).findIndex((edge) => edge.cursor === cursor);
          if (place >= 0) expect(page, label).toEqual(mine.slice(place + 1));
          replayed += 1;
          if (!mine.includes(JSON.stringify(node))) hidden.set(name, (hidden.get(name) ?? 0) + 1);
        }
      }
    }
    const count = [...hidden.values()].reduce((sum, times) => sum + times, 0);
    console.log(`  ${replayed} cursors, ${count} of rows that are hidden`);
    expect(count).toBeGreaterThan(100);
    expect(nestedPagedOf(schema, readers[0]!).filter(({ name }) => !hidden.has(name))).toEqual([]);
  });

  test('of a row that has left the scope, or is no more, goes on with the rows that are left', { timeout: propertyMilliseconds }, async () => {
    let left = 0;
    for (const reader of readers.slice(0, nightly ? share(500) : 20)) {
      const { world } = reader.oracle;
      const outside = rowsFor(reader).units.out.find((unit) => !reader.stubs.has(unit) && reader.oracle.isOpen(unit));
      if (outside === undefined) continue;
      for (const [turn, { ask: text }] of pagedOf().filter(({ name }) => ['people', 'candidacies'].includes(name)).entries()) {
        const account = reader.account.name;
        const list = (after: string | null) => text('in', after);
        const before = edgesOf((await ask(servers[1], account, list(null))).data);
        const place = Math.floor(before.length / 2);
        const gone = before[place];
        if (gone === undefined || before.length === 100) continue;
        const [, uuid = ''] = Buffer.from((gone.node as { id: string }).id, 'base64url').toString('utf8').split(':');
        if (turn % 2 === 0) await other.owner.query('update person p set unit_id = u.id, position = u.lo from unit u where u.id = $2 and p.id = (select person_id from candidacy where id = $1)', [uuid, world.units[outside]!.id]);
        else await removePeople(other.owner, [uuid]);
        const after = await ask(servers[1], account, list(gone.cursor));
        expect(after.errors, list(gone.cursor)).toEqual([]);
        expect(edgesOf(after.data), `world ${world.seed}, ${account} at ${reader.scope}: ${list(gone.cursor)}`).toEqual(before.slice(place + 1));
        const whole = edgesOf((await ask(servers[1], account, list(null))).data);
        expect(whole).toEqual(before.filter((edge) => edge !== gone));
        left += 1;
      }
    }
    expect(left).toBeGreaterThan(20);
  });
});
