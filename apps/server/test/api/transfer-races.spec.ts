import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveUnit, postFacts } from '../../src/contexts/ledger/index.ts';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld, type PersonBuilder } from '../world.ts';
import { candidate, finishClass, introduce, passed, record, walk, wayToCeremony, wayToFile, type Told } from './candidacy-support.ts';
import { plainSlices } from './support.ts';
import { accept, issued, send, sign } from './transfer-support.ts';

/* The second signature at the same time as another change, what it posts, and whom its function serves. */

let world: OpenWorld;
let cell: string;
let office: string;
let far: string;
const members: PersonBuilder[] = [];
const moving: string[] = [];
let elsewhereDistrict: string;
const raw: Record<'cell' | 'office' | 'far', string> = { cell: '', office: '', far: '' };

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d');
  const home = district.commune('c').cell('1');
  const receiving = district.child('GRASSROOTS_CELL', 'cq', { unitType: 'SCHOOL', areas: ['URBAN'] });
  const beside = tree.district('e');
  const elsewhere = beside.commune('c').cell('1');
  elsewhereDistrict = beside.id;
  for (const code of ['m1', 'm2', 'm3', 'm4']) moving.push(district.grassrootsCell(code).id);
  for (let index = 0; index < 24; index += 1) members.push(home.member(`Lò Văn ${'ABCDEFGHIJKLMNOPQRSTUVWX'[index]}a`, '2020-01-01', { ETHNIC_MINORITY: 'YES', OCCUPATION: 'PUPIL' }));
  home.account('secretary', 'SECRETARY');
  receiving.account('receiver', 'SECRETARY');
  district.account('staff', 'STAFF').account('board', 'BOARD').account('observer', 'OBSERVER');
  elsewhere.account('far', 'SECRETARY');
  tree.account('province', 'STAFF').account('provinceBoard', 'BOARD');
  [cell, office, far] = [home, receiving, elsewhere].map(({ id }) => opaque('Unit', id)) as [string, string, string];
  Object.assign(raw, { cell: home.id, office: receiving.id, far: elsewhere.id });
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

function member(): { uuid: string; id: string } {
  const { id } = members.pop()!;
  return { uuid: id, id: opaque('Person', id) };
}

/** Where somebody is counted at the end of each day of a fact, and as what; and where the person is shown to belong. */
async function standings(uuid: string): Promise<{ unit: string; measure: string }[]> {
  const { rows } = await world.owner.query<{ unit: string; measure: string }>(
    `select unit_id as unit, measure from entry where subject_id = $1 and measure like '%_MEMBERS' group by 1, 2 having sum(delta) <> 0 order by 1, 2`, [uuid]);
  return rows;
}

async function homeOf(uuid: string): Promise<{ unit_id: string; state: string }> {
  return (await world.owner.query<{ unit_id: string; state: string }>('select unit_id, state from person where id = $1', [uuid])).rows[0]!;
}

const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1]!;

describe('at the same time', () => {
  test('of two acceptances one is written, and the others hear that the letter has changed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = member();
      const { letter } = await issued(world, 'staff', person.id, { toUnit: office });
      const outcomes = await Promise.all(['receiver', 'staff', 'province'].map(async (account) => await accept(world, account, letter)));
      expect(outcomes.map(({ transfer, code }) => transfer?.state ?? code).toSorted()).toEqual(['ACCEPTED', 'VERSION_CONFLICT', 'VERSION_CONFLICT']);
      expect(await standings(person.uuid)).toEqual([{ unit: raw.office, measure: 'OFFICIAL_MEMBERS' }]);
    }
  });

  test('of two claims one is written', async () => {
    const person = member();
    const { claimCode } = await issued(world, 'staff', person.id, { destination: 'Nơi khác' });
    const outcomes = await Promise.all([['far', far], ['receiver', office]].map(async ([account, unit]) => await sign(world, account!, 'claimTransfer', { code: claimCode, unit, on: '2026-02-10' })));
    expect(outcomes.map(({ transfer, code }) => transfer?.state ?? code).toSorted()).toEqual(['ACCEPTED', 'LETTER_NOT_OPEN']);
    expect((await standings(person.uuid)).length).toBe(1);
  });

  test('of two letters for one person one is issued', async () => {
    const person = member();
    const outcomes = await Promise.all(['staff', 'staff', 'province'].map(async (account) => await send(world, account, person.id, { destination: 'Nơi khác' })));
    expect(outcomes.map(({ transfer, code }) => transfer?.state ?? code).toSorted()).toEqual(['ISSUED', 'LETTER_OPEN', 'LETTER_OPEN']);
  });

  test('what waited for somebody who held the person is recorded after them', async () => {
    const person = member();
    const { letter } = await issued(world, 'staff', person.id, { toUnit: office });
    await world.owner.query('begin');
    await world.owner.query('select from person where id = $1 for update', [person.uuid]);
    const signed = accept(world, 'receiver', letter);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { rows: [held] } = await world.owner.query<{ at: string }>('select clock_timestamp()::text as at');
    await world.owner.query('commit');
    expect((await signed).transfer?.state).toBe('ACCEPTED');
    const { rows } = await world.owner.query('select measure from entry where subject_id = $1 and recorded_at > $2::timestamptz', [person.uuid, held!.at]);
    expect(rows).toHaveLength(4);
  });

  test('a letter is accepted or cancelled', async () => {
    for (let round = 0; round < 3; round += 1) {
      const person = member();
      const { letter } = await issued(world, 'staff', person.id, { toUnit: office });
      const [accepted, cancelled] = await Promise.all([accept(world, 'receiver', letter), sign(world, 'secretary', 'cancelTransfer', { transfer: letter.id, expectedVersion: 1, reason: 'x' })]);
      expect([accepted, cancelled].filter(({ transfer }) => transfer).length).toBe(1);
      expect(await standings(person.uuid)).toEqual([{ unit: accepted.transfer ? raw.office : raw.cell, measure: 'OFFICIAL_MEMBERS' }]);
    }
  });

  test('a unit that moves receives people before it moves or after, and has them at its new place', async () => {
    const day = (back: number) => new Date(Date.now() + 7 * 3_600_000 - back * 86_400_000).toISOString().slice(0, 10);
    for (const [index, unitId] of moving.entries()) {
      const person = member();
      const { letter } = await issued(world, 'staff', person.id, { toUnit: opaque('Unit', unitId) });
      const [accepted, moved] = await Promise.all([
        accept(world, 'province', letter, day(index % 2)),
        world.write('provinceBoard', async (transaction) => await moveUnit(transaction, { unitId, newParentId: elsewhereDistrict, on: day(0) })),
      ]);
      // What is dated on the day of the move stands in its way; what is dated before it can no longer be written after it.
      const outcome = `${accepted.transfer?.state ?? accepted.code} ${'refused' in moved ? moved.refused : 'MOVED'}`;
      expect(index % 2 === 0 ? ['ACCEPTED MOVED', 'ACCEPTED LATER_ENTRIES'] : ['ACCEPTED MOVED', 'BEFORE_A_REORGANISATION MOVED']).toContain(outcome);
      expect(await standings(person.uuid)).toEqual([{ unit: accepted.transfer ? unitId : raw.cell, measure: 'OFFICIAL_MEMBERS' }]);
      const { rows } = await world.owner.query<{ strays: string }>('select count(*) as strays from entry e join unit u on u.id = e.unit_id where e.subject_id = $1 and e.unit_id = $2 and e.position_now <> u.lo', [person.uuid, unitId]);
      expect(rows[0]?.strays).toBe('0');
    }
  });

  test('a recognition comes before the transfer or after it, and the person is counted once, as what and where they are', async () => {
    const early = (way: readonly (readonly [string, string, object])[]) => way.map(([step, on, facts]) => [step, `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`, facts] as const);
    const seen = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const filed = await walk(world, 'staff', await candidate(world, 'staff', cell, { fullName: `Vàng A ${'ABCDEF'[round]}`, on: '2024-01-02' }), early(wayToFile));
      await introduce(world, 'staff', filed, '2024-09-20');
      await finishClass(world, 'staff', filed, '2025-06-10');
      const ready: Told = await walk(world, 'staff', filed, [...early(wayToCeremony), ['RECOGNITION_PROPOSED', '2025-12-22', { vote: passed }], ['RECOGNITION_SUBMITTED', '2025-12-29', { vote: passed }]]);
      const { letter } = await issued(world, 'staff', ready.person.id, { toUnit: office });
      const [recognised, moved] = await Promise.all([record(world, 'staff', ready, 'RECOGNISED', '2026-01-12', { documentNumber: '7-QĐ/HU' }), accept(world, 'receiver', letter)]);
      expect(moved.transfer?.state).toBe('ACCEPTED');
      expect(recognised.candidacy?.state ?? recognised.code).toMatch(/^(OFFICIAL|VERSION_CONFLICT)$/);
      seen.add(recognised.candidacy ? 'before' : 'after');
      const person = uuidOf(ready.person.id);
      expect(await homeOf(person)).toEqual({ unit_id: raw.office, state: recognised.candidacy ? 'OFFICIAL' : 'PROBATIONARY' });
      expect(await standings(person)).toEqual([{ unit: raw.office, measure: recognised.candidacy ? 'OFFICIAL_MEMBERS' : 'PROBATIONARY_MEMBERS' }]);
    }
    console.log(`  recognised ${[...seen].join(' and ')} the transfer`);
  });
});

test('the second signature posts what the ledger posts for a transfer', async () => {
  const [byLetter, byFact] = [member(), member()];
  const { letter } = await issued(world, 'staff', byLetter.id, { toUnit: office });
  await accept(world, 'receiver', letter);
  const slices = { ...plainSlices, ageBand: 'AGE_41_50' };
  const [posted] = await world.write('province', async (transaction) => await postFacts(transaction, [{ kind: 'TRANSFERRED', personId: byFact.uuid, unitId: raw.cell, toUnitId: raw.office, occurredOn: '2026-02-10', slices }]));
  expect(posted).toHaveProperty('eventId');
  const entries = async (person: string) => (await world.owner.query<Record<string, unknown>>(
    `select e.*, s.ethnic_minority, s.religion, s.position_then as veiled_then, s.position_now as veiled_now, (select count(*) from entry_position w where w.entry_id = e.id) as past
     from entry e join entry_sensitive s on s.entry_id = e.id where e.subject_id = $1 and occurred_on = '2026-02-10' order by measure, delta`, [person])).rows
    .map(({ id: _id, event_id: _event, subject_id: _subject, recorded_at: _at, ...rest }) => rest);
  const [letters, facts] = [await entries(byLetter.uuid), await entries(byFact.uuid)];
  expect(letters).toHaveLength(4);
  expect(letters).toEqual(facts);
  expect(letters.map(({ unit_type, ethnic_minority, occupation }) => [unit_type, ethnic_minority, occupation])).toEqual(expect.arrayContaining([['SCHOOL', 'YES', 'PUPIL'], ['COMMUNE_AREA', 'YES', 'PUPIL']]));
});

describe('the function of the second signature judges by itself', () => {
  const call = async (account: string, [letter, hash, unit]: readonly [string | null, Buffer | null, string | null], on = '2026-02-10') =>
    (await world.write(account, async (transaction) => await transaction.query<{ refusal: string | null }>('select refusal from app.accept_transfer($1::uuid, $2::bytea, $3::uuid, $4::date, null, $5)', [letter, hash, unit, on, 'x'])))[0]?.refusal;

  test('who calls it, for which side, on which day', async () => {
    const person = member();
    const { letter } = await issued(world, 'staff', person.id, { toUnit: office });
    const id = uuidOf(letter.id);
    for (const [account, refusal] of [['board', 'FORBIDDEN_FOR_ROLE'], ['observer', 'FORBIDDEN_FOR_ROLE'], ['secretary', 'NOT_YOUR_SIDE'], ['far', 'NOT_FOUND']] as const) expect(await call(account, [id, null, null]), account).toBe(refusal);
    // The unit that is named does not stand in for the one that is written.
    expect(await call('far', [id, null, raw.far])).toBe('NOT_FOUND');
    expect(await call('secretary', [id, null, raw.cell])).toBe('NOT_YOUR_SIDE');
    expect(await call('far', [null, Buffer.alloc(32), raw.far])).toBe('CODE_NOT_KNOWN');
    expect(await call('receiver', [id, null, null], '2026-02-01')).toBe('DATE_BEFORE_LAST_STEP');
    expect(await call('receiver', [id, null, null], '2999-01-01')).toBe('DATE_IN_FUTURE');
    await expect(world.server.database.write('', async (transaction) => await transaction.query<{ refusal: string }>('select refusal from app.accept_transfer($1::uuid, null, null, $2::date, null, $3)', [id, '2026-02-10', 'x']))).resolves.toEqual([{ refusal: 'FORBIDDEN_FOR_ROLE' }]);
    expect(await homeOf(person.uuid)).toMatchObject({ unit_id: raw.cell });
    const shown = await world.write('board', async (transaction) => await transaction.query('select * from app.letter_by_code((select sha256($1::bytea)))', ['x']));
    expect(shown).toEqual([]);
  });

  test('and whether the day lies before a reorganisation of either unit', async () => {
    const person = member();
    const { letter } = await issued(world, 'staff', person.id, { toUnit: office, on: '2026-02-02' });
    await world.owner.query('begin');
    await world.owner.query(`update placement set valid = daterange(lower(valid), '2026-02-20') where unit_id = $1`, [raw.office]);
    await world.owner.query('set constraints all deferred');
    const { rows } = await world.owner.query<{ refusal: string }>(
      `select a.refusal from (select set_config('banyan.lo', u.lo::text, true), set_config('banyan.hi', u.hi::text, true), set_config('banyan.role', 'STAFF', true) from unit u where u.code = 'p') s,
       lateral app.accept_transfer($1::uuid, null, null, '2026-02-10', null, 'x') a`, [uuidOf(letter.id)]);
    await world.owner.query('rollback');
    expect(rows[0]?.refusal).toBe('BEFORE_A_REORGANISATION');
  });
});

test('an open letter stays with its person when the unit is merged', async () => {
  const person = member();
  const { letter } = await issued(world, 'staff', person.id, { destination: 'Nơi khác' });
  await world.owner.query('update person set unit_id = u.id, position = u.lo from unit u where person.id = $1 and u.id = $2', [person.uuid, raw.far]);
  expect((await sign(world, 'secretary', 'cancelTransfer', { transfer: letter.id, expectedVersion: 1, reason: 'x' })).code).toBe('NOT_FOUND');
  expect((await sign(world, 'far', 'cancelTransfer', { transfer: letter.id, expectedVersion: 1, reason: 'x' })).transfer?.state).toBe('CANCELLED');
});
