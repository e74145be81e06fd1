import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findPeopleById } from '../../src/contexts/people/persistence/person-reads.ts';
import { entities } from '../../src/contexts/access/index.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { scopeOf } from '../../src/platform/scope.ts';
import { knowledgeOf, leaksIn, type Knowledge } from '../properties/judge.ts';
import { opaque, rowsFor } from '../properties/literals.ts';
import { Oracle } from '../properties/oracle.ts';
import { ask } from '../worlds/ask.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { openingMilliseconds, openWorlds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import type { Walls } from '../../src/platform/scope.ts';

/** Switches on a read of people that leaves out the scope: the rest of it, and the resolver above it, are the product's own. */
const skipping = vi.hoisted(() => ({ on: false }));
vi.mock('../../src/contexts/people/persistence/person-reads.ts', async (importOriginal) => {
  const original = await importOriginal<{ findPeopleById: typeof findPeopleById }>();
  const everywhere = { lo: '0', hi: '9223372036854775807' };
  const read: typeof findPeopleById = async (scope, ids) => await original.findPeopleById(skipping.on ? { ...scope, ...everywhere } : scope, ids);
  return { ...original, findPeopleById: read };
});

/* A leak is planted and the check that must tell of it is asked: with the leak it tells, without it is silent. */

let shared: Worlds;
let reader: Knowledge;
/** One who sees only the sending side of a letter that was accepted. */
let sender: Knowledge;

beforeAll(async () => {
  shared = await openWorlds();
  const readers = shared.worlds.flatMap((world) => {
    const oracle = new Oracle(world);
    return world.accounts.map((account) => knowledgeOf(oracle, account)).filter(({ role, scope }) => (role === 'STAFF' || role === 'SECRETARY' || role === 'BOARD') && scope !== 0);
  });
  reader = readers.find((knowledge) => rowsFor(knowledge).people.out.length > 5 && rowsFor(knowledge).units.out.length > 5)!;
  sender = readers.find(({ letters, oracle }) => oracle.world.letters.some(({ person, state }) => state === 'ACCEPTED' && letters.get(person)?.isReceiver === false))!;
}, openingMilliseconds);
afterAll(async () => {
  await shared.drop();
});

/** Asks for the letters that leave a scope; returns what the sender learns and may not know. */
async function toldOfLetters(walls: Walls): Promise<string[]> {
  const server = await serve(shared.database, { walls });
  const text = '{ transfers(direction: OUT, first: 100) { nodes { id personName birthDate fromName destination letterNumber issuedBy acceptedBy person { id fullName } toUnit { id code } } } }';
  try {
    const answer = await ask(server, sender.account.name, text);
    expect(answer.errors).toEqual([]);
    return leaksIn(sender, { bytes: answer.bytes, hasData: true }, text);
  } finally {
    await server.close();
  }
}

/** Asks for everything by lists and for hidden rows by id; returns what the reader learns and may not know. */
async function told(walls: Walls): Promise<string[]> {
  const server = await serve(shared.database, { walls });
  const { world } = reader.oracle;
  const { people, units } = rowsFor(reader);
  const text = `{ units(first: 100) { nodes { id code name } } people(first: 100) { nodes { id fullName birthDate } }
    nodes(ids: [${[...people.out.slice(0, 20).map((person) => opaque('Person', world.people[person]!.id)), ...units.out.slice(0, 20).map((unit) => opaque('Unit', world.units[unit]!.id))].map((id) => JSON.stringify(id)).join(', ')}]) { id ... on Person { fullName } ... on Unit { code } } }`;
  try {
    const answer = await ask(server, reader.account.name, text);
    expect(answer.errors).toEqual([]);
    return leaksIn(reader, { bytes: answer.bytes, hasData: true }, text);
  } finally {
    await server.close();
  }
}

async function planted<T>(plant: string, repair: string, work: () => Promise<T>): Promise<T> {
  await shared.owner.query(plant);
  try {
    return await work();
  } finally {
    await shared.owner.query(repair);
  }
}

const personPolicy = `position between (select app.lo()) and (select app.hi()) and (select app.reads_people())`;

describe('a planted leak is caught', { timeout: 300_000 }, () => {
  test('none is told where none is planted', async () => {
    expect(await told({ application: true })).toEqual([]);
    expect(await told({ application: false })).toEqual([]);
  });

  test('a policy that lets everything through', async () => {
    const leaks = await planted(`alter policy scope_and_role_read on person using (true)`, `alter policy scope_and_role_read on person using (${personPolicy})`, async () => await told({ application: false }));
    expect(leaks.some((leak) => leak.startsWith('text of p'))).toBe(true);
  });

  test('a letter that tells the old unit more than that the person left', async () => {
    const seen = `from_position + 0 between (select app.lo()) and (select app.hi()) or exists (select from transfer_receiver r where r.transfer_id = transfer.id)`;
    const policy = `((${seen}) and (select app.reads_people()))`;
    for (const application of [true, false]) expect(await toldOfLetters({ application })).toEqual([]);
    const everybodys = await planted('alter policy scope_and_role_read on transfer using (true)', `alter policy scope_and_role_read on transfer using (${policy})`, async () => await toldOfLetters({ application: false }));
    expect(everybodys.some((leak) => leak.startsWith('id of Transfer'))).toBe(true);
    // Who received somebody lies apart: without its row security the query layer alone keeps it, and with both walls off it is told.
    const apart = async (application: boolean) => await planted('alter table transfer_receiver disable row level security', 'alter table transfer_receiver enable row level security', async () => await toldOfLetters({ application }));
    expect((await apart(false)).some((leak) => leak.startsWith('who signed'))).toBe(true);
    expect(await apart(true)).toEqual([]);
  });

  test('a dropped policy, by what no longer comes back', async () => {
    const { world } = reader.oracle;
    const [seen] = reader.units;
    const count = async () => {
      const server = await serve(shared.database);
      const answer = await ask<{ unit: { code: string } | null }>(server, reader.account.name, `{ unit(id: "${opaque('Unit', world.units[seen!]!.id)}") { code } }`);
      await server.close();
      return answer.data?.unit?.code ?? null;
    };
    expect(await count()).toBe(world.units[seen!]!.code);
    const dropped = await planted('drop policy scope_reads on unit', 'create policy scope_reads on unit for select to banyan_app using (lo between (select app.lo()) and (select app.hi()))', count);
    expect(dropped).toBeNull();
  });

  test('row security that is switched off for one table', async () => {
    const leaks = await planted('alter table unit disable row level security', 'alter table unit enable row level security', async () => await told({ application: false }));
    expect(leaks.some((leak) => leak.startsWith('text of u'))).toBe(true);
  });

  test('a view that reads as its owner', async () => {
    const { world } = reader.oracle;
    const database = await openDatabase({ url: shared.database.appUrl, entities });
    const visible = async () => {
      const read = await database.read(credentialOf(secretOf(reader.account.name)));
      const rows = await read.query<{ full_name: string }>('select full_name from public.planted');
      read.end();
      return leaksIn(reader, { bytes: JSON.stringify(rows), hasData: true });
    };
    const grant = 'grant select on public.planted to banyan_app';
    try {
      const invoker = await planted(`create view public.planted with (security_invoker = true) as select full_name from person; ${grant}`, 'drop view public.planted', visible);
      expect(invoker, `world ${world.seed}`).toEqual([]);
      const definer = await planted(`create view public.planted as select full_name from person; ${grant}`, 'drop view public.planted', visible);
      expect(definer).not.toEqual([]);
    } finally {
      await database.close();
    }
  });

  test('a resolver that skips the scope, asked as its users ask it', async () => {
    await planted('alter table person disable row level security', 'alter table person enable row level security', async () => {
      expect(await told({ application: true })).toEqual([]);
      skipping.on = true;
      const leaks = await told({ application: true });
      skipping.on = false;
      expect(leaks.some((leak) => leak.startsWith('text of p'))).toBe(true);
    });
  });

  test('a read that skips the scope, with the policies off', async () => {
    const { world } = reader.oracle;
    const database = await openDatabase({ url: shared.database.appUrl, entities });
    const hidden = rowsFor(reader).people.out.map((person) => world.people[person]!.id);
    const through = async (walls: Walls) => {
      const read = await database.read(credentialOf(secretOf(reader.account.name)));
      const found = await findPeopleById(scopeOf(read, read.actor, walls), hidden);
      read.end();
      return leaksIn(reader, { bytes: JSON.stringify([...found.values()]), hasData: true });
    };
    try {
      await planted('alter table person disable row level security', 'alter table person enable row level security', async () => {
        expect(await through({ application: true })).toEqual([]);
        expect(await through({ application: false })).not.toEqual([]);
      });
    } finally {
      await database.close();
    }
  });
});
