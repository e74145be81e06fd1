import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities } from '../../src/contexts/access/index.ts';
import { closeUnit, foundUnit, mergeUnits, moveUnit, postFacts, renameUnit } from '../../src/contexts/ledger/index.ts';
import { ask } from '../worlds/ask.ts';
import { openDatabase, type Database, type WriteTransaction } from '../../src/platform/database.ts';
import { Draw } from '../worlds/draw.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { knowledgeOf } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';
import { Oracle } from './oracle.ts';

let shared: Worlds;
let database: Database;

beforeAll(async () => {
  shared = await openWorlds();
  database = await openDatabase({ url: shared.database.appUrl, entities });
}, openingMilliseconds);
afterAll(async () => {
  await database.close();
  await shared.drop();
});

/** A digest of every row that hangs on some units. */
async function digestOf(unitIds: readonly string[]): Promise<string> {
  const tables = ['unit_name', 'placement', 'unit_profile', 'unit_alias', 'term', 'entry', 'person', 'access_grant'];
  const parts = [`select 'unit' as name, u::text as row from unit u where id = any ($1)`, ...tables.map((name) => `select '${name}', t::text from ${name} t where unit_id = any ($1)`)];
  const { rows } = await shared.owner.query<{ digest: string }>(`select md5(coalesce(string_agg(name || row, ',' order by name, row), '')) as digest from (${parts.join(' union all ')}) as everything`, [unitIds]);
  return rows[0]!.digest;
}

const viewsOf = async (grantIds: readonly string[], among: boolean) =>
  (await shared.owner.query<{ rows: string }>(`select coalesce(string_agg(v::text, ',' order by id), '') as rows from saved_view v where (grant_id = any ($1)) = $2`, [grantIds, among])).rows[0]!.rows;

test('no account saves or deletes a view but its own under the acting grant', { timeout: propertyMilliseconds }, async () => {
  const server = await serve(shared.database);
  try {
    for (const world of shared.worlds) {
      const oracle = new Oracle(world);
      const account = world.accounts.find((candidate) => candidate.grants.length > 1 && oracle.isInForce(candidate.grants[0]!)) ?? world.accounts[0]!;
      const acting = account.grants[0]!.id;
      const [own, others] = [await viewsOf([acting], true), await viewsOf([acting], false)];
      const ids = world.accounts.flatMap((one) => one.grants.map((grant) => grant.id)).filter((id) => id !== acting);
      for (const id of ids) {
        const answer = await ask<{ deleteView: { code?: string } }>(server, account.name, `mutation { deleteView(view: "${opaque('SavedView', id)}") { ... on DeleteViewRefused { code } } }`);
        expect(answer.data?.deleteView.code, `${account.name} ${id}`).toBe('NOT_FOUND');
      }
      const saved = await ask<{ saveView: { view?: { id: string } } }>(server, account.name, `mutation { saveView(input: { name: "mới", address: "/tong-quan" }) { ... on SaveViewSucceeded { view { id } } } }`);
      expect(await viewsOf([acting], false), account.name).toBe(others);
      expect(await viewsOf([acting], true), account.name).not.toBe(own);
      await ask(server, account.name, `mutation { deleteView(view: "${saved.data!.saveView.view!.id}") { __typename } }`);
      expect(await viewsOf([acting], true), account.name).toBe(own);
    }
  } finally {
    await server.close();
  }
});

const slices = { gender: 'F', ageBand: 'UNKNOWN', ethnicMinority: 'NO', religion: 'NO', youthUnion: 'NO', occupation: 'OTHER', enterpriseRelation: 'UNKNOWN', education: 'UNKNOWN' };

test('no change reaches a unit outside the scope of who makes it', { timeout: propertyMilliseconds }, async () => {
  let refused = 0;
  for (const world of shared.worlds) {
    const oracle = new Oracle(world);
    const draw = new Draw(world.seed + 1_200_000);
    const reader = world.accounts.map((account) => knowledgeOf(oracle, account)).find(({ role, scope }) => (role === 'STAFF' || role === 'BOARD') && scope !== 0);
    if (!reader) continue;
    const { units } = rowsFor(reader);
    const hidden = units.out.filter((unit) => oracle.isOpen(unit));
    const own = draw.pick(units.in.filter((unit) => oracle.isOpen(unit)));
    const there = world.units[draw.pick(hidden)]!;
    const here = world.units[own]!;
    const before = await digestOf(units.out.map((unit) => world.units[unit]!.id));
    const day = '2026-03-01';
    const attempts: ((transaction: WriteTransaction) => Promise<unknown>)[] = [
      async (t) => await renameUnit(t, { unitId: there.id, name: 'x', from: day }),
      async (t) => await closeUnit(t, { unitId: there.id, on: day, successorIds: [here.id] }),
      async (t) => await moveUnit(t, { unitId: there.id, newParentId: here.id, on: day }),
      async (t) => await moveUnit(t, { unitId: here.id, newParentId: there.id, on: day }),
      async (t) => await mergeUnits(t, { unitIds: [there.id], successorId: here.id, on: day }),
      async (t) => await mergeUnits(t, { unitIds: [here.id], successorId: there.id, on: day }),
      async (t) => await foundUnit(t, { code: `mới-${draw.id()}`, kind: 'GC', configuration: world.configuration, parentId: there.id, foundedOn: day, name: 'x', unitType: 'OTHER', areas: [] }),
      async (t) => await postFacts(t, [{ kind: 'ADMITTED', personId: draw.id(), unitId: there.id, occurredOn: day, slices }]),
      async (t) => await t.query('select app.reposition(array[$1::bigint], array[$2::bigint], $3::date)', ['1', '2', day]),
    ];
    for (const [index, attempt] of attempts.entries()) {
      const outcome = await database.write(credentialOf(secretOf(reader.account.name)), attempt).catch((error: unknown) => ({ refused: error }));
      const isRefused = Array.isArray(outcome) ? outcome.every((one: object) => 'refused' in one) : 'refused' in (outcome as object);
      expect(isRefused, `world ${world.seed}, ${reader.account.name}, attempt ${index}`).toBe(true);
      refused += 1;
    }
    expect(await digestOf(units.out.map((unit) => world.units[unit]!.id)), `world ${world.seed}, ${reader.account.name}`).toBe(before);
  }
  expect(refused).toBeGreaterThan(0);
});
