import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergeUnits, moveUnit } from '../../src/contexts/ledger/index.ts';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { candidate, introduce, passed, walk, wayToFile, type Told } from './candidacy-support.ts';
import { issued } from './transfer-support.ts';

/* A unit that comes under a body with another calendar has the limits of that calendar at once, not with the next step. */

let world: OpenWorld;
let raw: Record<'cell' | 'other' | 'there' | 'commune', string>;
let member: string;

beforeAll(async () => {
  const tree = province('p').account('board', 'BOARD').account('staff', 'STAFF');
  const [cell, other] = [tree.district('d').commune('c').cell('1'), tree.district('f').commune('c').cell('1')];
  const away = tree.district('e').account('admin', 'ADMINISTRATOR').commune('c');
  const there = away.cell('1');
  member = opaque('Person', cell.member('An').id);
  other.member('Bình');
  world = await open(tree);
  raw = { cell: cell.id, other: other.id, there: there.id, commune: away.id };
  // In the other district three days before the end of the time for the decision are not worked.
  const calendar = await world.data<{ holidays: { version: string } }>('admin', '{ holidays(year: 2026) { version } }');
  let { version } = calendar.holidays;
  for (const day of ['2026-01-26', '2026-01-27', '2026-01-28']) {
    const { changeHoliday } = await world.data<{ changeHoliday: { calendar: { version: string } } }>('admin', 'mutation($input: ChangeHolidayInput!) { changeHoliday(input: $input) { ... on HolidayChanged { calendar { version } } } }', {
      input: { unit: opaque('Unit', (await world.owner.query<{ id: string }>(`select id from unit where code = 'p.e'`)).rows[0]!.id), day, isHoliday: true, name: 'Lễ hội', expectedVersion: version } });
    ({ version } = changeHoliday.calendar);
  }
}, 120_000);
afterAll(async () => {
  await world.close();
});

const dueOn = async ({ id }: Pick<Told, 'id'>) => (await world.data<{ candidacy: { deadline: { dueOn: string } } }>('staff', 'query($id: ID!) { candidacy(id: $id) { deadline { dueOn } } }', { id })).candidacy.deadline.dueOn;

async function proposed(unit: string): Promise<Told> {
  const filed = await walk(world, 'staff', await candidate(world, 'staff', opaque('Unit', unit)), wayToFile);
  await introduce(world, 'staff', filed);
  return await walk(world, 'staff', filed, [['CELL_PROPOSED', '2025-11-03', { vote: passed }]]);
}

test('a cell that moves takes its running limits to the calendar of its new body, in the same transaction', async () => {
  const waits = await proposed(raw.cell);
  const { letter } = await issued(world, 'staff', member, { destination: 'Đảng bộ khác', on: '2026-01-05' });
  const letterDue = async () => (await world.data<{ transfer: { dueOn: string } }>('staff', 'query($id: ID!) { transfer(id: $id) { dueOn } }', { id: letter.id })).transfer.dueOn;
  expect([await dueOn(waits), letter.dueOn]).toEqual(['2026-01-27', '2026-02-23']);
  expect(await world.write('board', async (transaction) => await moveUnit(transaction, { unitId: raw.cell, newParentId: raw.commune, on: '2026-11-20' }))).toEqual({});
  expect([await dueOn(waits), await letterDue()]).toEqual(['2026-01-30', '2026-02-26']);
});

test('people of a cell that is merged are reckoned by the calendar of the one that takes over', async () => {
  const waits = await proposed(raw.other);
  expect(await dueOn(waits)).toBe('2026-01-27');
  expect(await world.write('board', async (transaction) => await mergeUnits(transaction, { unitIds: [raw.other], successorId: raw.there, on: '2026-11-21' }))).toEqual({});
  expect(await dueOn(waits)).toBe('2026-01-30');
});
