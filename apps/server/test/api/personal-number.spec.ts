import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { record } from './candidacy-support.ts';

let world: OpenWorld;
let here: string;
let there: string;
let an: string;
let xa: string;

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d').account('staff', 'STAFF');
  const cell = district.commune('c').cell('1').account('secretary', 'SECRETARY').account('many', 'SECRETARY');
  const other = tree.district('e').commune('c').cell('1').account('stranger', 'SECRETARY');
  tree.account('board', 'BOARD').account('auditor', 'AUDITOR');
  an = opaque('Person', cell.member('Trần Văn An').id);
  xa = opaque('Person', other.member('Xa').id);
  [here, there] = [opaque('Unit', cell.id), opaque('Unit', other.id)];
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

interface Added {
  readonly candidacy?: { id: string; version: number; person: { id: string } };
  readonly code?: string;
  readonly field?: string;
  readonly message?: string;
  readonly people?: { fullName: string; state: string; unit: { code: string } }[];
}

const told = '... on CandidacyChanged { candidacy { id version person { id } } } ... on CandidacyRefused { code field message people { fullName state unit { code } } }';

async function add(account: string, unit: string, person: object): Promise<Added> {
  const input = { unit, fullName: `Người ${randomUUID().replaceAll(/[^a-f]/g, '')}`, birthDate: '1999-05-20', gender: 'F', on: '2025-07-02', idempotencyKey: randomUUID(), ...person };
  return (await world.data<{ addCandidate: Added }>(account, `mutation($input: AddCandidateInput!) { addCandidate(input: $input) { ${told} } }`, { input })).addCandidate;
}

const opened = new Set<string>();

/** Gives somebody a number. One that stands is unlocked before it is written over. */
async function number(account: string, person: string, personalNumber: string, expectedVersion = 1) {
  if (!opened.has(`${account} ${person}`)) await unlocked(account, person);
  opened.add(`${account} ${person}`);
  const data = await world.data<{ correctPerson: { isWritten?: boolean; code?: string; current?: { fullName: string } | null } }>(
    account, 'mutation($input: CorrectPersonInput!) { correctPerson(input: $input) { ... on PersonCorrected { isWritten } ... on PersonRefused { code current { fullName } } } }', { input: { person, expectedVersion, personalNumber, reason: 'Bổ sung' } });
  return data.correctPerson;
}

async function unlocked(account: string, person: string): Promise<string | null | undefined> {
  const data = await world.data<{ unlockSensitive: { facts?: { personalNumber: string | null } } }>(
    account, 'mutation($input: UnlockSensitiveInput!) { unlockSensitive(input: $input) { ... on SensitiveUnlocked { facts { personalNumber } } } }', { input: { person, reason: 'VERIFYING' } });
  return data.unlockSensitive.facts?.personalNumber;
}

describe('a personal number', () => {
  test('is given in a correction and read only while unlocked; the history says that it changed and not to what', async () => {
    expect(await number('secretary', an, '001 080.000-001')).toEqual({ isWritten: true });
    expect(await unlocked('secretary', an)).toBe('001080000001');
    const { person } = await world.data<{ person: { corrections: { changes: object[] }[] } }>('secretary', 'query($id: ID!) { person(id: $id) { corrections { changes { field before after } } } }', { id: an });
    expect(person.corrections[0]?.changes).toEqual([{ field: 'PERSONAL_NUMBER', before: null, after: null }]);
    const type = await world.data<{ __type: { fields: { name: string }[] } }>('secretary', '{ __type(name: "Person") { fields { name } } }');
    expect(type.__type.fields.map(({ name }) => name).filter((name) => /number/i.test(name))).toEqual([]);
  });

  test('of somebody who is on record elsewhere lets nobody be added, and tells nothing more', async () => {
    expect(await number('stranger', xa, '001080000002')).toEqual({ isWritten: true });
    const before = await world.owner.query('select count(*) from person');
    const refused = await add('secretary', here, { personalNumber: '001080000002' });
    expect(refused).toEqual({ code: 'ON_RECORD_ELSEWHERE', field: 'personalNumber', message: 'Người mang số định danh này đã có hồ sơ ở nơi khác.', people: [] });
    expect((await world.owner.query('select count(*) from person')).rows).toEqual(before.rows);
    expect(await number('secretary', an, '001080000002', 2)).toMatchObject({ code: 'ON_RECORD_ELSEWHERE', current: null });
  });

  test('of somebody inside the scope leads to them', async () => {
    expect(await add('secretary', here, { personalNumber: '001080000001' })).toMatchObject({ code: 'ON_RECORD_HERE', people: [{ fullName: 'Trần Văn An', state: 'OFFICIAL', unit: { code: 'p.d.c.1' } }] });
    expect(await number('staff', opaque('Person', '00000000-0000-4000-8000-000000000000'), '001080000001')).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is free again once a candidate was dropped', async () => {
    const { candidacy } = await add('secretary', here, { personalNumber: '001099000003' });
    expect(await add('stranger', there, { personalNumber: '001099000003' })).toMatchObject({ code: 'ON_RECORD_ELSEWHERE' });
    expect(await record(world, 'secretary', candidacy!, 'DROPPED', '2025-07-20', { reason: 'Không còn nguyện vọng' })).toMatchObject({ candidacy: { state: 'DROPPED' } });
    expect(await add('stranger', there, { personalNumber: '001099000003' })).toHaveProperty('candidacy');
  });

  test('given at two places at once is given at one of them', async () => {
    const outcomes = await Promise.all([add('secretary', here, { personalNumber: '001099000004' }), add('stranger', there, { personalNumber: '001099000004' }), add('staff', here, { personalNumber: '001099000004' })]);
    expect(outcomes.filter(({ candidacy }) => candidacy)).toHaveLength(1);
    await expect(world.owner.query(`update person_sensitive set personal_number = '001080000002' where person_id <> (select person_id from person_sensitive where personal_number = '001080000002')`)).rejects.toThrow('one person');
  });

  test('is asked for by those who add candidates alone, fifty times a day, and each question stands in the audit log without the number', async () => {
    const asked = async (account: string) => await world.server.database.write(credentialOf(secretOf(account)), async (transaction) => await transaction.query<{ outcome: string; person_id: string | null }>(`select * from app.check_number('001080000002', null)`));
    expect(await asked('secretary')).toEqual([{ outcome: 'ON_RECORD_ELSEWHERE', person_id: null }]);
    expect(await asked('board')).toEqual([{ outcome: 'FORBIDDEN_FOR_ROLE', person_id: null }]);
    expect(await asked('auditor')).toEqual([{ outcome: 'FORBIDDEN_FOR_ROLE', person_id: null }]);
    const outcomes = await Promise.all(Array.from({ length: 52 }, async (_, index) => await add('many', here, { personalNumber: index % 2 === 0 ? '001080000002' : `0010990001${String(index).padStart(2, '0')}` })));
    expect(outcomes.filter(({ code }) => code === 'TOO_MANY_CHECKS')).toHaveLength(2);
    const { rows } = await world.owner.query<{ line: string }>(`select a::text as line from audit_event a join account c on c.id = a.account_id where a.action = 'person.checkNumber' and c.name = 'many'`);
    expect(rows.filter(({ line }) => /ON_RECORD_ELSEWHERE|FREE/.test(line))).toHaveLength(50);
    expect(rows.some(({ line }) => line.includes('001080000002'))).toBe(false);
    await expect(world.server.database.write(credentialOf(secretOf('many')), async (transaction) => await transaction.query(`insert into number_check (account_id, grant_id) select account_id, grant_id from number_check limit 1`))).rejects.toThrow('permission denied');
  });
});

describe('somebody of the same name and date of birth', () => {
  test('is named with their cell and state, inside the scope alone', async () => {
    const twin = { fullName: 'Ngô Thị Mai', birthDate: '1998-03-04' };
    await add('stranger', there, twin);
    expect(await add('secretary', here, twin)).toHaveProperty('candidacy');
    expect(await add('staff', here, { ...twin, fullName: 'NGÔ THỊ MAI' })).toMatchObject({ code: 'ALREADY_KNOWN', people: [{ fullName: 'Ngô Thị Mai', state: 'CANDIDATE', unit: { code: 'p.d.c.1' } }] });
  });

  test('is not added twice at the same instant without being told', async () => {
    const twin = { fullName: 'Đinh Công Lập', birthDate: '1997-08-09' };
    const outcomes = await Promise.all(['secretary', 'staff', 'many', 'secretary'].map(async (account) => await add(account, here, twin)));
    expect(outcomes.filter(({ candidacy }) => candidacy)).toHaveLength(1);
    expect(outcomes.filter(({ code, people }) => code === 'ALREADY_KNOWN' && people?.length === 1)).toHaveLength(3);
  });
});
