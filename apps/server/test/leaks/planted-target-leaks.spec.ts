import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Walls } from '../../src/platform/scope.ts';
import { knowledgeOf, leaksIn, type Knowledge } from '../properties/judge.ts';
import { opaque, rowsFor } from '../properties/literals.ts';
import { Oracle } from '../properties/oracle.ts';
import { ask } from '../worlds/ask.ts';
import { openingMilliseconds, openWorlds, serve, type Worlds } from '../worlds/shared-worlds.ts';

/* A leak of targets is planted, and the check that must tell of it is asked: with the leak it tells, without it is silent. */

let shared: Worlds;
let reader: Knowledge;

beforeAll(async () => {
  shared = await openWorlds();
  reader = shared.worlds.flatMap((world) => {
    const oracle = new Oracle(world);
    return world.accounts.map((account) => knowledgeOf(oracle, account)).filter(({ role, scope, units }) => (role === 'STAFF' || role === 'BOARD') && scope !== 0 && units.size > 2 && units.size < world.units.length / 2);
  })[0]!;
}, openingMilliseconds);
afterAll(async () => {
  await shared.drop();
});

/** Asks for the targets of units inside and outside; returns what the reader learns and may not know. */
async function told(walls: Walls, by = reader.account.name): Promise<string[]> {
  const server = await serve(shared.database, { walls });
  const { world } = reader.oracle;
  const ids = [...rowsFor(reader).units.out.slice(0, 6), ...rowsFor(reader).units.in.slice(0, 3)].map((unit) => world.units[unit]!.id);
  const fields = 'low note documentNumber recordedBy versions { note } below { low units } allocation { documentNumber recordedBy } parts { note unit { code } } draft { savedBy lines { note } } whole { note }';
  const text = `{ ${ids.map((id, index) => `t${index}: target(id: "${opaque('Target', id)}") { ${fields} }`).join(' ')} }`;
  try {
    const answer = await ask(server, by, text);
    expect(answer.errors).toEqual([]);
    return leaksIn(reader, { bytes: answer.bytes, hasData: true }, text);
  } finally {
    await server.close();
  }
}

const within = 'position + 0 between (select app.lo()) and (select app.hi())';

/** Each policy of a read with what it says. */
const policies = [
  ['target', 'scope_reads', within],
  ['target_version', 'scope_reads', within],
  ['allocation', 'scope_reads', within],
  ['allocation_draft', 'staff_reads', `${within} and (select app.role()) in ('STAFF', 'BOARD')`],
] as const;

describe('a planted leak of targets is caught', { timeout: 300_000 }, () => {
  test('none is told where none is planted', async () => {
    expect(await told({ application: true })).toEqual([]);
    expect(await told({ application: false })).toEqual([]);
  });

  test('policies that let everything through', async () => {
    for (const [table, name] of policies) await shared.owner.query(`alter policy ${name} on ${table} using (true)`);
    const leaks = await told({ application: false });
    expect(await told({ application: true })).toEqual([]);
    for (const [table, name, says] of policies) await shared.owner.query(`alter policy ${name} on ${table} using (${says})`);
    for (const word of ['Chỉ tiêu', 'Phân bổ', 'Nháp']) expect(leaks.some((leak) => leak.startsWith(`of targets: ${word}`)), word).toBe(true);
  });
});
