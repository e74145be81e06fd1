import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { operations } from './hidden-operations.ts';
import { knowledgeOf } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';
import { Oracle } from './oracle.ts';

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

/** The bytes of an answer without what differs between any two answers. */
function bytesOf(answer: { bytes: string }): string {
  return answer.bytes.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '').replaceAll(/"date":"[^"]*"/g, '');
}

test('what is hidden is answered to the byte like what is not there', { timeout: propertyMilliseconds }, async () => {
  let compared = 0;
  const differing: string[] = [];
  for (const world of shared.worlds) {
    const oracle = new Oracle(world);
    const draw = new Draw(world.seed + 500_000);
    const other = world.accounts.at(-1)!;
    for (const account of draw.some(world.accounts.slice(1, -1), 40)) {
      const knowledge = knowledgeOf(oracle, account);
      const { units, people } = rowsFor(knowledge);
      const hiddenUnits = units.out.filter((unit) => !knowledge.stubs.has(unit) || draw.chance(50));
      if (hiddenUnits.length === 0) continue;
      const unit = world.units[draw.pick(hiddenUnits)]!;
      const isPerson = people.out.length > 0 && draw.chance(50);
      const hidden = isPerson ? { id: opaque('Person', world.people[draw.pick(people.out)]!.id) } : { id: opaque('Unit', unit.id) };
      const [name, template] = draw.pick(Object.entries(operations));
      const fill = (values: Record<string, string>) => template.replaceAll(/\$(\w+)/g, (_, key: string) => values[key] ?? '');
      const person = people.out.length > 0 ? world.people[draw.pick(people.out)]! : null;
      // A text of what is searched: of a unit, or, where people are, of one of them.
      const token = name.endsWith('found by a text') && !name.startsWith('units') && person ? (/zq\w+x/.exec(person.fullName)?.[0] ?? 'zq00u00x') : /zq\w+x$/.exec(unit.code)![0];
      const stillHidden =
        !units.in.some((seen) => world.units[seen]!.code.includes(token) || world.units[seen]!.name.includes(token)) &&
        ![...knowledge.documents].some((seen) => world.units[seen]!.code.includes(token)) &&
        !people.in.some((seen) => world.people[seen]!.fullName.includes(token));
      if (name.includes('text') && !stillHidden) continue;
      // A view of somebody else, or one's own under another grant than the acting one.
      const hiddenView = (account.grants[1] ?? other.grants[0]!).id;
      const hiddenPerson = people.out.length > 0 ? world.people[draw.pick(people.out)]!.id : draw.id();
      const strangers = people.out.filter((one) => !knowledge.letters.has(one));
      // What was handed down from above is not hidden.
      const unseen = hiddenUnits.filter((one) => !knowledge.documents.has(one));
      const hiddenRecord = unseen.length > 0 ? world.units[draw.pick(unseen)]!.id : draw.id();
      const hiddenLetter = strangers.length > 0 ? world.people[draw.pick(strangers)]!.id : draw.id();
      const hiddenAssignment = world.accounts.flatMap(({ grants }) => grants).find((grant) => grant.role === 'SUPERVISOR' && !units.in.includes(grant.unit))?.id ?? draw.id();
      const there = fill({ ...hidden, document: opaque('Document', hiddenRecord), record: opaque('Obstacle', hiddenRecord), reminder: opaque('Reminder', hiddenRecord), supervision: opaque('Supervision', hiddenAssignment), transfer: opaque('Transfer', hiddenLetter), person: opaque('Person', hiddenPerson), candidacy: opaque('Candidacy', hiddenPerson), code: unit.code, text: token, grant: opaque('Grant', other.grants[0]!.id), session: opaque('Session', other.grants[0]!.id), view: opaque('SavedView', hiddenView) });
      const nowhere = fill({ document: opaque('Document', draw.id()), record: opaque('Obstacle', draw.id()), reminder: opaque('Reminder', draw.id()), supervision: opaque('Supervision', draw.id()), transfer: opaque('Transfer', draw.id()), person: opaque('Person', draw.id()), candidacy: opaque('Candidacy', draw.id()), id: opaque(isPerson ? 'Person' : 'Unit', draw.id()), code: unit.code.replace(token, 'zq00u0x'), text: 'zq00u00x', grant: opaque('Grant', draw.id()), session: opaque('Session', draw.id()), view: opaque('SavedView', draw.id()) });
      const [a, b] = [await ask(server, account.name, there), await ask(server, account.name, nowhere)];
      compared += 1;
      if (bytesOf(a) !== bytesOf(b)) differing.push(`world ${world.seed}, ${account.name}, ${name}: ${there}\n${a.body}\n${b.body}`);
    }
  }
  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThan(shared.worlds.length);
});

test('what is inside is answered', async () => {
  const world = shared.worlds.find((candidate) => candidate.people.length > 20)!;
  const answer = await ask<{ node: { id: string } }>(server, world.accounts[0]!.name, operations['node']!.replace('$id', opaque('Unit', world.units[1]!.id)));
  expect(answer.data?.node.id).toBe(opaque('Unit', world.units[1]!.id));
});
