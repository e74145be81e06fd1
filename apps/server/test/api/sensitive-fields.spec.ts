import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';

let world: OpenWorld;
let an: string;
let far: string;
let personId: string;

beforeAll(async () => {
  const tree = province('p');
  const cell = tree.district('d').commune('c').cell('1').account('secretary', 'SECRETARY').account('second', 'SECRETARY');
  personId = cell.member('An').id;
  an = opaque('Person', personId);
  far = opaque('Person', tree.district('e').account('elsewhere', 'BOARD').commune('c').cell('1').member('Xa').id);
  tree.account('board', 'BOARD').account('observer', 'OBSERVER').account('auditor', 'AUDITOR');
  for (let index = 0; index < 31; index += 1) many.push(opaque('Person', cell.member(`Người ${index}`).id));
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

const many: string[] = [];
const answer = '{ ... on SensitiveUnlocked { facts { ethnicGroup religion version formerVersions { ethnicGroup religion personalNumber changedBy } } until } ... on SensitiveRefused { code field conflict { expected current } current { ethnicGroup religion } } }';

/** The version of what was unlocked last. */
let seenVersion = '';

async function unlock(account: string, person: string, more: object = {}) {
  const data = await world.data<{ unlockSensitive: Record<string, unknown> }>(account, `mutation($input: UnlockSensitiveInput!) { unlockSensitive(input: $input) ${answer} }`, { input: { person, reason: 'VERIFYING', ...more } });
  seenVersion = (data.unlockSensitive['facts'] as { version: string } | undefined)?.version ?? seenVersion;
  return data.unlockSensitive;
}

async function record(account: string, person: string, more: object = {}) {
  const data = await world.data<{ recordSensitive: Record<string, unknown> }>(account, `mutation($input: RecordSensitiveInput!) { recordSensitive(input: $input) ${answer} }`, { input: { person, expectedVersion: seenVersion, ethnicGroup: '03', religion: '02', ...more } });
  return data.recordSensitive;
}

/** How many rows of a table the account sees under the application's role. */
async function seen(account: string, table: string): Promise<number> {
  const app = new pg.Client(world.database.appUrl);
  await app.connect();
  await app.query('begin');
  await app.query('select app.enter($1)', [credentialOf(secretOf(account))]);
  const { rows } = await app.query<{ count: string }>(`select count(*) from ${table}`);
  await app.query('rollback');
  await app.end();
  return Number(rows[0]!.count);
}

/** Unlocks everybody of the scope in one statement, under the application's role. */
async function unlockAll(account: string): Promise<void> {
  const app = new pg.Client(world.database.appUrl);
  await app.connect();
  try {
    await app.query('begin');
    await app.query('select app.enter($1)', [credentialOf(secretOf(account))]);
    await app.query(`insert into sensitive_unlock (account_id, grant_id, person_id, position, reason) select app.account_id(), app.grant_id(), id, position, 'VERIFYING' from person`);
    await app.query('commit');
  } finally {
    await app.end();
  }
}

describe('ethnic group and religion', () => {
  test('are read of one person, for a reason that the audit log keeps, by the grant that asked, for a quarter of an hour', async () => {
    expect(await seen('secretary', 'person_sensitive')).toBe(0);
    expect(await unlock('secretary', an, { note: 'Đối chiếu lý lịch' })).toMatchObject({ facts: { ethnicGroup: 'Kinh', religion: 'không' } });
    expect([await seen('secretary', 'person_sensitive'), await seen('second', 'person_sensitive'), await seen('board', 'person_sensitive')]).toEqual([1, 0, 0]);
    const { rows } = await world.owner.query<{ action: string; code: string; subject_id: string }>(`select action, code, subject_id from audit_event where action = 'sensitive.unlock'`);
    expect(rows).toEqual([{ action: 'sensitive.unlock', code: 'VERIFYING', subject_id: personId }]);
    await world.owner.query(`update sensitive_unlock set at = now() - interval '16 minutes'`);
    expect(await seen('secretary', 'person_sensitive')).toBe(0);
  });

  test('stand in no field of a person, so in no list', async () => {
    const type = await world.data<{ __type: { fields: { name: string }[] } }>('secretary', '{ __type(name: "Person") { fields { name } } }');
    expect(type.__type.fields.map(({ name }) => name).filter((name) => /ethnic|relig/i.test(name))).toEqual([]);
  });

  test('are written only while they are unlocked; what was frozen with entries stays', async () => {
    await world.owner.query('delete from sensitive_unlock');
    const frozen = async () => (await world.owner.query('select ethnic_minority, religion from entry_sensitive s join entry e on e.id = s.entry_id where e.subject_id = $1', [personId])).rows;
    const before = await frozen();
    expect(await record('secretary', an)).toMatchObject({ code: 'LOCKED', field: 'person', conflict: null, current: null });
    const { until } = await unlock('secretary', an);
    expect(await record('secretary', an, { ethnicGroup: '99' })).toMatchObject({ code: 'VALUE_NOT_KNOWN', field: 'ethnicGroup' });
    expect(await record('secretary', an)).toMatchObject({ facts: { ethnicGroup: '03', religion: '02' }, until });
    expect(await frozen()).toEqual(before);
    expect(await unlock('board', an)).toMatchObject({ facts: { ethnicGroup: '03', religion: '02' } });
  });

  test('are written for what was seen of them: of two who write one is told both versions, with what stands', async () => {
    await unlock('secretary', an);
    await unlock('second', an);
    const seen = seenVersion;
    const outcomes = await Promise.all([record('secretary', an, { religion: '01' }), record('second', an, { religion: 'NONE' })]);
    const [written, refused] = ['facts', 'code'].map((key) => outcomes.find((outcome) => key in outcome));
    const stands = written!['facts'] as { religion: string; version: string };
    expect(stands.version).not.toBe(seen);
    expect(refused).toEqual({ code: 'VERSION_CONFLICT', field: 'expectedVersion', conflict: { expected: seen, current: stands.version }, current: { ethnicGroup: '03', religion: stands.religion } });
    expect(await record('second', an, { expectedVersion: stands.version })).toMatchObject({ facts: { religion: '02' } });
  });

  test('keep what stood before each change and who made it, for who has them unlocked', async () => {
    await world.owner.query('delete from sensitive_unlock; delete from person_sensitive_change');
    await unlock('secretary', an);
    const write = async (more: object) => {
      const { facts } = (await record('secretary', an, more)) as { facts: { version: string; formerVersions: unknown[] } };
      seenVersion = facts.version;
      return facts;
    };
    await write({ ethnicGroup: '04', religion: '01' });
    const { rows: [before] } = await world.owner.query<{ ethnicGroup: string; religion: string; personalNumber: string | null }>('select ethnic_group as "ethnicGroup", religion, personal_number as "personalNumber" from person_sensitive where person_id = $1', [personId]);
    expect(before).toMatchObject({ ethnicGroup: '04', religion: '01' });
    // The same again is no change.
    await write({ ethnicGroup: '04', religion: '01' });
    expect((await write({ ethnicGroup: '05', religion: 'NONE' })).formerVersions).toMatchObject([{ ...before, changedBy: 'secretary' }, { ethnicGroup: '03', changedBy: 'secretary' }]);
    expect([await seen('secretary', 'person_sensitive_change'), await seen('second', 'person_sensitive_change'), await seen('board', 'person_sensitive_change')]).toEqual([2, 0, 0]);
    // A number that is put right stays with those of before.
    const { person } = await world.data<{ person: { version: number } }>('secretary', 'query($id: ID!) { person(id: $id) { version } }', { id: an });
    const number = { person: an, expectedVersion: person.version, personalNumber: '001099012345', reason: 'Đối chiếu căn cước' };
    await world.data('secretary', 'mutation($input: CorrectPersonInput!) { correctPerson(input: $input) { __typename } }', { input: number });
    expect((await unlock('second', an))['facts']).toMatchObject({ formerVersions: [{ ethnicGroup: '05', religion: 'NONE', personalNumber: before!.personalNumber, changedBy: 'secretary' }, {}, {}] });
    await world.owner.query(`update sensitive_unlock set at = now() - interval '16 minutes'`);
    expect(await seen('secretary', 'person_sensitive_change')).toBe(0);
  });

  test('are not there for somebody outside the scope, nor for roles that see no people', async () => {
    expect(await unlock('secretary', far)).toMatchObject({ code: 'NOT_FOUND', field: 'person' });
    expect(await unlock('secretary', opaque('Person', '00000000-0000-4000-8000-000000000000'))).toMatchObject({ code: 'NOT_FOUND', field: 'person' });
    for (const account of ['observer', 'auditor']) {
      const refused = await world.ask(account, `mutation($input: UnlockSensitiveInput!) { unlockSensitive(input: $input) ${answer} }`, { input: { person: an, reason: 'VERIFYING' } });
      expect(refused.errors[0]?.extensions.code, account).toBe('FORBIDDEN_FOR_ROLE');
    }
    const board = await world.ask('board', `mutation($input: RecordSensitiveInput!) { recordSensitive(input: $input) ${answer} }`, { input: { person: an, expectedVersion: seenVersion, ethnicGroup: '01', religion: 'NONE' } });
    expect(board.errors[0]?.extensions.code).toBe('FORBIDDEN_FOR_ROLE');
  });

  test('are counted by account for those above, without a word of whose they were', async () => {
    await world.owner.query('delete from sensitive_unlock');
    const ask = async (account: string) => await world.ask<{ unlockCounts: object[] }>(account, '{ unlockCounts { accountName role ofDay ofThirtyDays unit { code } } }');
    expect((await ask('board')).data?.unlockCounts).toEqual([]);
    for (const person of [many[0]!, many[1]!, many[1]!]) await unlock('secretary', person);
    await unlock('second', many[2]!);
    await world.owner.query(`update sensitive_unlock set at = now() - interval '8 days' where person_id = $1`, [Buffer.from(many[0]!, 'base64url').toString().split(':')[1]]);
    const counted = [
      { accountName: 'secretary', role: 'SECRETARY', ofDay: 2, ofThirtyDays: 3, unit: { code: 'p.d.c.1' } },
      { accountName: 'second', role: 'SECRETARY', ofDay: 1, ofThirtyDays: 1, unit: { code: 'p.d.c.1' } },
    ];
    for (const account of ['board', 'auditor']) expect((await ask(account)).data?.unlockCounts, account).toEqual(counted);
    for (const account of ['secretary', 'observer']) expect((await ask(account)).errors[0]?.extensions.code, account).toBe('FORBIDDEN_FOR_ROLE');
    // Above another district there is none.
    expect((await ask('elsewhere')).data?.unlockCounts).toEqual([]);
    await world.owner.query(`update sensitive_unlock set at = now() - interval '31 days'`);
    expect((await ask('board')).data?.unlockCounts).toEqual([]);
  });

  test('are unlocked of thirty people a day at most, however many are asked for at once', async () => {
    await world.owner.query('delete from sensitive_unlock');
    const outcomes = await Promise.all(many.map(async (person) => await unlock('second', person)));
    expect(outcomes.filter((outcome) => 'facts' in outcome)).toHaveLength(30);
    expect(outcomes.filter((outcome) => outcome['code'] === 'TOO_MANY_UNLOCKS')).toHaveLength(1);
    await world.owner.query('delete from sensitive_unlock');
    await expect(unlockAll('second')).rejects.toThrow('30 people a day');
  });
});

test('who may unlock and who may change is told beforehand', async () => {
  const told = async (account: string) => (await world.data<{ person: unknown }>(account, 'query($id: ID!) { person(id: $id) { viewerCanUnlock viewerCannotUnlockBecause viewerCanRecordSensitive viewerCannotRecordSensitiveBecause } }', { id: an })).person;
  expect(await told('secretary')).toEqual({ viewerCanUnlock: true, viewerCannotUnlockBecause: null, viewerCanRecordSensitive: true, viewerCannotRecordSensitiveBecause: null });
  expect(await told('board')).toEqual({ viewerCanUnlock: true, viewerCannotUnlockBecause: null, viewerCanRecordSensitive: false, viewerCannotRecordSensitiveBecause: 'FORBIDDEN_FOR_ROLE' });
});
