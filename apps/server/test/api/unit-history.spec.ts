import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import pg from 'pg';
import { mergeUnits, moveUnit } from '../../src/contexts/ledger/index.ts';
import { open, province, type OpenWorld, type UnitBuilder } from '../world.ts';

/*
 * A province of two districts. Commune `xa` moved from east to west on 1 January 2020, and what hangs below it with it. In it,
 * cell `hai` was merged into cell `mot` on 1 June 2021; cell `ngoai` of the east into `mot` as well, on 1 July 2021.
 */
const root = province('tinh').account('board@tinh', 'BOARD').account('observer@tinh', 'OBSERVER');
const east = root.district('dong').account('board@dong', 'BOARD');
const west = root.district('tay').account('board@tay', 'BOARD');
const commune = east.commune('xa').account('secretary@xa', 'SECRETARY');
const one = commune.cell('mot');
const two = commune.cell('hai');
const stays = east.commune('o-lai');
const outer = stays.cell('ngoai');
const neighbour = stays.cell('ben');

let world: OpenWorld;

beforeAll(async () => {
  world = await open(root);
  const refusals = [
    await world.write('board@tinh', async (transaction) => await moveUnit(transaction, { unitId: commune.id, newParentId: west.id, on: '2020-01-01' })),
    await world.write('board@tinh', async (transaction) => await mergeUnits(transaction, { unitIds: [two.id], successorId: one.id, on: '2021-06-01' })),
    await world.write('board@tinh', async (transaction) => await mergeUnits(transaction, { unitIds: [outer.id], successorId: one.id, on: '2021-07-01' })),
  ];
  expect(refusals).toEqual([{}, {}, {}]);
});
afterAll(async () => {
  await world.close();
});

interface History {
  readonly parents: { readonly unit: { readonly code: string } | null; readonly from: string; readonly to: string | null }[];
  readonly predecessors: { readonly unit: { readonly code: string } | null; readonly on: string }[];
  readonly successors: { readonly unit: { readonly code: string } | null; readonly on: string }[];
}

const fields = 'parents { unit { code } from to } predecessors { unit { code } on } successors { unit { code } on }';

async function historyOf(account: string, unit: UnitBuilder): Promise<History | null> {
  const { unit: found } = await world.data<{ unit: History | null }>(account, `{ unit(code: "${unit.code}") { ${fields} } }`);
  return found;
}

describe('the parents of a unit', () => {
  test('are told with their days, oldest first', async () => {
    expect((await historyOf('board@tinh', commune))?.parents).toEqual([
      { unit: { code: east.code }, from: '2010-01-01', to: '2019-12-31' },
      { unit: { code: west.code }, from: '2020-01-01', to: null },
    ]);
  });

  test('are the same one parent where only something above has moved', async () => {
    expect((await historyOf('board@tinh', one))?.parents).toEqual([{ unit: { code: commune.code }, from: '2010-01-01', to: null }]);
  });

  test('end with the unit', async () => {
    expect((await historyOf('board@tinh', two))?.parents).toEqual([{ unit: { code: commune.code }, from: '2010-01-01', to: '2021-05-31' }]);
  });

  test('are none for a root', async () => {
    expect((await historyOf('board@tinh', root))?.parents).toEqual([]);
  });

  test('have no name where they lie outside the scope', async () => {
    expect((await historyOf('board@tinh', commune))?.parents[0]?.unit).toEqual({ code: east.code });
    for (const account of ['board@tay', 'secretary@xa']) {
      expect((await historyOf(account, commune))?.parents).toEqual([
        { unit: null, from: '2010-01-01', to: '2019-12-31' },
        { unit: { code: west.code }, from: '2020-01-01', to: null },
      ]);
    }
  });

  test('are told to roles that see sums alone as to the others', async () => {
    expect(await historyOf('observer@tinh', commune)).toEqual(await historyOf('board@tinh', commune));
  });
});

describe('the succession of units', () => {
  test('is told on both sides with its day', async () => {
    expect((await historyOf('board@tinh', one))?.predecessors).toEqual([
      { unit: { code: two.code }, on: '2021-06-01' },
      { unit: { code: outer.code }, on: '2021-07-01' },
    ]);
    expect((await historyOf('board@tinh', two))?.successors).toEqual([{ unit: { code: one.code }, on: '2021-06-01' }]);
  });

  test('tells a successor nothing of what lay outside its scope', async () => {
    expect((await historyOf('board@tay', one))?.predecessors).toEqual([{ unit: { code: two.code }, on: '2021-06-01' }]);
  });

  test('tells a predecessor that somebody took over, and not who, outside its scope', async () => {
    expect((await historyOf('board@dong', outer))?.successors).toEqual([{ unit: null, on: '2021-07-01' }]);
  });

  test('is empty where nothing happened', async () => {
    expect(await historyOf('board@dong', neighbour)).toMatchObject({ predecessors: [], successors: [] });
  });
});

test('a unit outside the scope has no history', async () => {
  expect(await historyOf('board@dong', stays)).not.toBeNull();
  expect(await historyOf('board@tay', stays)).toBeNull();
});

test('the histories of many units are as many statements as that of one', async () => {
  const original = pg.Client.prototype.query;
  const sent = async (under: UnitBuilder) => {
    const texts: string[] = [];
    const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
      const [asked] = args;
      // The compactor works beside, and nobody waits for the end of a read: the commit of the one before may come now.
      const text = typeof asked === 'string' ? asked : (asked as { text: string }).text;
      if (!text.includes('app.compact') && text !== 'commit') texts.push(text);
      return original.apply(this, args as never) as never;
    });
    await world.data('board@tinh', 'query ($under: ID!) { units(first: 100, filter: { under: $under }) { nodes { ' + fields + ' } } }', { under: Buffer.from(`Unit:${under.id}`).toString('base64url') });
    spy.mockRestore();
    return texts;
  };
  await sent(root);
  // What works beside can only add to them: the fewest of a few are the question's own.
  const fewest = async (under: UnitBuilder) => [await sent(under), await sent(under), await sent(under), await sent(under), await sent(under)].toSorted((one, other) => one.length - other.length)[0]!;
  const [many, one] = [await fewest(root), await fewest(commune)];
  expect(new Set(many)).toEqual(new Set(one));
  // The stubs of parents and of successors are the same statement, asked together or one after the other.
  expect(many.length).toBeLessThanOrEqual(new Set(one).size + 1);
});

describe('the units of a subtree by kind', () => {
  interface Counted {
    readonly counts: { readonly unitsByKind: { readonly count: number; readonly kind: { readonly code: string } }[] };
  }

  test.each([
    [east, '2019-12-31', { DISTRICT_PARTY: 1, COMMUNE_PARTY: 2, CELL: 4 }],
    [east, '2021-12-31', { DISTRICT_PARTY: 1, COMMUNE_PARTY: 1, CELL: 1 }],
    [root, '2021-12-31', { PROVINCIAL_PARTY: 1, DISTRICT_PARTY: 2, COMMUNE_PARTY: 2, CELL: 2 }],
    [neighbour, '2021-12-31', { CELL: 1 }],
  ])('%# are those of the day, the unit itself among them, and as many as the list has', async (unit, day, expected) => {
    const { unit: found } = await world.data<{ unit: Counted & { id: string } }>(
      'board@tinh',
      `{ unit(code: "${unit.code}") { id counts(asOf: "${day}") { unitsByKind { count kind { code } } } } }`,
    );
    const counted = found.counts.unitsByKind.map(({ count, kind }): [string, number] => [kind.code, count]);
    expect(counted).toEqual(Object.entries(expected));
    for (const [kind, count] of counted) {
      const { units } = await world.data<{ units: { totalCount: number } }>(
        'board@tinh',
        `{ units(asOf: "${day}", filter: { under: "${found.id}", kind: "${kind}" }, first: 1) { totalCount } }`,
      );
      expect(units.totalCount).toBe(count);
    }
  });
});
