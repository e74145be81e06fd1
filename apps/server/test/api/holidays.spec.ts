import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addWorkingDays } from '../../src/contexts/people/domain/working-days.ts';
import { holdCandidacies } from '../../src/contexts/people/persistence/candidacy-writes.ts';
import { renewLimits } from '../../src/contexts/people/persistence/limit-writes.ts';
import { opaque } from '../properties/literals.ts';
import { Draw } from '../worlds/draw.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { candidate, introduce, record, told, walk, wayToCeremony, wayToFile, type Told } from './candidacy-support.ts';
import { calendarOf, changeDay } from './rules-support.ts';
import { accept, issued } from './transfer-support.ts';

/* Two districts of a province, each with its administrator; the holidays of a tree move the limits that run below it. */

let world: OpenWorld;
const unit = { province: '', district: '', commune: '', cell: '', otherDistrict: '', otherCell: '' };
const members: string[] = [];

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF').account('chief', 'ADMINISTRATOR');
  const district = tree.district('d').account('admin', 'ADMINISTRATOR').account('staff', 'STAFF').account('board', 'BOARD').account('observer', 'OBSERVER').account('auditor', 'AUDITOR');
  const commune = district.commune('c');
  const cell = commune.cell('1').account('secretary', 'SECRETARY');
  for (let index = 0; index < 4; index += 1) members.push(opaque('Person', cell.member(`Lò Văn ${'abcd'[index]}`).id));
  const other = tree.district('e').account('neighbour', 'ADMINISTRATOR').account('far', 'STAFF');
  const otherCell = other.commune('c').cell('1');
  otherCell.member('Lò Văn Xa');
  Object.assign(unit, Object.fromEntries(Object.entries({ province: tree, district, commune, cell, otherDistrict: other, otherCell }).map(([name, { id }]) => [name, opaque('Unit', id)])));
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

async function seen(account: string, id: string): Promise<Told> {
  return (await world.data<{ candidacy: Told }>(account, `query($id: ID!) { candidacy(id: $id) { ${told} } }`, { id })).candidacy;
}

/** Somebody whom a cell has proposed on 3 November 2025: the decision is due in 60 working days, on 27 January 2026. */
async function proposed(account: string, cell: string): Promise<Told> {
  const filed = await walk(world, account, await candidate(world, account, cell), wayToFile);
  await introduce(world, account, filed);
  return await walk(world, account, filed, wayToCeremony.slice(0, 1));
}

/** How many limits of the whole province would move if they were brought to the calendar now: none, ever. */
async function astray(): Promise<object> {
  return await world.write('chief', async (transaction) => await renewLimits(transaction, transaction.actor!.unitId, true));
}
const nothing = { candidacies: 0, letters: 0 };

describe('a holiday of a tree', () => {
  test('moves the limits that run below it by a working day, those of letters too, and none elsewhere; taken back, they are as before', async () => {
    const [here, there] = [await proposed('staff', unit.cell), await proposed('far', unit.otherCell)];
    const { letter } = await issued(world, 'staff', members[0]!, { destination: 'Nơi khác', on: '2025-12-15' });
    const letterDue = async () => (await world.owner.query<{ due: string }>(`select due_on::text as due from transfer where state = 'ISSUED'`)).rows[0]!.due;
    expect([here.deadline?.dueOn, there.deadline?.dueOn, letter.dueOn]).toEqual(['2026-01-27', '2026-01-27', '2026-01-27']);

    const changed = await changeDay(world, 'admin', unit.district, '2026-01-05', true, { name: 'Nghỉ bù' });
    expect(changed).toMatchObject({ isWritten: true, movedCandidacies: 1, movedLetters: 1, calendar: { unit: { code: 'p.d' } } });
    expect(changed.calendar?.days.find(({ day }) => day === '2026-01-05')).toEqual({ day: '2026-01-05', isHoliday: true, nameVi: 'Nghỉ bù', note: null, changedBy: { code: 'p.d' } });
    expect([(await seen('secretary', here.id)).deadline?.dueOn, (await seen('far', there.id)).deadline?.dueOn, await letterDue()]).toEqual(['2026-01-28', '2026-01-27', '2026-01-28']);

    expect(await changeDay(world, 'admin', unit.district, '2026-01-05', false, { name: '' })).toMatchObject({ isWritten: true, movedCandidacies: 1, movedLetters: 1 });
    expect([(await seen('secretary', here.id)).deadline?.dueOn, await letterDue()]).toEqual(['2026-01-27', '2026-01-27']);
    expect((await world.owner.query('select from holiday_change')).rows).toEqual([]);
  });

  test('leaves what a past step says of its limit, and is told in the audit log', async () => {
    const here = await proposed('staff', unit.cell);
    const submitted = await walk(world, 'staff', here, wayToCeremony.slice(1, 3));
    const limits = async () => (await world.owner.query<{ due: string }>(`select due_on::text as due from candidacy_step s where s.candidacy_id in (select id from candidacy where state = 'SUBMITTED') order by s.id`)).rows;
    const before = await limits();
    await changeDay(world, 'admin', unit.district, '2026-01-06', true);
    expect((await seen('staff', submitted.id)).deadline?.dueOn).toBe('2026-01-28');
    expect(await limits()).toEqual(before);
    expect((await world.owner.query(`select from audit_event where action = 'holiday.change' and result = 'DONE'`)).rows.length).toBeGreaterThan(0);
    await changeDay(world, 'admin', unit.district, '2026-01-06', false);
  });

  test('holds for all below it, and the nearest unit has the last word', async () => {
    const here = await proposed('staff', unit.cell);
    await changeDay(world, 'chief', unit.province, '2026-01-07', true);
    expect((await seen('staff', here.id)).deadline?.dueOn).toBe('2026-01-28');
    expect(await changeDay(world, 'admin', unit.commune, '2026-01-07', false, { name: 'Làm việc theo kế hoạch' })).toMatchObject({ isWritten: true });
    expect((await seen('staff', here.id)).deadline?.dueOn).toBe('2026-01-27');
    expect((await calendarOf(world, 'admin', unit.commune, 2026))?.days.find(({ day }) => day === '2026-01-07')).toMatchObject({ isHoliday: false, note: 'Làm việc theo kế hoạch', changedBy: { code: 'p.d.c' } });
    // Recorded now, a step computes its limit by the same calendar.
    expect((await proposed('staff', unit.cell)).deadline?.dueOn).toBe('2026-01-27');
    expect((await proposed('far', unit.otherCell)).deadline?.dueOn).toBe('2026-01-28');
    await changeDay(world, 'admin', unit.commune, '2026-01-07', true);
    await changeDay(world, 'chief', unit.province, '2026-01-07', false);
    expect(await astray()).toEqual(nothing);
  });

  test('that is public can be worked in a tree, for a reason', async () => {
    const here = await proposed('staff', unit.cell);
    expect(await changeDay(world, 'admin', unit.district, '2026-01-01', false, { name: '' })).toMatchObject({ code: 'FACT_MISSING', field: 'name' });
    expect(await changeDay(world, 'admin', unit.district, '2026-01-01', false, { name: 'Trực bầu cử' })).toMatchObject({ isWritten: true });
    expect((await seen('staff', here.id)).deadline?.dueOn).toBe('2026-01-26');
    expect(await changeDay(world, 'admin', unit.district, '2026-01-01', true, { name: '' })).toMatchObject({ isWritten: true });
    expect((await seen('staff', here.id)).deadline?.dueOn).toBe('2026-01-27');
  });

  test('is counted by a dry run, which writes nothing', async () => {
    const due = async () => (await world.owner.query(`select id, due_on::text, version from candidacy order by id`)).rows;
    const before = await due();
    const dry = await changeDay(world, 'admin', unit.district, '2026-01-08', true, { dryRun: true });
    expect(dry).toMatchObject({ isWritten: false });
    expect(await due()).toEqual(before);
    expect((await world.owner.query('select from holiday_change')).rows).toEqual([]);
    expect(await changeDay(world, 'admin', unit.district, '2026-01-08', true)).toMatchObject({ isWritten: true, movedCandidacies: dry.movedCandidacies, movedLetters: dry.movedLetters });
    expect(dry.movedCandidacies).toBeGreaterThan(0);
    await changeDay(world, 'admin', unit.district, '2026-01-08', false);
  });

  test('goes on for a candidate who moves to a tree with other holidays', async () => {
    const here = await proposed('all', unit.cell);
    await changeDay(world, 'neighbour', unit.otherDistrict, '2026-01-09', true);
    const { letter } = await issued(world, 'all', here.person.id, { toUnit: unit.otherCell, on: '2025-11-04', letterNumber: '9-GT' });
    expect((await accept(world, 'all', letter, '2025-11-05')).transfer?.state).toBe('ACCEPTED');
    expect((await seen('far', here.id)).deadline?.dueOn).toBe('2026-01-28');
    expect(await astray()).toEqual(nothing);
    await changeDay(world, 'neighbour', unit.otherDistrict, '2026-01-09', false);
  });
});

describe('a change of a day', () => {
  test.each<[string, string, string, boolean, object, object]>([
    ['of a Saturday', 'district', '2026-01-10', true, {}, { code: 'WEEKEND', field: 'day' }],
    ['before the first rules', 'district', '2015-12-31', true, {}, { code: 'DAY_NOT_POSSIBLE', field: 'day' }],
    ['far ahead', 'district', '2060-01-05', true, {}, { code: 'DAY_NOT_POSSIBLE', field: 'day' }],
    ['without a name', 'district', '2026-01-12', true, { name: ' ' }, { code: 'FACT_MISSING', field: 'name' }],
    ['with a name that turns its direction', 'district', '2026-01-12', true, { name: 'Nghỉ \u202E' }, { code: 'TEXT_NOT_POSSIBLE', field: 'name' }],
    ['with a name of a thousand letters', 'district', '2026-01-12', true, { name: 'a'.repeat(1_000) }, { code: 'TEXT_NOT_POSSIBLE', field: 'name' }],
    ['of another version', 'district', '2026-01-12', true, { expectedVersion: 'AAAA' }, { code: 'VERSION_CONFLICT', field: 'expectedVersion', current: { unit: { code: 'p.d' } } }],
    ['of a tree outside', 'otherDistrict', '2026-01-12', true, {}, { code: 'NOT_FOUND', field: 'unit' }],
    ['of the tree above', 'province', '2026-01-12', true, {}, { code: 'NOT_FOUND', field: 'unit' }],
  ])('%s is refused with a sentence, and nothing is written', async (_, of, day, isHoliday, more, refusal) => {
    expect(await changeDay(world, 'admin', unit.district, '2026-01-12', true, { dryRun: true })).toMatchObject({ isWritten: false, movedLetters: expect.any(Number) as number });
    const outcome = await changeDay(world, 'admin', unit[of as 'district'], day, isHoliday, more);
    expect(outcome).toMatchObject(refusal);
    expect(outcome.message).not.toBe('');
    expect((await world.owner.query('select from holiday_change')).rows).toEqual([]);
  });

  test('is an administrator’s alone; everybody of the tree reads it, and nobody outside', async () => {
    for (const account of ['staff', 'board', 'secretary', 'observer', 'auditor']) {
      const input = { unit: unit.district, day: '2026-01-12', isHoliday: true, name: 'x', expectedVersion: 'x' };
      expect((await world.ask(account, 'mutation($input: ChangeHolidayInput!) { changeHoliday(input: $input) { __typename } }', { input })).errors[0]?.extensions.code, account).toBe('FORBIDDEN_FOR_ROLE');
      const own = (await world.data<{ holidays: { days: unknown[]; viewerCanChange: boolean } }>(account, '{ holidays(year: 2026) { days { day } viewerCanChange } }')).holidays;
      expect(own.viewerCanChange, account).toBe(false);
      expect(own.days.length, account).toBe(11);
    }
    expect((await calendarOf(world, 'admin', unit.district, 2026))?.viewerCanChange).toBe(true);
    for (const outside of [unit.otherDistrict, unit.province, opaque('Unit', '00000000-0000-7000-8000-000000000000')]) expect(await calendarOf(world, 'staff', outside, 2026)).toBeNull();
  });

  test('sent again is told and not made twice; what it names anew is renamed', async () => {
    const first = await calendarOf(world, 'admin', unit.district, 2026);
    const again = { expectedVersion: first!.version };
    expect(await changeDay(world, 'admin', unit.district, '2026-01-13', true, again)).toMatchObject({ isWritten: true });
    expect(await changeDay(world, 'admin', unit.district, '2026-01-13', true, again)).toMatchObject({ isWritten: false, movedCandidacies: 0 });
    expect(await changeDay(world, 'admin', unit.district, '2026-01-13', true, { ...again, name: 'Tên khác' })).toMatchObject({ code: 'VERSION_CONFLICT' });
    expect((await changeDay(world, 'admin', unit.district, '2026-01-13', true, { name: 'Tên khác' })).calendar?.days.find(({ day }) => day === '2026-01-13')?.nameVi).toBe('Tên khác');
    await changeDay(world, 'admin', unit.district, '2026-01-13', false);
  });

  test('waits for whoever computes a limit just now, and moves that limit too', { timeout: 60_000 }, async () => {
    const here = await proposed('staff', unit.cell);
    const row = Buffer.from(here.id, 'base64url').toString().split(':')[1]!;
    const waiting = async () => Number((await world.owner.query<{ count: string }>(`select count(*) from pg_locks where locktype = 'advisory' and not granted`)).rows[0]!.count);
    let isSettled = false;
    const changing = await world.write('staff', async (transaction) => {
      await holdCandidacies(transaction, transaction.actor!, [row], '2025-11-12');
      const change = changeDay(world, 'admin', unit.district, '2026-01-05', true).finally(() => {
        isSettled = true;
      });
      while (!isSettled && (await waiting()) === 0);
      expect(isSettled).toBe(false);
      return { change };
    });
    expect(await changing.change).toMatchObject({ isWritten: true });
    expect((await seen('staff', here.id)).deadline?.dueOn).toBe('2026-01-28');
    await changeDay(world, 'admin', unit.district, '2026-01-05', false);
  });

  test('at once with steps, letters and other changes leaves no limit astray', { timeout: 60_000 }, async () => {
    const ways = await Promise.all(Array.from({ length: 6 }, async () => await proposed('staff', unit.cell)));
    const work = ways.flatMap((one, index) => [
      record(world, 'staff', one, 'COMMITTEE_PROPOSED', '2025-11-12', { vote: { base: 9, present: 9, inFavour: 9 } }),
      changeDay(world, index % 2 === 0 ? 'admin' : 'chief', index % 2 === 0 ? unit.district : unit.province, `2026-01-${14 + (index % 3)}`, index < 4),
      issued(world, 'staff', members[1 + (index % 3)]!, { destination: 'Nơi khác', on: '2025-12-15' }).catch(() => null),
    ]);
    for (const outcome of await Promise.all(work)) expect((outcome as { code?: string } | null)?.code ?? 'VERSION_CONFLICT').toBe('VERSION_CONFLICT');
    expect(await astray()).toEqual(nothing);
    await world.owner.query('delete from holiday_change');
    await world.write('chief', async (transaction) => await renewLimits(transaction, transaction.actor!.unitId));
  });
});

describe('the working days of the database', () => {
  test('are those of the application, over random calendars and days', async () => {
    const draw = new Draw(20_260_105);
    const day = () => new Date(Date.UTC(2019, 0, 1) + draw.int(0, 3_200) * 86_400_000).toISOString().slice(0, 10);
    const cases = Array.from({ length: 3_000 }, () => ({ holidays: [...new Set(Array.from({ length: draw.int(0, 40) }, day))].toSorted(), from: day(), days: draw.int(0, 120) }));
    const { rows } = await world.owner.query<{ due: string }>(
      `select app.add_working_days(array(select jsonb_array_elements_text(c.holidays)::date), c.from_day, c.days)::text as due
       from jsonb_to_recordset($1::jsonb) as c (n int, holidays jsonb, from_day date, days int) order by c.n`,
      [JSON.stringify(cases.map(({ holidays, from, days }, n) => ({ n, holidays, from_day: from, days })))],
    );
    expect(rows.map(({ due }) => due)).toEqual(cases.map(({ holidays, from, days }) => addWorkingDays({ holidays: new Set(holidays) }, from, days)));
  });

  test('leave out the same days of a tree as those of the application', async () => {
    await changeDay(world, 'admin', unit.district, '2026-01-05', true);
    await changeDay(world, 'admin', unit.commune, '2026-01-05', false, { name: 'Làm bù' });
    await changeDay(world, 'admin', unit.commune, '2026-01-01', false, { name: 'Trực' });
    const { deadline } = await proposed('staff', unit.cell);
    expect(deadline?.dueOn).toBe('2026-01-26');
    expect(await astray()).toEqual(nothing);
  });
});

test('the limits of a scope are nobody’s to renew who neither administers it, works there nor gives its units another place', async () => {
  const id = (await world.owner.query<{ id: string }>(`select id from unit where code = 'p.d'`)).rows[0]!.id;
  const ask = async (account: string) => await world.write(account, async (transaction) => await transaction.query('select * from app.renew_limits($1::uuid, $2::jsonb, true)', [id, '[]']));
  for (const account of ['admin', 'board']) await expect(ask(account), account).resolves.toHaveLength(1);
  for (const account of ['observer', 'auditor', 'neighbour', 'secretary']) await expect(ask(account), account).rejects.toThrow(/not kept/);
});
