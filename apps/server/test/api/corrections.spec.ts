import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ageBandOn } from '../../src/contexts/people/domain/age.ts';
import { opaque } from '../properties/literals.ts';
import { rule } from '../rule.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { candidate, change, introduce, walk, wayToCeremony, wayToFile } from './candidacy-support.ts';

let world: OpenWorld;
let an: string;
let binh: string;
let chi: string;
let far: string;
let cell: string;
let cellId: string;

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d');
  const home = district.commune('c').cell('1').account('secretary', 'SECRETARY').account('second', 'SECRETARY');
  const old = tree.district('e').commune('c').cell('1').account('stranger', 'SECRETARY');
  district.account('staff', 'STAFF');
  tree.account('board', 'BOARD').account('observer', 'OBSERVER').account('all', 'STAFF');
  // Born on 1 January 1980, as everybody of these worlds.
  an = opaque('Person', home.person('Trần Văn An', { AGE_BAND: 'AGE_41_50' }).happens('ADMITTED', '2021-03-10').happens('RECOGNISED', '2022-03-10', { slices: { AGE_BAND: 'AGE_41_50' } }).id);
  binh = opaque('Person', old.person('Lê Thị Bình', { AGE_BAND: 'AGE_31_40' }).happens('ADMITTED', '2019-05-01').happens('TRANSFERRED', '2020-02-01', { to: home }).id);
  chi = opaque('Person', home.member('Phạm Chi', '2016-01-01', { OCCUPATION: 'WORKER' }).id);
  home.member('Người giới thiệu');
  far = opaque('Person', old.member('Xa').id);
  cellId = home.id;
  cell = opaque('Unit', home.id);
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

const answer = `{ ... on PersonCorrected { isWritten person { version fullName birthDate occupation } changes { measure dimension before after count since } warnings { on code } }
  ... on PersonRefused { code field message current { version fullName birthDate } } }`;

interface Answer {
  readonly isWritten?: boolean;
  readonly person?: { version: number; fullName: string; birthDate: string; occupation: string };
  readonly changes?: { measure: string; dimension: string; before: string; after: string; count: number; since: string | null }[];
  readonly warnings?: { on: string; code: string }[];
  readonly code?: string;
  readonly field?: string;
  readonly current?: { version: number; fullName: string } | null;
}

async function correct(account: string, person: string, input: object): Promise<Answer> {
  const data = await world.data<{ correctPerson: Answer }>(account, `mutation($input: CorrectPersonInput!) { correctPerson(input: $input) ${answer} }`, { input: { person, reason: 'Ghi theo giấy khai sinh', ...input } });
  return data.correctPerson;
}

async function versionOf(person: string): Promise<number> {
  return (await world.data<{ person: { version: number } }>('board', 'query($id: ID!) { person(id: $id) { version } }', { id: person })).person.version;
}

/** Slices that are not 0, of the whole tree, now or as known at an instant. */
async function slices(measure: string, period: string, dimension = 'AGE_BAND', knownAt: string | null = null, code = 'p'): Promise<Record<string, number>> {
  const { unit } = await world.data<{ unit: { rollup: { figure: { by: { slices: { key: string; value: number }[] } } } } }>(
    'board',
    `query($code: String!, $period: Period!, $dimension: Dimension!, $knownAt: DateTime) { unit(code: $code) { rollup(period: $period, knownAt: $knownAt) { figure: ${measure} { by(dimension: $dimension) { slices { key value } } } } } }`,
    { code, period, dimension, knownAt },
  );
  return Object.fromEntries(unit.rollup.figure.by.slices.filter(({ value }) => value !== 0).map(({ key, value }) => [key, value]));
}

const yesterday = new Date(Date.now() - 86_400_000).toISOString();

/** All that the ledger says, whether it has been folded into counters or not. */
async function figures(knownAt: string | null = null) {
  return {
    admitted: await slices('admitted', '2021', 'AGE_BAND', knownAt),
    recognised: await slices('recognised', '2022', 'AGE_BAND', knownAt),
    members: await slices('members', '2023', 'AGE_BAND', knownAt),
    genders: await slices('members', '2023', 'GENDER', knownAt),
  };
}

rule('sửa ngày sinh sai: số liệu cũ được sửa, điều đã biết trước đó vẫn giữ', 'quy ước của hệ thống', () => {
  test('is put right in the figures of the past, and what was known on the day before stays as it was known', async () => {
    const before = await figures();
    expect(before).toMatchObject({ admitted: { AGE_41_50: 1 }, recognised: { AGE_41_50: 1 } });
    const trial = await correct('secretary', an, { expectedVersion: 1, birthDate: '1985-06-02', dryRun: true, reason: '' });
    expect(trial).toMatchObject({ isWritten: false, person: { version: 1, birthDate: '1980-01-01' } });
    expect(trial.changes).toEqual([
      { measure: 'ADMITTED', dimension: 'AGE_BAND', before: 'AGE_41_50', after: 'AGE_31_40', count: 1, since: null },
      { measure: 'OFFICIAL_MEMBERS', dimension: 'AGE_BAND', before: 'AGE_41_50', after: 'AGE_31_40', count: 1, since: null },
      { measure: 'PROBATIONARY_MEMBERS', dimension: 'AGE_BAND', before: 'AGE_41_50', after: 'AGE_31_40', count: 1, since: null },
      { measure: 'RECOGNISED', dimension: 'AGE_BAND', before: 'AGE_41_50', after: 'AGE_31_40', count: 1, since: null },
    ]);
    expect(await figures()).toEqual(before);

    const done = await correct('secretary', an, { expectedVersion: 1, birthDate: '1985-06-02' });
    expect(done).toEqual({ ...trial, isWritten: true, person: { ...trial.person, version: 2, birthDate: '1985-06-02' } });
    const after = await figures();
    expect(after).toMatchObject({ admitted: { AGE_31_40: 1 }, recognised: { AGE_31_40: 1 }, genders: before.genders });
    expect(after.members['AGE_41_50']).toBeUndefined();
    expect(await figures(yesterday)).toEqual(before);
    // The probation is over: what is left of it is 0 in both bands.
    expect((await slices('probationaryMembers', '2023'))['AGE_41_50']).toBeUndefined();
    await world.owner.query('select app.compact(100000)');
    expect(await figures()).toEqual(after);
    expect(await figures(yesterday)).toEqual(before);
  });

  test('shows the corrected person as the evidence, once', async () => {
    const { unit } = await world.data<{ unit: { rollup: { admitted: { evidence: { totalCount: number; nodes: { subject: { fullName: string } }[] } } } } }>(
      'board', '{ unit(code: "p") { rollup(period: "2021") { admitted { evidence(dimension: AGE_BAND, key: "AGE_31_40", first: 10) { totalCount nodes { subject { ... on Person { fullName } } } } } } } }',
    );
    expect(unit.rollup.admitted.evidence).toEqual({ totalCount: 1, nodes: [{ subject: { fullName: 'Trần Văn An' } }] });
  });

  test('is undone by another correction, and every line stands in the history with its reason', async () => {
    expect(await correct('second', an, { expectedVersion: 2, birthDate: '1980-01-01', reason: 'Sửa nhầm người' })).toMatchObject({ isWritten: true });
    expect(await figures()).toMatchObject({ admitted: { AGE_41_50: 1 }, recognised: { AGE_41_50: 1 } });
    const { person } = await world.data<{ person: { corrections: object[] } }>('board', 'query($id: ID!) { person(id: $id) { corrections { changes { field before after } since reason recordedBy } } }', { id: an });
    expect(person.corrections).toEqual([
      { changes: [{ field: 'BIRTH_DATE', before: '1985-06-02', after: '1980-01-01' }], since: null, reason: 'Sửa nhầm người', recordedBy: 'second' },
      { changes: [{ field: 'BIRTH_DATE', before: '1980-01-01', after: '1985-06-02' }], since: null, reason: 'Ghi theo giấy khai sinh', recordedBy: 'secretary' },
    ]);
    const { rows } = await world.owner.query<{ action: string; subject_id: string }>(`select action, subject_id from audit_event where action = 'person.correct' and result = 'DONE'`);
    expect(rows).toHaveLength(2);
  });

  test('is put right at the unit of before, which the one who corrects does not see, and on the way between', async () => {
    expect(await slices('admitted', '2019', 'AGE_BAND', null, 'p.e')).toEqual({ AGE_31_40: 1 });
    expect(await correct('secretary', binh, { expectedVersion: 1, birthDate: '1990-01-01' })).toMatchObject({ isWritten: true });
    expect(await slices('admitted', '2019', 'AGE_BAND', null, 'p.e')).toEqual({ AGE_18_30: 1 });
    expect(await slices('admitted', '2019', 'AGE_BAND', yesterday, 'p.e')).toEqual({ AGE_31_40: 1 });
    expect(await slices('transferredOut', '2020', 'AGE_BAND', null, 'p.e')).toEqual({ AGE_18_30: 1 });
    expect(await slices('transferredIn', '2020', 'AGE_BAND', null, 'p.d')).toEqual({ AGE_18_30: 1 });
    expect(await slices('probationaryMembers', '2021', 'AGE_BAND', null, 'p.e')).toEqual({});
  });

  test('makes a meeting on record questionable where the rule on the age is broken: it is told, and not judged anew', async () => {
    const begun = await candidate(world, 'secretary', cell, { fullName: 'Hồ Thị Em', birthDate: '1999-05-20' });
    const file = await walk(world, 'all', begun, wayToFile);
    await introduce(world, 'all', file);
    await walk(world, 'all', file, [wayToCeremony[0]]);
    const person = begun.person.id;
    expect((await correct('secretary', person, { expectedVersion: 1, birthDate: '2008-01-05', dryRun: true })).warnings).toEqual([{ on: '2025-11-03', code: 'TOO_YOUNG' }]);
    expect(await correct('secretary', person, { expectedVersion: 1, birthDate: '2008-01-05' })).toMatchObject({ isWritten: true, changes: [] });
    const told = await world.data<{ person: { ageWarnings: object[]; candidacy: { state: string } } }>('secretary', 'query($id: ID!) { person(id: $id) { ageWarnings { on code } candidacy { state } } }', { id: person });
    expect(told.person).toEqual({ ageWarnings: [{ on: '2025-11-03', code: 'TOO_YOUNG' }], candidacy: { state: 'CELL_PROPOSED' } });
  });
});

rule('hoàn tác một bước đã sửa', 'quy ước của hệ thống', () => {
  test('a step that was corrected since is undone as before, and only what stands is taken back', async () => {
    const begun = await candidate(world, 'all', cell, { fullName: 'Vũ Gia', birthDate: '1994-12-01' });
    const file = await walk(world, 'all', begun, wayToFile);
    await introduce(world, 'all', file);
    const { stepId } = await (async () => {
      const proposed = await walk(world, 'all', file, wayToCeremony.slice(0, -1));
      return await change(world, 'all', 'recordStep', { candidacy: proposed.id, expectedVersion: proposed.version, step: 'CEREMONY_HELD', on: '2025-12-19' });
    })();
    const admitted = await slices('admitted', '2025');
    expect(await correct('all', begun.person.id, { expectedVersion: 1, birthDate: '1995-12-20', gender: 'M' })).toMatchObject({ isWritten: true });
    expect(await slices('admitted', '2025')).not.toEqual(admitted);
    expect(await slices('admitted', '2025', 'GENDER')).toEqual({ M: 1 });
    const { candidacy } = await world.data<{ candidacy: { id: string; version: number } }>('all', 'query($id: ID!) { candidacy(id: $id) { id version } }', { id: begun.id });
    expect(await change(world, 'all', 'undoStep', { candidacy: candidacy.id, expectedVersion: candidacy.version, step: stepId, reason: 'Ghi nhầm ngày' })).toMatchObject({ candidacy: { state: 'ADMISSION_DECIDED' } });
    expect(await slices('admitted', '2025')).toEqual({});
    expect(await slices('admitted', '2025', 'GENDER')).toEqual({});
  });
});

rule('thông tin thay đổi theo thời gian: từ ngày nào', 'quy ước của hệ thống', () => {
  test('is, since a day, so from that day on', async () => {
    const trial = await correct('secretary', chi, { expectedVersion: 1, occupation: 'RETIRED', since: '2024-07-01', dryRun: true });
    expect(trial.changes).toEqual([{ measure: 'OFFICIAL_MEMBERS', dimension: 'OCCUPATION', before: 'WORKER', after: 'RETIRED', count: 1, since: '2024-07-01' }]);
    expect(await correct('secretary', chi, { expectedVersion: 1, occupation: 'RETIRED', since: '2024-07-01' })).toMatchObject({ person: { occupation: 'RETIRED' } });
    expect(await slices('members', '2023', 'OCCUPATION')).toMatchObject({ WORKER: 1 });
    expect(await slices('members', '2024', 'OCCUPATION')).toMatchObject({ RETIRED: 1 });
    expect((await slices('members', '2024', 'OCCUPATION'))['WORKER']).toBeUndefined();
  });

  test('or was wrong as long as it stood, and no longer', async () => {
    expect(await correct('secretary', chi, { expectedVersion: 2, occupation: 'FARMER' })).toMatchObject({ isWritten: true });
    expect(await slices('members', '2023', 'OCCUPATION')).toMatchObject({ WORKER: 1 });
    const { RETIRED } = await slices('members', '2024', 'OCCUPATION');
    expect(RETIRED).toBeUndefined();
    const of = async (knownAt: string | null) => await slices('members', '2022', 'OCCUPATION', knownAt);
    expect(await of(null)).toEqual(await of(yesterday));
  });

  test('cannot be so since a day before the person was counted here, or one that has not come', async () => {
    expect(await correct('secretary', chi, { expectedVersion: 3, occupation: 'OTHER', since: '2015-12-31' })).toMatchObject({ code: 'SINCE_NOT_POSSIBLE', field: 'since' });
    expect(await correct('secretary', chi, { expectedVersion: 3, occupation: 'OTHER', since: '2090-01-01' })).toMatchObject({ code: 'DATE_IN_FUTURE', field: 'since' });
  });
});

rule('sửa thông tin của một người', 'quy ước của hệ thống', () => {
  test('of a name is found by the new name and not by the old one, and follows to those whom the member helps', async () => {
    const begun = await candidate(world, 'secretary', cell, { fullName: 'Đỗ Khang' });
    await change(world, 'secretary', 'nameParticipant', { candidacy: begun.id, kind: 'HELPER', member: chi, from: '2025-08-01', idempotencyKey: randomUUID() });
    expect(await correct('secretary', chi, { expectedVersion: 3, fullName: 'Phạm Kim Chị' })).toMatchObject({ person: { fullName: 'Phạm Kim Chị' } });
    const found = async (search: string) => (await world.data<{ people: { nodes: { fullName: string }[] } }>('secretary', 'query($search: String!) { people(first: 10, filter: { search: $search }) { nodes { fullName } } }', { search })).people.nodes;
    expect(await found('kim chi')).toEqual([{ fullName: 'Phạm Kim Chị' }]);
    const helped = await world.data<{ candidacy: { participants: object[] } }>('secretary', 'query($id: ID!) { candidacy(id: $id) { participants { name } } }', { id: begun.id });
    expect(helped.candidacy.participants).toEqual([{ name: 'Phạm Kim Chị' }]);
  });

  test('made for a version that is not there any more is refused, with the person as they stand', async () => {
    expect(await correct('second', an, { expectedVersion: 1, fullName: 'Trần An' })).toMatchObject({ code: 'VERSION_CONFLICT', field: 'expectedVersion', current: { version: 3, fullName: 'Trần Văn An' } });
  });

  test('of two at once is made once', async () => {
    const outcomes = await Promise.all(['secretary', 'second', 'staff', 'all'].map(async (account, index) => await correct(account, an, { expectedVersion: 3, birthDate: `198${index + 1}-02-03` })));
    expect(outcomes.filter(({ isWritten }) => isWritten)).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === 'VERSION_CONFLICT')).toHaveLength(3);
    const { rows } = await world.owner.query<{ sum: string }>(`select sum(delta) from entry where measure = 'ADMITTED' and occurred_on = '2021-03-10'`);
    expect(Number(rows[0]!.sum)).toBe(1);
  });

  test('is refused beside its field, in words of both languages', async () => {
    const expectedVersion = await versionOf(an);
    const cases: [object, string, string][] = [
      [{ fullName: 'A\u200Bn' }, 'NAME_NOT_POSSIBLE', 'fullName'],
      [{ fullName: 'A'.repeat(10_000) }, 'NAME_NOT_POSSIBLE', 'fullName'],
      [{ birthDate: '2090-01-01' }, 'BIRTH_DATE_NOT_POSSIBLE', 'birthDate'],
      [{ birthDate: '2022-01-01' }, 'BIRTH_DATE_NOT_POSSIBLE', 'birthDate'],
      [{ birthDate: '1905-01-01' }, 'BIRTH_DATE_NOT_POSSIBLE', 'birthDate'],
      [{ gender: 'X' }, 'VALUE_NOT_KNOWN', 'gender'],
      [{ occupation: 'ASTRONAUT' }, 'VALUE_NOT_KNOWN', 'occupation'],
      [{ personalNumber: '12345' }, 'NUMBER_NOT_POSSIBLE', 'personalNumber'],
      [{ fullName: 'Trần Văn An' }, 'NOTHING_CHANGES', 'person'],
      [{ fullName: 'Trần Ân', reason: ' ' }, 'FACT_MISSING', 'reason'],
      [{ fullName: 'Trần Ân', reason: 'x'.repeat(1_001) }, 'TEXT_NOT_POSSIBLE', 'reason'],
    ];
    for (const [input, code, field] of cases) {
      const refused = await correct('secretary', an, { expectedVersion, ...input });
      expect(refused, JSON.stringify(input).slice(0, 80)).toMatchObject({ code, field });
    }
    // A day that does not exist is no day at all.
    const { errors } = await world.ask('secretary', `mutation { correctPerson(input: { person: "${an}", expectedVersion: ${expectedVersion}, birthDate: "1980-02-30" }) { __typename } }`);
    expect(errors[0]?.extensions.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    expect(await versionOf(an)).toBe(expectedVersion);
    expect(await correct('secretary', an, { expectedVersion, fullName: '  Trần   Văn Ân '.normalize('NFD') })).toMatchObject({ person: { fullName: 'Trần Văn Ân' } });
  });

  test('is for those who do the daily work, and outside the scope there is nobody to correct', async () => {
    expect(await correct('secretary', far, { expectedVersion: 1, fullName: 'Gần' })).toEqual(await correct('secretary', opaque('Person', '00000000-0000-4000-8000-000000000000'), { expectedVersion: 1, fullName: 'Gần' }));
    for (const account of ['board', 'observer']) {
      const { errors } = await world.ask(account, `mutation { correctPerson(input: { person: "${an}", expectedVersion: 1, fullName: "B" }) { __typename } }`);
      expect(errors[0]?.extensions.code, account).toBe('FORBIDDEN_FOR_ROLE');
    }
  });

  test('is refused by the database by itself, where the application asked for somebody outside the scope or under another role', async () => {
    const uuid = (id: string) => Buffer.from(id, 'base64url').toString('utf8').split(':')[1]!;
    const asked = async (account: string, person: string) => {
      return await world.server.database.write(credentialOf(secretOf(account)), async (transaction) => await transaction.query<{ refusal: string }>(
        `select refusal from app.correct_person($1::uuid, 1, '{"fullName": "Lạ"}', null, 'Lý do', 'Ai', false)`, [uuid(person)]));
    };
    expect(await asked('secretary', far)).toEqual([{ refusal: 'NOT_FOUND' }]);
    expect(await asked('stranger', an)).toEqual([{ refusal: 'NOT_FOUND' }]);
    expect(await asked('board', an)).toEqual([{ refusal: 'FORBIDDEN_FOR_ROLE' }]);
    await expect(world.server.database.write(credentialOf(secretOf('secretary')), async (transaction) => await transaction.query(`update person set full_name = 'Lạ'`))).rejects.toThrow('permission denied');
  });
});

rule('nhóm tuổi: cơ sở dữ liệu và hệ thống tính như nhau', 'quy ước của hệ thống', () => {
  test('the database and the domain agree on the band of an age', async () => {
    const pairs = ['1960-02-29', '1990-12-31', '1985-07-15'].flatMap((born) => [30, 31, 40, 41, 50, 51, 60, 61].flatMap((years) => ['02-28', '03-01', '07-14', '07-15', '12-30', '12-31'].map((day) => [born, `${Number(born.slice(0, 4)) + years}-${day}`] as const)));
    const { rows } = await world.owner.query<{ band: string }>('select app.age_band_on(born, on_day) as band from unnest($1::date[], $2::date[]) with ordinality as t (born, on_day, place) order by place', [pairs.map(([born]) => born), pairs.map(([, on]) => on)]);
    expect(rows.map(({ band }) => band)).toEqual(pairs.map(([born, on]) => ageBandOn(born, on)));
  });
});

rule('số tổng bằng tổng các bút toán', 'quy ước của hệ thống', () => {
  test('the counters equal the entries after all of it', async () => {
    const total = async () => await Promise.all(['AGE_BAND', 'GENDER', 'OCCUPATION'].map(async (dimension) => await slices('members', '2025', dimension)));
    const before = await total();
    await world.owner.query('select app.compact(100000)');
    expect(await total()).toEqual(before);
    const { rows } = await world.owner.query<{ bad: string }>(
      `select e.subject_id::text as bad from entry e where e.subject_kind = 'PERSON' and e.unit_id = $1 and e.measure in ('OFFICIAL_MEMBERS', 'PROBATIONARY_MEMBERS')
       group by e.subject_id, e.measure, e.gender, e.age_band, e.occupation, e.youth_union, e.education, e.enterprise_relation having sum(e.delta) not in (0, 1)`, [cellId]);
    expect(rows).toEqual([]);
  });
});
