import { getNamedType, isEnumType, isInputObjectType, type GraphQLInputField, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import { digestOf, rowsOf } from '../worlds/digest.ts';
import { Draw } from '../worlds/draw.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { isAboutSupervision } from './candidacy-values.ts';
import { introspected } from './documents.ts';
import { knowledgeOf, knowledgeOfStranger, leaksIn, stranger, type Knowledge } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';
import { Oracle } from './oracle.ts';
import { readerKinds, type ReaderKind } from './random-readers.ts';

/*
 * Every mutation about assignments that introspection tells of, with every input field, by every reader, about units and assignments inside the
 * scope, outside of it, and nowhere, and with accounts that may be assigned and that may not. Nothing changes but what the rule of the lattice
 * allows: STAFF and BOARD, for units of their tree, never for themselves; and what they make is a grant of a supervisor inside their own scope.
 */

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

interface Named {
  readonly unit: string;
  readonly supervision: string;
  readonly account: string;
}

function value(draw: Draw, field: GraphQLInputField, named: Named): string {
  const type = getNamedType(field.type);
  if (isEnumType(type)) return draw.pick(type.getValues()).name;
  switch (field.name) {
    case 'unit': return JSON.stringify(opaque('Unit', named.unit));
    case 'supervision': return JSON.stringify(opaque('Supervision', named.supervision));
    case 'account': return JSON.stringify(named.account);
    case 'document': return draw.chance(70) ? 'null' : JSON.stringify(opaque('Document', draw.id()));
    case 'expectedVersion': return '2';
    case 'from': return '"2016-01-01"';
    case 'until': return draw.chance(50) ? 'null' : '"2098-01-01"';
    case 'documentIssuedOn': return '"2016-01-01"';
    case 'idempotencyKey': return JSON.stringify(`khoa-${draw.id()}`);
    case 'post': case 'documentNumber': case 'reason': return JSON.stringify(`${field.name} mới`);
    default: throw new Error(`Nobody has said what to write for "${field.name}" of type ${String(field.type)}`);
  }
}

const told = 'id version personName unitName bodyName post state documentNumber changeReason recordedBy endReason endedBy unit { id code } body { id code } grant { id } changes { post recordedBy }';

function mutations() {
  return Object.values(schema.getMutationType()!.getFields()).filter(isAboutSupervision);
}

/** Every assignment and every grant, but those that a reader may have changed or made: of units of its scope. */
async function digest(knowledge: Knowledge): Promise<string> {
  const units = [...knowledge.units].map((unit) => knowledge.oracle.world.units[unit]!.id);
  const elsewhere = 'unit_id <> all ($1::uuid[])';
  return await digestOf(shared.owner, [rowsOf('supervision', elsewhere), rowsOf('access_grant', `role <> 'SUPERVISOR' or ${elsewhere}`), rowsOf('account')], [units]);
}

async function askAll(knowledge: Knowledge, kind: ReaderKind, draw: Draw): Promise<void> {
  const { oracle: { world }, account } = knowledge;
  const { units } = rowsFor(knowledge);
  const grants = world.accounts.flatMap((one) => one.grants.filter(({ role }) => role === 'SUPERVISOR'));
  const assignments = { in: grants.filter(({ unit }) => knowledge.units.has(unit)), out: grants.filter(({ unit }) => !knowledge.units.has(unit)) };
  // Most of them are over, and of those nothing changes.
  const running = assignments.in.filter((grant) => knowledge.oracle.isInForce(grant));
  const accounts = [...world.accounts.map(({ name }) => name), 'zq0a0x@đâu', shared.worlds.find((other) => other !== world)!.accounts[0]!.name];
  const before = await digest(knowledge);
  for (const field of mutations()) {
    for (const target of ['in', 'out', 'absent'] as const) {
      const [unit, assignment] = target === 'absent'
        ? [draw.id(), draw.id()]
        : [units[target].length > 0 ? world.units[draw.pick(units[target])]!.id : draw.id(), assignments[target].length > 0 ? draw.pick(target === 'in' && running.length > 0 && draw.chance(70) ? running : assignments[target]).id : draw.id()];
      for (const name of target === 'in' ? [draw.pick(accounts), draw.pick(accounts), account.name] : [draw.pick(accounts)]) {
        const type = getNamedType(field.args[0]!.type);
        if (!isInputObjectType(type)) throw new Error(field.name);
        const fields = Object.values(type.getFields()).map((input) => {
          hits.add(`${type.name}.${input.name} ${kind}`);
          return `${input.name}: ${value(draw, input, { unit, supervision: assignment, account: name })}`;
        });
        const text = `mutation { ${field.name}(input: { ${fields.join(', ')} }) { __typename ... on SupervisionChanged { supervision { ${told} } } ... on SupervisionRefused { code field message current { ${told} } } } }`;
        const answer = await ask<Record<string, { __typename: string; code?: string }>>(server, account === stranger ? null : account.name, text);
        const label = `world ${world.seed}, ${kind} ${account.name}, ${target}: ${text}\n${answer.body}`;
        const outcome = answer.data?.[field.name];
        const isDone = outcome?.__typename === 'SupervisionChanged';
        outcomes.set(outcome?.code ?? (isDone ? field.name : 'error'), (outcomes.get(outcome?.code ?? (isDone ? field.name : 'error')) ?? 0) + 1);
        // What was just made has an id that nobody knew, and names whom it was made for.
        if (!isDone) expect(leaksIn(knowledge, { bytes: answer.bytes, hasData: false }, text), label).toEqual([]);
        for (const error of answer.errors) expect(['UNAUTHENTICATED', 'FORBIDDEN_FOR_ROLE'], label).toContain(error.extensions.code);
        if (isDone) expect([knowledge.role === 'STAFF' || knowledge.role === 'BOARD', target, field.name !== 'assignSupervision' || name !== account.name], label).toEqual([true, 'in', true]);
      }
    }
  }
  expect(await digest(knowledge), `world ${world.seed}, ${kind} ${account.name}`).toBe(before);
}

test('no assignment, by no reader, gives more than its maker has, and none is changed from outside', { timeout: propertyMilliseconds }, async () => {
  const oracles = shared.worlds.filter((world) => world.units.length > 1).map((world) => new Oracle(world));
  for (const kind of readerKinds) {
    const readers = kind === 'SIGNED_OUT' ? oracles.slice(0, 1).map(knowledgeOfStranger) : oracles.flatMap((oracle) => oracle.world.accounts.filter(({ grants: [grant] }) => (kind === 'ENDED' ? !oracle.isInForce(grant!) : grant!.role === kind)).map((account) => knowledgeOf(oracle, account)));
    for (const [index, knowledge] of readers.slice(0, 8).entries()) await askAll(knowledge, kind, new Draw(2_100_000 + index * 100 + readerKinds.indexOf(kind)));
  }
  const coordinates = mutations().flatMap((field) => {
    const type = getNamedType(field.args[0]!.type);
    return isInputObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [];
  });
  expect(coordinates.flatMap((coordinate) => readerKinds.map((kind) => `${coordinate} ${kind}`)).filter((cell) => !hits.has(cell))).toEqual([]);
  // All that may happen has happened, so that an empty answer cannot pass.
  for (const outcome of ['assignSupervision', 'changeSupervision', 'endSupervision', 'NOT_FOUND', 'ACCOUNT_NOT_USABLE', 'YOURSELF']) expect(outcomes.get(outcome) ?? 0, JSON.stringify([...outcomes])).toBeGreaterThan(0);
  // Every grant of a supervisor is that of an assignment, and holds on its days.
  const { rows } = await shared.owner.query<{ loose: string }>(`select g.id::text as loose from access_grant g left join supervision s on s.grant_id = g.id where (g.role = 'SUPERVISOR') <> (s.id is not null) or s.account_id <> g.account_id or s.unit_id <> g.unit_id`);
  expect(rows).toEqual([]);
});
