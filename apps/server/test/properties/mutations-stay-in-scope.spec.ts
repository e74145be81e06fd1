import { getNamedType, isAbstractType, isInputObjectType, isNonNullType, isObjectType, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import { digestOf, rowsOf } from '../worlds/digest.ts';
import { Draw } from '../worlds/draw.ts';
import { openSessions } from '../worlds/session.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import type { WorldAccount } from '../worlds/world-model.ts';
import { introspected } from './documents.ts';
import { targets, type Target } from './schema-edges.ts';
import { isAboutCandidacies, isAboutSupervision } from './candidacy-values.ts';
import { isAboutTargets } from './target-values.ts';
import { knowledgeOf, knowledgeOfStranger, leaksIn, stranger, type Knowledge } from './judge.ts';
import { opaque } from './literals.ts';
import { Oracle } from './oracle.ts';
import { readerKinds, type ReaderKind } from './random-readers.ts';

/*
 * Every mutation about accounts that introspection tells of (those of candidacies and of targets have specs of their own), with every argument and input field, by every reader, about what is its own, somebody
 * else's, and nobody's. One that nobody has written values for fails.
 */

const worldsAsked = 2;

let shared: Worlds;
let server: BuiltServer;
let schema: GraphQLSchema;
const hits = new Set<string>();

beforeAll(async () => {
  shared = await openWorlds();
  server = await serve(shared.database);
  schema = await introspected(server);
}, openingMilliseconds);
afterAll(async () => {
  await server.close();
  await shared.drop();
});

/** Whose things a mutation is about: the reader's own, another account's, or nobody's. */
type Owner = Pick<WorldAccount, 'name' | 'grants'>;

/** How many views were saved: each has another name. */
let saved = 0;

/** What is written for an argument or input field of that name. A session, and a view, has the id of its grant. */
const values: Readonly<Record<string, (owner: Owner) => string>> = {
  session: ({ grants }) => opaque('Session', grants[0]!.id),
  grant: ({ grants }) => opaque('Grant', grants.at(-1)!.id),
  account: ({ name }) => name,
  password: () => 'không phải mật khẩu này',
  view: ({ grants }) => opaque('SavedView', grants[0]!.id),
  name: () => `kiểu xem ${(saved += 1)}`,
  address: () => '/tong-quan?ky=2019',
};

function literal(name: string, type: GraphQLInputType, owner: Owner, coordinates: string[]): string {
  const named: GraphQLNamedType = getNamedType(type);
  if (!isInputObjectType(named)) {
    const value = values[name];
    if (!value) throw new Error(`Nobody has said what to write for "${name}" of type ${String(type)}`);
    return JSON.stringify(value(owner));
  }
  const fields = Object.values(named.getFields()).map((field) => {
    coordinates.push(`${named.name}.${field.name}`);
    return `${field.name}: ${literal(field.name, field.type, owner, coordinates)}`;
  });
  return `{ ${fields.join(', ')} }`;
}

/** All that a result tells without being asked for anything, three steps deep. */
function selection(type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type)) return `{ __typename ${schema.getPossibleTypes(type).map((one) => `... on ${one.name} ${selection(one, depth)}`).join(' ')} }`;
  if (!isObjectType(type)) return '';
  const fields = Object.values((type as GraphQLObjectType).getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const isPlain = !isObjectType(inner) && !isAbstractType(inner);
    if (field.args.some((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined) || (!isPlain && depth === 0)) return [];
    return [`${field.name} ${selection(inner, depth - 1)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

function written(field: GraphQLField<unknown, unknown>, owner: Owner): { text: string; coordinates: string[] } {
  const coordinates = [`Mutation.${field.name}`];
  const given = field.args.map((argument) => {
    coordinates.push(`Mutation.${field.name}(${argument.name})`);
    return `${argument.name}: ${literal(argument.name, argument.type, owner, coordinates)}`;
  });
  return { text: `mutation { ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${selection(getNamedType(field.type), 2)} }`, coordinates };
}

function readerOf(oracle: Oracle, kind: ReaderKind): Knowledge | null {
  if (kind === 'SIGNED_OUT') return knowledgeOfStranger(oracle);
  const readers = oracle.world.accounts.map((account) => knowledgeOf(oracle, account));
  // Of one grant, so that what a switch of grants tells is judged by the scope that it had before.
  return readers.find(({ role, account: { grants } }) => grants.length === 1 && (kind === 'ENDED' ? grants[0]!.ended !== undefined : role === kind)) ?? null;
}

/** Everything about accounts that is not the reader's own. */
async function digestOfOthers(account: WorldAccount): Promise<string> {
  const own = account.id === '' ? null : account.id;
  const ofOthers = 'account_id is distinct from $1';
  return await digestOf(shared.owner, [rowsOf('session', ofOthers), rowsOf('saved_view', ofOthers), rowsOf('access_grant'), rowsOf('account')], [own]);
}

/** Gives an account its session back, whatever has become of it; and its attempts to sign in. */
async function restore(account: WorldAccount): Promise<void> {
  await shared.owner.query('truncate sign_in_attempt');
  if (account === stranger) return;
  await shared.owner.query('delete from session where account_id = $1', [account.id]);
  await openSessions(shared.owner, [{ account: account.name, accountId: account.id, grantId: account.grants[0]!.id }]);
}

/** The mutations about sessions, grants and views. */
function aboutAccounts(): GraphQLField<unknown, unknown>[] {
  return Object.values(schema.getMutationType()!.getFields()).filter((field) => ![isAboutCandidacies, isAboutTargets, isAboutSupervision].some((is) => is(field)));
}

/** The bytes of an answer without what differs between any two answers. */
function bytesOf(answer: { bytes: string }): string {
  return answer.bytes.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|"date":"[^"]*"/g, '');
}

async function askAll(reader: Knowledge, kind: ReaderKind, draw: Draw): Promise<void> {
  const { account, oracle } = reader;
  const other = draw.pick(oracle.world.accounts.filter((candidate) => candidate !== account && candidate.grants.every((grant) => grant.ended === undefined)));
  const nobody: Owner = { name: 'zq0a0x@đâu', grants: [{ id: draw.id(), role: 'BOARD', unit: 0 }] };
  const owners: Record<Target, Owner> = { in: account === stranger ? other : account, out: other, absent: nobody };
  const before = await digestOfOthers(account);
  for (const field of aboutAccounts()) {
    const answers: Partial<Record<Target, string>> = {};
    for (const target of targets) {
      await restore(account);
      const { text, coordinates } = written(field, owners[target]);
      const answer = await ask<Record<string, { __typename: string } | null>>(server, account === stranger ? null : account.name, text);
      const label = `world ${oracle.world.seed}, ${kind} ${account.name}, ${target}: ${text}\n${answer.body}`;
      const leaks = leaksIn(reader, { bytes: answer.bytes, hasData: Boolean(answer.data) }, text);
      // A view that was just saved is one's own, and new to everybody.
      expect(leaks.filter((leak) => field.name !== 'saveView' || !leak.startsWith('id of SavedView')), label).toEqual([]);
      for (const error of answer.errors) expect(['UNAUTHENTICATED', 'FORBIDDEN_FOR_ROLE'], label).toContain(error.extensions.code);
      const outcome = answer.data?.[field.name]?.__typename ?? 'error';
      // What is its own is found by whoever is somebody; the rest by nobody. What is saved is one's own by being saved.
      if (field.name === 'saveView') expect(outcome.endsWith('Succeeded'), label).toBe(reader.role !== null);
      else if (field.args.length > 0 && field.name !== 'signIn') expect(outcome.endsWith('Succeeded'), label).toBe(target === 'in' && reader.role !== null);
      if (field.name === 'signIn') expect(outcome, label).toBe('SignInRefused');
      answers[target] = bytesOf(answer);
      for (const coordinate of coordinates) hits.add(`${coordinate} ${kind} ${target}`);
    }
    if (field.name !== 'saveView') expect(answers.out, `world ${oracle.world.seed}, ${kind}: ${field.name}`).toBe(answers.absent);
  }
  await restore(account);
  expect(await digestOfOthers(account), `world ${oracle.world.seed}, ${kind} ${account.name}`).toBe(before);
}

test('no mutation, by no reader, changes or tells what is not its own, and none has been left out', { timeout: propertyMilliseconds }, async () => {
  const oracles = shared.worlds.filter((world) => world.units.length > 1).map((world) => new Oracle(world)).filter((oracle) => readerKinds.every((kind) => readerOf(oracle, kind))).slice(0, worldsAsked);
  expect(oracles.length).toBe(worldsAsked);
  for (const oracle of oracles) for (const kind of readerKinds) await askAll(readerOf(oracle, kind)!, kind, new Draw(oracle.world.seed + 1_300_000 + readerKinds.indexOf(kind) * 10_000_000));
  const coordinates = aboutAccounts().flatMap((field) => written(field, { name: '', grants: [{ id: '', role: 'BOARD', unit: 0 }] }).coordinates);
  const unasked = coordinates.flatMap((coordinate) => readerKinds.flatMap((kind) => targets.map((target) => `${coordinate} ${kind} ${target}`))).filter((cell) => !hits.has(cell));
  expect(unasked).toEqual([]);
});
