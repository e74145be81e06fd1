import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeUnit, foundUnit, mergeUnits } from '../../src/contexts/ledger/index.ts';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { divide, give, suggested, targetOf, targetsOf } from './target-support.ts';

/* What becomes of a target whose unit ends within the period, and of the sum that it was part of. */

let world: OpenWorld;
const unit = { district: '', c1: '', c2: '', merging: '' };
/** Cells of a district by how many each admitted this year. */
const merged: Record<string, string> = {};
const year = new Date().getUTCFullYear();

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF');
  const district = tree.district('d').account('staff', 'STAFF');
  const [c1, c2] = ['c1', 'c2'].map((code) => district.commune(code)) as [typeof district, typeof district];
  const merging = tree.district('g').account('merger', 'STAFF');
  for (const [code, admitted] of Object.entries({ none: 0, one: 1, two: 2, three: 3, four: 4, five: 5 })) {
    const grassroots = merging.grassrootsCell(code);
    for (let index = 0; index < admitted; index += 1) grassroots.person(`Người ${code} ${index}`).happens('ADMITTED', `${year}-01-03`);
    merged[code] = grassroots.id;
  }
  Object.assign(unit, Object.fromEntries(Object.entries({ district, c1, c2, merging }).map(([name, { id }]) => [name, opaque('Unit', id)])));
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await world.owner.query('truncate target, allocation, target_version, allocation_draft, idempotency_key cascade');
});

describe('a unit that ends within the period', () => {
  const end = async (account: string, unitId: string, successorIds: readonly string[]) =>
    await world.write(account, async (transaction) => await closeUnit(transaction, { unitId, on: new Date().toISOString().slice(0, 10), successorIds }));

  test('closes its target with the result to date, and the rest is carried to the successor, or kept to be given out again', async () => {
    const make = async (code: string) => {
      const { rows: [row] } = await world.owner.query<{ id: string }>('select id from unit where code = $1', ['p.d']);
      return await world.write('staff', async (transaction) => await foundUnit(transaction, { parentId: row!.id, configuration: 'DISTRICT_TIER', kind: 'COMMUNE_PARTY', code, name: code, foundedOn: `${year}-01-01`, unitType: 'COMMUNE_AREA', areas: [] }));
    };
    const [one, other] = [await make('p.d.x'), await make('p.d.y')] as { id: string }[];
    const [x, y] = [one!.id, other!.id];
    const { target } = await give(world, 'all', unit.district);
    const id = target?.id ?? '';
    await divide(world, 'staff', id, { [unit.c1]: 20, [opaque('Unit', x)]: 6, [opaque('Unit', y)]: 4 });
    expect(await end('staff', x, [y])).toEqual({});
    const heir = (await targetsOf(world, 'staff', opaque('Unit', y)))[0];
    expect(heir).toMatchObject({ low: 10, number: 2, reason: 'Đơn vị kết thúc hoạt động trong kỳ' });
    const whole = (await targetOf(world, 'staff', id))!;
    expect(whole.allocation).toMatchObject({ number: 2, sumRule: 'EXACTLY', sums: { difference: { low: 0 }, holds: true } });
    expect(whole.parts.map(({ low, unit: at }) => [at.code, low])).toEqual([['p.d.c1', 20], ['p.d.x', 6], ['p.d.y', 10]]);
    expect(await end('staff', y, [])).toEqual({});
    // Nobody takes over: what was not reached is kept back, and stands beside the target until it is given out again.
    expect((await targetOf(world, 'staff', id))!.allocation).toMatchObject({ number: 3, sums: { allocated: { low: 20 }, reserve: { low: 10 }, difference: { low: 0 } } });
    expect(await divide(world, 'staff', id, { [unit.c1]: 22, [unit.c2]: 8 })).toMatchObject({ isWritten: true, sums: { holds: true } });
    expect(await divide(world, 'staff', id, { [unit.c1]: 22, [unit.c2]: 8, [opaque('Unit', x)]: 1 })).toMatchObject({ code: 'UNIT_NOT_BELOW' });
  });

  const today = () => new Date().toISOString().slice(0, 10);
  const merge = async (from: string, into: string) =>
    expect(await world.write('merger', async (transaction) => await mergeUnits(transaction, { unitIds: [merged[from] ?? ''], successorId: merged[into] ?? '', on: today() }))).toEqual({});
  const divideAmong = async (low: number, parts: Readonly<Record<string, number | readonly [number, number]>>, more: object = {}): Promise<string> => {
    const { target } = await give(world, 'all', unit.merging, { low, ...more });
    const lines = Object.fromEntries(Object.entries(parts).map(([code, amount]) => [opaque('Unit', merged[code] ?? ''), amount]));
    expect(await divide(world, 'merger', target?.id ?? '', lines)).toMatchObject({ isWritten: true });
    return target?.id ?? '';
  };
  const partsOf = async (id: string) => (await targetOf(world, 'merger', id))?.parts.map(({ unit: at, low, high, closedOn, closedResult }) => ({ code: at.code, low, high, closedOn, closedResult })).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const open = { closedOn: null, closedResult: null };

  test('keeps what it admitted as its own result, and its successor is asked for the rest alone', async () => {
    const id = await divideAmong(10, { two: 6, one: 4 });
    await merge('two', 'one');
    expect(await partsOf(id)).toEqual([{ code: 'p.g.one', low: 8, high: 8, ...open }, { code: 'p.g.two', low: 6, high: 6, closedOn: today(), closedResult: 2 }]);
    const [ended] = await targetsOf(world, 'merger', opaque('Unit', merged['two'] ?? ''));
    expect(ended).toMatchObject({ state: 'CLOSED', closedOn: today(), closedResult: 2, progress: { actual: 2, percentOfLow: 33.3, remainingLow: 4, attainment: 'NOT_MET' } });
    // What was admitted before counts where it was: to the successor its own one of eight, to the whole district the fifteen of all its cells.
    expect((await targetsOf(world, 'merger', opaque('Unit', merged['one'] ?? '')))[0]?.progress).toMatchObject({ actual: 1, percentOfLow: 12.5, remainingLow: 7 });
    const whole = await targetOf(world, 'merger', id);
    expect(whole).toMatchObject({ low: 10, allocation: { number: 2, sums: { allocated: { low: 10 }, reserve: { low: 0 }, difference: { low: 0 }, holds: true } } });
    expect(whole?.progress).toMatchObject({ actual: 15 });
    // Divided anew, what it keeps counts: the suggestion leaves it out, and can be published as it stands.
    expect(whole?.allocation?.sums.elsewhere).toEqual([{ low: 2, high: 2, weight: null }]);
    const lines = await suggested(world, 'merger', id, 'EQUAL');
    expect(Object.values(lines)).toEqual([2, 2, 2, 1, 1]);
    expect(await divide(world, 'merger', id, lines)).toMatchObject({ isWritten: true, sums: { allocated: { low: 10 }, holds: true } });
  });

  test('of a range gives its successor what was missing to both bounds, and to the high one alone where the low one was reached', async () => {
    const id = await divideAmong(20, { three: [5, 9], four: [2, 6], none: [13, 15] }, { kind: 'RANGE', high: 30 });
    await merge('three', 'none');
    expect(await partsOf(id)).toEqual([{ code: 'p.g.four', low: 2, high: 6, ...open }, { code: 'p.g.none', low: 15, high: 21, ...open }, { code: 'p.g.three', low: 5, high: 9, closedOn: today(), closedResult: 3 }]);
    await merge('four', 'none');
    expect(await partsOf(id)).toEqual([{ code: 'p.g.four', low: 2, high: 6, closedOn: today(), closedResult: 4 }, { code: 'p.g.none', low: 15, high: 23, ...open }, { code: 'p.g.three', low: 5, high: 9, closedOn: today(), closedResult: 3 }]);
    expect((await targetOf(world, 'merger', id))?.allocation).toMatchObject({ number: 3, sums: { allocated: { low: 20, high: 30 }, difference: { low: 0, high: 0 }, holds: true } });
    const lines = await suggested(world, 'merger', id, 'EQUAL', { low: 1, high: 2 });
    expect(await divide(world, 'merger', id, lines, { sumRule: 'WITH_RESERVE', reserve: { low: 1, high: 2 } })).toMatchObject({ isWritten: true, sums: { allocated: { low: 19, high: 28 }, holds: true } });
  });

  test('that reached more than it was asked for leaves nothing to its successor, and takes nothing from it', async () => {
    const id = await divideAmong(7, { five: 3, none: 4 });
    await merge('five', 'none');
    expect(await partsOf(id)).toEqual([{ code: 'p.g.five', low: 3, high: 3, closedOn: today(), closedResult: 5 }, { code: 'p.g.none', low: 4, high: 4, ...open }]);
    expect((await targetsOf(world, 'merger', opaque('Unit', merged['five'] ?? '')))[0]?.progress).toMatchObject({ actual: 5, percentOfLow: 166.7, attainment: 'EXCEEDED' });
    expect((await targetOf(world, 'merger', id))?.allocation).toMatchObject({ sums: { allocated: { low: 7 }, difference: { low: 0 }, holds: true } });
  });
});
