import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import { digestOf, rowsOf } from '../worlds/digest.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly } from '../worlds/sizes.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { introspected } from './documents.ts';
import { knowledgeOf, knowledgeOfStranger, leaksIn, type Knowledge } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';
import { mutationText, type Written } from './mutation-text.ts';
import { Oracle } from './oracle.ts';
import { readerKinds, type ReaderKind } from './random-readers.ts';
import { isAboutTargets } from './target-values.ts';
import { targetsOfWorld } from '../worlds/targets.ts';
import type { World } from '../worlds/world-model.ts';

/*
 * Every mutation about targets that introspection tells of, with every input field, by every reader, about units inside the scope, above it, beside it,
 * and nowhere. Outside the scope the database is the same before and after, to the byte, and what is hidden is answered like what is not there.
 */

const places = ['in', 'above', 'beside', 'absent'] as const;
type Place = (typeof places)[number];

/** In each round of a night other ones. */
const worldsAsked = 3;
const turns = nightly ? 8 : 4;

let shared: Worlds;
let server: BuiltServer;
let schema: GraphQLSchema;
const hits = new Set<string>();
const outcomes = new Map<string, number>();

beforeAll(async () => {
  shared = await openWorlds();
  server = await serve(shared.database);
  schema = await introspected(server);
}, openingMilliseconds);
afterAll(async () => {
  await server.close();
  await shared.drop();
});

/** What a mutation names, and what stands there by now: of what is hidden, what would be there. */
interface Named {
  readonly unit: string;
  readonly target: string;
  /** The versions of the target, of its allocation and of its worksheet. */
  readonly number: number;
  readonly allocation: number;
  readonly draft: number;
  readonly low: number;
  /** Each question has a key of its own: what a key was used for is answered before anything else. */
  readonly key: string;
  /** The units below that have a part, and what makes them up. */
  readonly lines: readonly { readonly unit: string; readonly low: number }[];
}

/** What is written for an input field of that name. */
function value(draw: Draw, mutation: string, name: string, type: GraphQLNamedType, named: Named): string {
  switch (name) {
    case 'unit': return JSON.stringify(opaque('Unit', named.unit));
    case 'target': return JSON.stringify(opaque('Target', named.target));
    case 'document': return 'null';
    case 'expectedVersion': return String(mutation.includes('Draft') ? named.draft : named.number);
    case 'expectedAllocation': return String(named.allocation);
    case 'sumRule': return draw.chance(80) ? 'NOT_BELOW' : draw.pick(['EXACTLY', 'WITH_RESERVE']);
    case 'indicator': return draw.chance(80) ? 'RECOGNISED' : 'ADMITTED';
    case 'kind': return draw.chance(90) ? 'EXACT' : 'MINIMUM';
    case 'base': case 'baseNumber': case 'high': return 'null';
    case 'period': return JSON.stringify(String(draw.int(2031, 2089)));
    case 'low': return String(named.low + draw.int(1, 9));
    case 'issuedOn': return `"2017-0${draw.int(2, 9)}-10"`;
    case 'isLocked': return String(draw.chance(50));
    case 'dryRun': return String(draw.chance(30));
    case 'idempotencyKey': return JSON.stringify(named.key);
    default:
      if (isEnumType(type)) return draw.pick(type.getValues()).name;
      if (type.name === 'String') return JSON.stringify(`${name} mới`);
      throw new Error(`Nobody has said what to write for "${name}" of type ${type.name}`);
  }
}

function literal(draw: Draw, mutation: string, name: string, type: GraphQLInputType, named: Named, coordinates: Set<string>): string {
  if (isNonNullType(type)) return literal(draw, mutation, name, type.ofType, named, coordinates);
  const inner = getNamedType(type);
  if (isListType(type)) {
    const lines = named.lines.length > 0 ? named.lines : [{ unit: named.unit, low: 1 }];
    return `[${lines.map((line) => literal(draw, mutation, name, type.ofType, { ...named, ...line, low: line.low }, coordinates)).join(', ')}]`;
  }
  if (!isInputObjectType(inner)) return value(draw, mutation, name, inner, named);
  // Mostly a target of everybody, and nothing that is kept back.
  const isLeftOut = ['slice', 'reserve'].includes(name) && draw.chance(70);
  const fields = Object.values(inner.getFields()).map((field) => {
    coordinates.add(`${inner.name}.${field.name}`);
    return `${field.name}: ${literal(draw, mutation, field.name, field.type, named, coordinates)}`;
  });
  return isLeftOut ? 'null' : `{ ${fields.join(', ')} }`;
}

const sums = 'holds given { low } allocated { low } difference { low }';
const told = `id low note reason documentNumber recordedBy unit { code name } issuer { code name } whole { id } versions { number note recordedBy } below { units low } allocation { documentNumber recordedBy sums { ${sums} } } parts { id low unit { code } } draft { savedBy lines { unit note } } viewerCanAdjust { because } viewerCanAllocate { because }`;
const selections: Readonly<Record<string, string>> = {
  TargetResult: `{ __typename ... on TargetChanged { isWritten target { ${told} } sums { ${sums} } changes { unit { code } after { low } } } ... on TargetRefused { code field message lines { code field message unit { code } } sums { ${sums} } current { id } } }`,
};

function written(draw: Draw, field: GraphQLField<unknown, unknown>, named: Named): Written & { coordinates: Set<string> } {
  const coordinates = new Set([`Mutation.${field.name}`]);
  const literals = field.args.map((argument) => literal(draw, field.name, argument.name, argument.type, named, coordinates));
  return { ...mutationText(field, literals, selections[getNamedType(field.type).name] ?? ''), coordinates };
}

/** Everything about targets outside an interval, and the structure of all of it. */
async function digestOutside(lo: string, hi: string): Promise<string> {
  const outside = ['target', 'target_version', 'allocation', 'allocation_draft'].map((table) => rowsOf(table, `not position between ${lo} and ${hi}`));
  return await digestOf(shared.owner, [...outside, ...['unit', 'access_grant', 'placement', 'person'].map((table) => rowsOf(table))]);
}

function readerOf(oracle: Oracle, kind: ReaderKind): Knowledge | null {
  if (kind === 'SIGNED_OUT') return knowledgeOfStranger(oracle);
  const readers = oracle.world.accounts.map((account) => knowledgeOf(oracle, account)).filter(({ role, account: { grants } }) => (kind === 'ENDED' ? grants[0]!.ended !== undefined : role === kind));
  // One below the root, with somebody above and beside, and units below.
  const size = ({ units, scope }: Knowledge) => (scope === 0 ? 0 : 1) * 1_000 + units.size;
  return readers.toSorted((a, b) => size(b) - size(a))[0] ?? null;
}

/** The units whose targets a mutation can change, where there are some. */
function suiting(world: World, mutation: string, units: readonly number[]): readonly number[] {
  const given = targetsOfWorld(world);
  const fit = units.filter((unit) => {
    const target = given.get(unit);
    return mutation === 'adjustTarget' ? target !== undefined && target.giving !== 'PART' : mutation === 'publishAllocation' ? (target?.parts.length ?? 0) > 0 : target !== undefined;
  });
  return fit.length > 0 ? fit : units;
}

function unitsAt(reader: Knowledge, place: Place): number[] {
  const { units } = rowsFor(reader);
  const isOpen = (unit: number) => reader.oracle.isOpen(unit);
  switch (place) {
    case 'in': return units.in.filter(isOpen);
    case 'above': return reader.role === null ? [] : reader.oracle.above(reader.scope);
    case 'beside': return units.out.filter((unit) => !reader.stubs.has(unit));
    default: return [];
  }
}

/** The target of a unit as it stands, as the owner sees it. What lies nowhere stands like that of the unit, so that the same is written. */
async function standing(unit: string, isThere: boolean, draw: Draw): Promise<Omit<Named, 'key'>> {
  const { rows } = await shared.owner.query<{ id: string; low: number; number: number; allocation: number; draft: number; lines: { unit: string; low: number }[] | null }>(
    `select t.id, v.low::float8 as low, v.number, coalesce((select max(a.number) from allocation a where a.target_id = t.id), 0) as allocation, coalesce((select d.version from allocation_draft d where d.target_id = t.id), 0) as draft,
       (select json_agg(json_build_object('unit', c.unit_id, 'low', v.low) order by c.unit_id) from placement c join unit u on u.id = c.unit_id and u.closed_on is null where c.parent_id = t.unit_id and upper(c.valid) is null) as lines
     from target t cross join lateral (select n.* from target_version n where n.target_id = t.id order by n.number desc limit 1) v where t.id = $1`,
    [unit],
  );
  const [found] = rows;
  if (!found) return { unit, target: unit, number: 1, allocation: 0, draft: 0, low: 1, lines: [] };
  const nowhere = draw.id();
  return { ...found, unit: isThere ? unit : nowhere, target: isThere ? unit : nowhere, lines: isThere ? (found.lines ?? []) : (found.lines ?? []).map((line) => ({ ...line, unit: draw.id() })) };
}

function bytesOf(answer: { bytes: string }): string {
  return answer.bytes.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|"date":"[^"]*"/g, '');
}

async function askOne(reader: Knowledge, kind: ReaderKind, field: GraphQLField<unknown, unknown>, seed: number): Promise<void> {
  const { oracle, account } = reader;
  const answers = new Map<Place, string>();
  for (const place of places) {
    const draw = new Draw(seed + places.indexOf(place));
    const units = unitsAt(reader, place === 'absent' ? 'beside' : place);
    const unit = units.length > 0 ? oracle.world.units[draw.pick(suiting(oracle.world, field.name, units))]!.id : draw.id();
    if (units.length === 0 && place !== 'absent') continue;
    const named = await standing(unit, place !== 'absent', draw);
    const { query, variables, text, coordinates } = written(new Draw(seed + 7), field, { ...named, key: `khoa-${seed}-${place}` });
    const answer = await ask<Record<string, { __typename: string; isWritten?: boolean }>>(server, kind === 'SIGNED_OUT' ? null : account.name, query, variables);
    const label = `world ${oracle.world.seed}, ${kind} ${account.name}, ${place}: ${text}\n${answer.body}`;
    // What was made by these mutations has an id that nobody knew, and says who made it.
    const leaks = leaksIn(reader, { bytes: answer.bytes, hasData: Boolean(answer.data) }, text).filter((leak) => !(place === 'in' && /^(id of Target |text of a)/.test(leak)));
    expect(leaks, label).toEqual([]);
    for (const error of answer.errors) expect(['UNAUTHENTICATED', 'FORBIDDEN_FOR_ROLE'], label).toContain(error.extensions.code);
    const outcome = answer.data?.[field.name];
    const isDone = outcome?.__typename.endsWith('Changed') ?? false;
    if (place !== 'in' || !['STAFF', 'BOARD'].includes(reader.role ?? '')) expect(isDone, label).toBe(false);
    else outcomes.set(field.name, (outcomes.get(field.name) ?? 0) + (isDone ? 1 : 0));
    answers.set(place, bytesOf(answer));
    for (const coordinate of coordinates) hits.add(`${coordinate} ${kind} ${place}`);
  }
  for (const hidden of ['above', 'beside'] as const) {
    if (answers.has(hidden)) expect(answers.get(hidden), `world ${oracle.world.seed}, ${kind}, ${hidden}: ${field.name}`).toBe(answers.get('absent'));
  }
}

function aboutTargets(): GraphQLField<unknown, unknown>[] {
  const order = ['setTarget', 'adjustTarget', 'saveAllocationDraft', 'discardAllocationDraft', 'saveAllocationDraft', 'publishAllocation'];
  return Object.values(schema.getMutationType()!.getFields()).filter(isAboutTargets).toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

test('no change of targets, by no reader, touches or tells what lies outside the scope, and none has been left out', { timeout: propertyMilliseconds }, async () => {
  // Worlds whose targets run on.
  const oracles = shared.worlds.filter((world) => world.seed % 2 === 0 && world.units.length > 12).map((world) => new Oracle(world)).filter((oracle) => readerKinds.every((kind) => readerOf(oracle, kind))).slice(0, worldsAsked);
  expect(oracles).toHaveLength(worldsAsked);
  for (const oracle of oracles) {
    const readers = readerKinds.map((kind) => ({ kind, reader: readerOf(oracle, kind)! }));
    // The board of the root hands out most.
    for (const { kind, reader } of [...readers, { kind: 'BOARD' as const, reader: knowledgeOf(oracle, oracle.world.accounts[0]!) }]) {
      const { rows } = reader.role === null ? { rows: [] } : await shared.owner.query<{ lo: string; hi: string }>('select lo::text, hi::text from unit where id = $1', [oracle.world.units[reader.scope]!.id]);
      const { lo, hi } = rows[0] ?? { lo: '1', hi: '0' };
      const before = await digestOutside(lo, hi);
      for (let turn = 0; turn < turns; turn += 1) {
        for (const [index, field] of aboutTargets().entries()) await askOne(reader, kind, field, oracle.world.seed * 1_000 + readerKinds.indexOf(kind) * 10_000_000 + turn * 100 + index * 10);
      }
      expect(await digestOutside(lo, hi), `world ${oracle.world.seed}, ${kind} ${reader.account.name}`).toBe(before);
    }
  }
  const nobody: Named = { unit: '', target: '', number: 1, allocation: 0, draft: 0, low: 1, key: '', lines: [] };
  const coordinates = aboutTargets().flatMap((field) => [...written(new Draw(1), field, nobody).coordinates]);
  const asked = (kind: ReaderKind, place: Place) => !((kind === 'SIGNED_OUT' || kind === 'ENDED') && place !== 'absent');
  const unasked = coordinates.flatMap((coordinate) => readerKinds.flatMap((kind) => places.filter((place) => asked(kind, place)).map((place) => `${coordinate} ${kind} ${place}`))).filter((cell) => !hits.has(cell));
  expect(unasked).toEqual([]);
  // A property of refusals alone would prove nothing: changes inside the scope are made.
  for (const { name } of aboutTargets()) expect(outcomes.get(name) ?? 0, name).toBeGreaterThan(0);
});

test('a line about a hidden unit is answered like one about none', { timeout: propertyMilliseconds }, async () => {
  let compared = 0;
  for (const world of shared.worlds.filter(({ seed }) => seed % 2 === 0)) {
    const oracle = new Oracle(world);
    const reader = readerOf(oracle, 'STAFF');
    const hidden = reader && unitsAt(reader, 'beside')[0];
    const divided = reader && unitsAt(reader, 'in')[0];
    if (!reader || typeof hidden !== 'number' || typeof divided !== 'number') continue;
    const draw = new Draw(world.seed + 4_000_000);
    const named = await standing(world.units[divided]!.id, true, draw);
    const text = (unit: string) => `mutation { publishAllocation(input: { target: "${opaque('Target', named.target)}", expectedVersion: ${named.number}, expectedAllocation: ${named.allocation}, issuedOn: "2017-02-03", sumRule: NOT_BELOW, dryRun: true, idempotencyKey: "dong-bi-an", lines: [{ unit: "${opaque('Unit', unit)}", low: 99 }] }) ${selections['TargetResult']} }`;
    const [there, nowhere] = [await ask(server, reader.account.name, text(world.units[hidden]!.id)), await ask(server, reader.account.name, text(draw.id()))];
    expect(bytesOf(there), `world ${world.seed}, ${reader.account.name}`).toBe(bytesOf(nowhere));
    compared += there.body.includes('UNIT_NOT_BELOW') ? 1 : 0;
  }
  expect(compared).toBeGreaterThan(3);
});

test('a target that is hidden is not there, by its id, as a node and beside its unit', { timeout: propertyMilliseconds }, async () => {
  let [hiddenOnes, seenOnes] = [0, 0];
  for (const world of shared.worlds) {
    const oracle = new Oracle(world);
    for (const kind of ['STAFF', 'OBSERVER', 'SECRETARY'] as const) {
      const reader = readerOf(oracle, kind);
      if (!reader) continue;
      const draw = new Draw(world.seed + 5_000_000);
      const text = (id: string) => `{ target(id: "${opaque('Target', id)}") { id low unit { code } progress { percentOfLow } } node(id: "${opaque('Target', id)}") { id } unit(id: "${opaque('Unit', id)}") { targets { id } } }`;
      const nowhere = bytesOf(await ask(server, reader.account.name, text(draw.id())));
      for (const place of ['above', 'beside'] as const) {
        const units = unitsAt(reader, place);
        if (units.length === 0) continue;
        expect(bytesOf(await ask(server, reader.account.name, text(world.units[draw.pick(units)]!.id))), `world ${world.seed}, ${kind} ${reader.account.name}, ${place}`).toBe(nowhere);
        hiddenOnes += 1;
      }
      const inside = unitsAt(reader, 'in').filter((unit) => !world.units[unit]!.founded);
      if (inside.length === 0) continue;
      const { id } = world.units[draw.pick(inside)]!;
      const answer = await ask<{ target: { id: string } | null }>(server, reader.account.name, text(id));
      expect(answer.data?.target?.id, answer.body).toBe(opaque('Target', id));
      seenOnes += 1;
    }
  }
  expect(Math.min(hiddenOnes, seenOnes)).toBeGreaterThan(shared.worlds.length / 2);
});
