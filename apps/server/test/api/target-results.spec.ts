import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMonths } from '../../src/kernel/day.ts';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { give } from './target-support.ts';

/* What is told of the result of a target: to whom, and where its period may end. */

let world: OpenWorld;
const unit = { district: '', c2: '', c3: '' };
const year = new Date().getUTCFullYear();

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF');
  const district = tree.district('d').account('staff', 'STAFF').account('admin', 'ADMINISTRATOR').account('auditor', 'AUDITOR').account('watcher', 'OBSERVER');
  const [c2, c3] = [district.commune('c2'), district.commune('c3')];
  const cell = c2.cell('1');
  cell.member('An', '2015-01-01');
  cell.person('Bình').happens('ADMITTED', `${year}-01-03`);
  cell.person('Chi').happens('ADMITTED', `${year - 1}-05-04`);
  Object.assign(unit, Object.fromEntries(Object.entries({ district, c2, c3 }).map(([name, { id }]) => [name, opaque('Unit', id)])));
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await world.owner.query('truncate target, allocation, target_version, allocation_draft, idempotency_key cascade');
});

async function given(low = 30, more: object = {}): Promise<string> {
  return (await give(world, 'all', unit.district, { low, ...more })).target?.id ?? '';
}

describe('those who read sums alone', () => {
  const remarks = ['recordedBy', 'reason', 'note'];

  test.each(['admin', 'auditor', 'watcher'])('%s reads a target and its versions without who recorded them, why, and with what note', async (account) => {
    const id = await given(30, { note: 'theo đề nghị của ông An' });
    const ask = async (by: string, selection: string) => await world.ask(by, `query($id: ID!) { target(id: $id) { low documentNumber issuedOn ${selection} } }`, { id });
    expect((await ask(account, 'versions { number low documentNumber }')).errors ?? []).toEqual([]);
    for (const field of remarks) {
      for (const selection of [field, `versions { ${field} }`]) {
        expect((await ask('staff', selection)).errors ?? [], selection).toEqual([]);
        expect((await ask(account, selection)).errors?.map(({ extensions }) => extensions?.['code']), selection).toEqual(['FORBIDDEN_FOR_ROLE']);
      }
    }
  });
});

describe('the result of a target', () => {
  const query = `query($id: ID!) { unit(id: $id) { targets { closedResult progress { actual } below { percentOfLow } } } }`;
  const ask = async (account: string, at: string) => (await world.data<{ unit: { targets: unknown[] } }>(account, query, { id: at })).unit.targets;

  test.each(['admin', 'auditor', 'watcher'])('is read by %s as its figures are: of a year that is over, and of no group', async (account) => {
    const id = await given();
    const untold = [{ closedResult: null, progress: null, below: null }];
    expect(await ask('staff', unit.district)).toEqual([{ closedResult: null, progress: { actual: 1 }, below: null }]);
    expect(await ask(account, unit.district)).toEqual(untold);
    const lastYear = (more: string) => world.owner.query(`update target set starts_on = '${year - 1}-01-01', ends_on = '${year - 1}-12-31', period = '${year - 1}' ${more}`);
    await lastYear('');
    expect(await ask(account, unit.district)).toEqual([{ closedResult: null, progress: { actual: 1 }, below: null }]);
    const day = await world.ask(account, `query($id: ID!) { target(id: $id) { progress(asOf: "${year - 1}-05-04") { actual } } }`, { id });
    expect(day.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN_FOR_ROLE', argument: 'asOf' } }]);
    await lastYear(`, dimension = 'GENDER', slice_key = 'F'`);
    expect(await ask(account, unit.district)).toEqual(untold);
    await lastYear(`, dimension = null, slice_key = null, indicator = 'LISTED'`);
    expect(await ask(account, unit.district)).toEqual(untold);
    await lastYear(`, indicator = 'ADMITTED'`);
    await world.owner.query(`update target set starts_on = '${year - 2}-01-01', period = '${year - 2}-01-01/${year - 1}-12-31'`);
    expect(await ask(account, unit.district)).toEqual(untold);
    expect(await ask('staff', unit.district)).toEqual([{ closedResult: null, progress: { actual: 1 }, below: null }]);
  });
});

describe('a projection', () => {
  const query = `query($id: ID!) { unit(id: $id) { targets { indicator period progress { actual projection { low middle high years } noProjection } } } }`;
  const projected = async (at: string, indicator: string) => {
    const { unit: found } = await world.data<{ unit: { targets: { indicator: string; progress: object }[] } }>('all', query, { id: at });
    return found.targets.find((target) => target.indicator === indicator)?.progress;
  };
  // A year is left of it on any day.
  const period = `${year}-01-01/${addMonths(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10), 12)}`;

  test('says why there is none: nothing is on record of earlier years, or the period is over', async () => {
    await give(world, 'all', unit.c3, { period, indicator: 'LISTED' });
    expect(await projected(unit.c3, 'LISTED')).toEqual({ actual: 0, projection: null, noProjection: 'NOTHING_ON_RECORD' });
    await give(world, 'all', unit.c3, { period, indicator: 'PLACES_WITHOUT_CELL', kind: 'REDUCE_TO', low: 0 });
    expect(await projected(unit.c3, 'PLACES_WITHOUT_CELL')).toEqual({ actual: 0, projection: null, noProjection: 'NOTHING_ON_RECORD' });
    await give(world, 'all', unit.district, { period });
    await world.owner.query(`update target set starts_on = '${year - 1}-01-01', ends_on = '${year - 1}-12-31', period = '${year - 1}' where indicator = 'ADMITTED'`);
    expect(await projected(unit.district, 'ADMITTED')).toEqual({ actual: 1, projection: null, noProjection: 'PERIOD_OVER' });
  });

  test('of units founded rests on the same months of the years that have members on record', async () => {
    await give(world, 'all', unit.district, { period, indicator: 'UNITS_FOUNDED', low: 2 });
    expect(await projected(unit.district, 'UNITS_FOUNDED')).toEqual({ actual: 0, projection: { low: 0, middle: 0, high: 0, years: 3 }, noProjection: null });
  });

  test('of places without a cell goes on by the part by which they became fewer', async () => {
    await give(world, 'all', unit.c2, { period, indicator: 'PLACES_WITHOUT_CELL', kind: 'REDUCE_TO', low: 0 });
    // Of ten places four came to a cell in the second of the years before, two of the six that were left in the last one.
    const soon = (back: number) => `(current_date + interval '20 days' - interval '${back} years')::date`;
    const add = `insert into locality (unit_id, position, name, since, own_cell_since, member_since, recorder_name) select u.id, u.lo, 'Thôn ' || n.place, '2010-01-01', case when n.place <= 4 then ${soon(2)} when n.place <= 6 then ${soon(1)} end, case when n.place <= 4 then ${soon(2)} when n.place <= 6 then ${soon(1)} end, 'Ai đó'
      from unit u, generate_series(1, 10) as n (place) where u.code = 'p.d.c2'`;
    await world.owner.query(add);
    expect(await projected(unit.c2, 'PLACES_WITHOUT_CELL')).toEqual({ actual: 4, projection: { low: 1, middle: 3, high: 5, years: 3 }, noProjection: null });
    await world.owner.query(`delete from locality where name like 'Thôn %'`);
  });
});
