import { afterAll, beforeAll, expect, test } from 'vitest';
import { postFacts, reclassifyPerson, reverseEvent, type Fact, type PersonSlices } from '../../src/contexts/ledger/index.ts';
import { addDays } from '../../src/kernel/day.ts';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { Draw } from '../worlds/draw.ts';
import { candidate, change, finishClass, introduce, passed, record, told, walk, wayToCeremony, wayToFile, type Told } from './candidacy-support.ts';

/* What is recorded late, for a day before a change in the life of the person. */

let world: OpenWorld;
let cell: { raw: string; id: string };

beforeAll(async () => {
  const tree = province('p');
  const home = tree.district('h').commune('c').cell('1').account('secretary', 'SECRETARY');
  home.member('Người Giới Thiệu');
  tree.account('board', 'BOARD').account('staff', 'STAFF');
  cell = { raw: home.id, id: opaque('Unit', home.id) };
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

const born: PersonSlices = { gender: 'F', ageBand: 'AGE_18_30', ethnicMinority: 'NO', religion: 'NO', youthUnion: 'YES', occupation: 'WORKER', enterpriseRelation: 'NOT_APPLICABLE', education: 'UPPER_SECONDARY' };

type Living = Pick<PersonSlices, 'occupation' | 'education'>;
type Event = { readonly on: string; readonly slices: Partial<Living> } | { readonly on: string; readonly kind: Fact['kind'] };

/** Records events in the order in which they are given: a fact is frozen with what the person is by then. */
async function live(events: readonly Event[]): Promise<string> {
  const { rows: [row] } = await world.owner.query<{ id: string }>(
    `insert into person (unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state)
     select id, lo, 'Người Ghi Muộn', '1999-05-20', 'F', 'YES', 'WORKER', 'NOT_APPLICABLE', 'UPPER_SECONDARY', 'CANDIDATE' from unit where id = $1 returning id`, [cell.raw]);
  const personId = row!.id;
  let now = born;
  for (const event of events) {
    await world.write('staff', async (transaction) => {
      if ('kind' in event) expect(await postFacts(transaction, [{ kind: event.kind, personId, unitId: cell.raw, occurredOn: event.on, slices: now }]), JSON.stringify(events)).toEqual([{ eventId: expect.any(String) }]);
      else expect(await reclassifyPerson(transaction, { personId, slices: event.slices, on: event.on })).toEqual({ eventId: expect.any(String) });
    });
    if ('slices' in event) now = { ...now, ...event.slices };
  }
  return personId;
}

/** All that counts a person, by day, measure and slices. */
async function countsOf(personId: string): Promise<unknown[]> {
  const { rows } = await world.owner.query(
    `select occurred_on::text, measure, gender, age_band, occupation, education, unit_type, areas, sum(delta)::int as sum from entry where subject_id = $1
     group by occurred_on, measure, gender, age_band, occupation, education, unit_type, areas having sum(delta) <> 0 order by 1, 2, 5, 6`, [personId]);
  return rows;
}

test('a fact that is recorded after changes of later days counts as if it had been recorded before them', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const draw = new Draw(seed);
    let day = '2023-01-10';
    const change = (): Event => ({ on: (day = addDays(day, draw.int(1, 40))), slices: draw.pick([{ occupation: draw.pick(['FARMER', 'CADRE_CIVIL_SERVANT', 'PUPIL']) }, { education: draw.pick(['PRIMARY', 'LOWER_SECONDARY']) }]) });
    const some = (most: number) => Array.from({ length: draw.int(0, most) }, change);
    const kind = draw.pick(['RECOGNISED', 'RECOGNISED', 'REMOVED', 'DECEASED', 'LEFT'] as const);
    const before: Event[] = [{ on: '2023-01-10', kind: 'ADMITTED' }, ...some(2)];
    const fact: Event = { on: (day = addDays(day, draw.int(0, 20))), kind };
    const after = [change(), ...some(2)];
    const inOrder = await live([...before, fact, ...(kind === 'RECOGNISED' ? after : [])]);
    const late = await live([...before, ...after, fact]);
    expect(await countsOf(late), `seed ${seed}`).toEqual(await countsOf(inOrder));
    const { rows: [last] } = await world.owner.query<{ event_id: string }>('select event_id from entry where subject_id = $1 order by recorded_at desc limit 1', [late]);
    expect(await world.write('staff', async (transaction) => await reverseEvent(transaction, { eventId: last!.event_id })), `seed ${seed}`).toMatchObject({ eventId: expect.any(String) });
    expect(await countsOf(late), `seed ${seed}, undone`).toEqual(await countsOf(await live([...before, ...after])));
  }
});

async function recognisedIn(period: string): Promise<number> {
  return (await world.data<{ unit: { rollup: { recognised: { value: number } } } }>('board', `{ unit(code: "p") { rollup(period: "${period}") { recognised { value } } } }`)).unit.rollup.recognised.value;
}

async function bands(asOf: string): Promise<Record<string, number>> {
  const { unit } = await world.data<{ unit: { rollup: { officialMembers: { by: { slices: { key: string; value: number }[] } } } } }>('board', `{ unit(code: "p.h") { rollup(period: "2026", asOf: "${asOf}") { officialMembers { by(dimension: AGE_BAND) { slices { key value } } } } } }`);
  return Object.fromEntries(unit.rollup.officialMembers.by.slices.filter(({ value }) => value !== 0).map(({ key, value }) => [key, value]));
}

test('a late recognition counts on its official date, whatever the member has become since; it is undone, and the birth date corrected, as ever', async () => {
  const early = (way: readonly (readonly [string, string, object])[]) => way.map(([step, on, facts]) => [step, `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`, facts] as const);
  const filed = await walk(world, 'staff', await candidate(world, 'staff', cell.id, { fullName: 'Lò Thị Muộn', birthDate: '1994-12-30', on: '2024-01-02' }), early(wayToFile));
  await introduce(world, 'staff', filed, '2024-09-20');
  const admitted = await walk(world, 'staff', filed, early(wayToCeremony));
  await finishClass(world, 'staff', admitted, '2025-06-30');
  const proposed = await walk(world, 'staff', admitted, [['RECOGNITION_PROPOSED', '2025-12-22', { vote: passed }], ['RECOGNITION_SUBMITTED', '2025-12-29', { vote: passed }]]);
  const correct = async (input: object) => {
    const { person } = await world.data<{ person: { version: number } }>('staff', 'query($id: ID!) { person(id: $id) { version } }', { id: proposed.person.id });
    const text = 'mutation($input: CorrectPersonInput!) { correctPerson(input: $input) { ... on PersonCorrected { isWritten } ... on PersonRefused { code field } } }';
    return (await world.data<{ correctPerson: unknown }>('staff', text, { input: { person: proposed.person.id, expectedVersion: person.version, reason: 'x', ...input } })).correctPerson;
  };
  expect(await correct({ occupation: 'FARMER', since: '2026-01-10' })).toEqual({ isWritten: true });
  const before = await bands('2026-02-01');
  const recognise = async (from: Told) => await record(world, 'staff', from, 'RECOGNISED', '2026-01-20', { documentNumber: '7-QĐ/HU' });
  const recognised = (await recognise(proposed)).candidacy!;
  expect(recognised.person.officialOn).toBe('2025-12-19');
  expect([await recognisedIn('2025-12'), await recognisedIn('2026-01')]).toEqual([1, 0]);
  expect(await bands('2026-02-01')).toEqual({ ...before, AGE_18_30: (before['AGE_18_30'] ?? 0) + 1 });
  // Thirty-one by the day of the change, not by the official date.
  expect(await correct({ birthDate: '1994-12-25' })).toEqual({ isWritten: true });
  expect(await bands('2026-02-01')).toEqual({ ...before, AGE_18_30: (before['AGE_18_30'] ?? 0) + 1 });
  expect(await correct({ birthDate: '1994-12-01' })).toEqual({ isWritten: true });
  expect(await bands('2026-02-01')).toEqual({ ...before, AGE_31_40: (before['AGE_31_40'] ?? 0) + 1 });
  const negative = await world.owner.query(`select 1 from entry where subject_id = $1 and occurred_on <= '2026-02-01' and measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS') group by measure, age_band, occupation having sum(delta) < 0`, [Buffer.from(proposed.person.id, 'base64url').toString().split(':')[1]]);
  expect(negative.rows).toEqual([]);
  const { candidacy: undone } = await change(world, 'staff', 'undoStep', { candidacy: recognised.id, step: recognised.timeline.at(-1)!.id, expectedVersion: recognised.version, reason: 'y' });
  expect(undone?.state).toBe('RECOGNITION_SUBMITTED');
  expect([await recognisedIn('2025-12'), await bands('2026-02-01')]).toEqual([0, before]);
  expect((await recognise(undone!)).candidacy?.state).toBe('OFFICIAL');
});

test('a member who has changed may have died before the change; the file says so beforehand', async () => {
  const { rows: [way] } = await world.owner.query<{ id: string; person: string }>(`select c.id, p.id as person from candidacy c join person p on p.id = c.person_id where p.full_name = 'Người Giới Thiệu'`);
  const text = 'mutation($input: CorrectPersonInput!) { correctPerson(input: $input) { ... on PersonCorrected { isWritten } ... on PersonRefused { code field } } }';
  expect((await world.data<{ correctPerson: unknown }>('staff', text, { input: { person: opaque('Person', way!.person), expectedVersion: 1, reason: 'x', education: 'PRIMARY', since: '2026-03-10' } })).correctPerson).toEqual({ isWritten: true });
  const { candidacy } = await world.data<{ candidacy: Told }>('staff', `query($id: ID!) { candidacy(id: $id) { ${told} } }`, { id: opaque('Candidacy', way!.id) });
  const { candidacy: { steps } } = await world.data<{ candidacy: Pick<Told, 'steps'> }>('staff', 'query($id: ID!) { candidacy(id: $id) { steps(on: "2026-02-27") { step viewerCan } } }', { id: candidacy.id });
  expect(steps).toContainEqual({ step: 'DECEASED', viewerCan: true });
  expect(await record(world, 'staff', candidacy, 'DECEASED', '2026-02-27')).toMatchObject({ candidacy: { person: { state: 'FORMER' } } });
});
