import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { register } from './record-support.ts';
import { statementsOf } from './statement-support.ts';
import { assign } from './supervision-support.ts';
import { changeTargets, divide, give } from './target-support.ts';

/* Targets, their parts and assignments point at documents of the register; the document is told to whoever sees it, its number to all. */

let world: OpenWorld;
const unit = { province: '', district: '', c1: '', c2: '' };
const year = new Date().getUTCFullYear();

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF');
  const district = tree.district('d').account('staff', 'STAFF').account('board', 'BOARD').account('admin', 'ADMINISTRATOR').account('auditor', 'AUDITOR').account('watcher', 'OBSERVER');
  const c1 = district.commune('c1').account('commune', 'STAFF');
  const c2 = district.commune('c2');
  Object.assign(unit, Object.fromEntries(Object.entries({ province: tree, district, c1, c2 }).map(([name, { id }]) => [name, opaque('Unit', id)])));
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await world.owner.query('truncate target, allocation, target_version, allocation_draft, idempotency_key cascade');
  await world.owner.query(`delete from supervision_change; delete from supervision; delete from access_grant where role = 'SUPERVISOR'; delete from document`);
});

interface Told {
  readonly documentNumber: string;
  readonly document: { readonly number: string; readonly title: string } | null;
}
const rests = 'documentNumber document { number title }';

const targetsTo = async (account: string, id: string) =>
  (await world.data<{ unit: { targets: (Told & { readonly versions: readonly Told[] })[] } }>(account, `query($id: ID!) { unit(id: $id) { targets { ${rests} versions { ${rests} } } } }`, { id })).unit.targets;

test('each version of a target tells its own document', async () => {
  const [first, second] = [(await register(world, 'all', unit.province, { number: '5-NQ/TU', isHandedDown: true })).record!, (await register(world, 'all', unit.province, { number: '6-QĐ/TU' })).record!];
  const { target } = await give(world, 'all', unit.district, { document: first.id, documentNumber: null });
  await changeTargets(world, 'all', 'adjustTarget', { target: target?.id, expectedVersion: 1, kind: 'EXACT', low: 34, reason: 'nguồn tăng', issuedOn: `${year}-02-01`, document: second.id });
  const [of, after] = [{ documentNumber: '5-NQ/TU', document: { number: '5-NQ/TU' } }, { documentNumber: '6-QĐ/TU', document: { number: '6-QĐ/TU' } }];
  expect(await targetsTo('all', unit.district)).toMatchObject([{ ...after, versions: [of, after] }]);
  // The second one was not handed down: below, its number alone is known.
  expect(await targetsTo('staff', unit.district)).toMatchObject([{ documentNumber: '6-QĐ/TU', document: null, versions: [of, { documentNumber: '6-QĐ/TU', document: null }] }]);
});

test('a number that was typed points at no document', async () => {
  await register(world, 'all', unit.province, { number: '5-NQ/ĐU', isHandedDown: true });
  await give(world, 'all', unit.district);
  expect(await targetsTo('all', unit.district)).toMatchObject([{ documentNumber: '5-NQ/ĐU', document: null }]);
});

test('the parts of an allocation rest on its document', async () => {
  const { id: document } = (await register(world, 'staff', unit.district, { number: '7-QĐ/HU', isHandedDown: true })).record!;
  const { target } = await give(world, 'all', unit.district);
  await divide(world, 'staff', target!.id, { [unit.c1]: 20, [unit.c2]: 10 }, { document, documentNumber: null });
  expect(await targetsTo('commune', unit.c1)).toMatchObject([{ documentNumber: '7-QĐ/HU', document: { number: '7-QĐ/HU' } }]);
});

test('roles that read no register are told the number, and nothing is refused to them', async () => {
  const { id: document } = (await register(world, 'staff', unit.district, { number: '12-QĐ/HU', issuedOn: '2023-12-25', isHandedDown: true })).record!;
  await give(world, 'staff', unit.district, { document, documentNumber: null });
  await assign(world, 'staff', unit.c1, 'watcher', { document });
  for (const account of ['staff', 'board']) expect(await targetsTo(account, unit.district), account).toMatchObject([{ document: { number: '12-QĐ/HU' } }]);
  for (const account of ['admin', 'auditor', 'watcher']) expect(await targetsTo(account, unit.district), account).toMatchObject([{ documentNumber: '12-QĐ/HU', document: null, versions: [{ document: null }] }]);
  const own = async (account: string) => (await world.data<{ viewer: { supervisions: Told[] } }>(account, `{ viewer { supervisions { ${rests} } } }`)).viewer.supervisions;
  expect(await own('watcher')).toEqual([{ documentNumber: '12-QĐ/HU', document: null }]);
  await assign(world, 'staff', unit.c2, 'board', { document });
  expect(await own('board')).toMatchObject([{ documentNumber: '12-QĐ/HU', document: { number: '12-QĐ/HU' } }]);
});

test('the documents of many versions are asked for at once', async () => {
  const documents = await Promise.all(['1', '2', '3', '4'].map(async (number) => (await register(world, 'all', unit.province, { number })).record!.id));
  const { target } = await give(world, 'all', unit.district, { document: documents[0] });
  const adjust = async (place: number) =>
    await changeTargets(world, 'all', 'adjustTarget', { target: target!.id, expectedVersion: place, kind: 'EXACT', low: 31 + place, reason: 'nguồn tăng', issuedOn: `${year}-02-01`, document: documents[place] });
  const ask = async () => await statementsOf(async () => await targetsTo('all', unit.district));
  await adjust(1);
  const few = await ask();
  await adjust(2);
  await adjust(3);
  const many = await ask();
  expect((await targetsTo('all', unit.district))[0]?.versions.map(({ document }) => document?.number)).toEqual(['1', '2', '3', '4']);
  expect(many.length, many.join('\n')).toBe(few.length);
});
