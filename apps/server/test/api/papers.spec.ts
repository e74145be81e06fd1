import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { candidate, change, introduce, walk, wayToFile } from './candidacy-support.ts';

/* A cell with members of long and short standing, a cell of another commune beside it, and one under a section committee. */

const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1]!;
/** The calendar day in Viet Nam. */
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
/** The same day so many months ago. */
function monthsAgo(months: number): string {
  const [year, month] = today().split('-').map(Number) as [number, number];
  const at = year * 12 + month - 1 - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}

let world: OpenWorld;
let cell: string;
let sectioned: string;
const members: Record<'old' | 'recent' | 'elsewhere', string> = { old: '', recent: '', elsewhere: '' };

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d');
  const under = district.commune('c');
  const first = under.cell('1');
  cell = opaque('Unit', first.id);
  const admitted = (unit: typeof first, name: string, on: string) => opaque('Person', unit.person(name).happens('ADMITTED', on).happens('RECOGNISED', `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`).id);
  members.old = admitted(first, 'Ngân Văn Páo', '2015-01-10');
  members.recent = admitted(under.cell('2'), 'Vì Văn Sơn', '2016-01-10');
  members.elsewhere = admitted(district.commune('x').cell('1'), 'Hà Thị Nga', '2014-01-10');
  sectioned = opaque('Unit', under.child('SECTION_PARTY', 'bp').cell('1').id);
  first.account('secretary', 'SECRETARY');
  district.account('staff', 'STAFF').account('board', 'BOARD');
  tree.district('e').account('far', 'STAFF');
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

interface Line {
  readonly kind: string;
  readonly step: string;
  readonly state: string;
  readonly form: string | null;
  readonly needed: number;
  readonly there: number;
  readonly papers: readonly { readonly id: string; readonly version: number; readonly madeOn: string; readonly body: string | null; readonly number: string | null }[];
}

async function checklist(id: string): Promise<{ papersThere: number; papersNeeded: number; of(kind: string): Line | undefined }> {
  const { candidacy } = await world.data<{ candidacy: { papersThere: number; papersNeeded: number; papers: Line[] } }>(
    'staff', 'query($id: ID!) { candidacy(id: $id) { papersThere papersNeeded papers { kind step state form needed there papers { id version madeOn body number } } } }', { id });
  return { ...candidacy, of: (kind) => candidacy.papers.find((line) => line.kind === kind) };
}

async function keep(id: string, kind: string, given: object = {}, account = 'secretary') {
  return await change(world, account, 'recordPaper', { candidacy: id, kind, isThere: true, madeOn: today(), idempotencyKey: randomUUID(), ...given });
}

describe('the papers of a file', () => {
  test('are there, asked for, missing or too old; of several the one that can be used counts', async () => {
    const { id } = await walk(world, 'staff', await candidate(world, 'staff', cell), wayToFile);
    await keep(id, 'APPLICATION', { madeOn: '2025-09-05' });
    await keep(id, 'VERIFICATION', { isThere: false, madeOn: '2025-09-10', body: 'Đảng ủy xã' });
    await keep(id, 'OPINION_SUMMARY', { madeOn: monthsAgo(14), number: 'cũ' });
    const before = await checklist(id);
    expect(before.of('APPLICATION')).toMatchObject({ state: 'THERE', form: '1-KNĐ', needed: 1, there: 1 });
    expect(before.of('VERIFICATION')).toMatchObject({ state: 'WAITING', papers: [{ body: 'Đảng ủy xã' }] });
    expect([before.of('OPINION_SUMMARY')?.state, before.of('BIOGRAPHY')?.state]).toEqual(['TOO_OLD', 'MISSING']);
    expect([before.papersThere, before.papersNeeded]).toEqual([1, 9]);
    await keep(id, 'OPINION_SUMMARY', { isThere: false });
    expect((await checklist(id)).of('OPINION_SUMMARY')?.state).toBe('WAITING');
    await keep(id, 'OPINION_SUMMARY', { number: 'mới' });
    const after = (await checklist(id)).of('OPINION_SUMMARY');
    expect([after?.state, after?.there, after?.papers.map(({ number }) => number).at(-1)]).toEqual(['THERE', 1, 'cũ']);
    await keep(id, 'AWARENESS_CERTIFICATE', { madeOn: monthsAgo(62) });
    expect((await checklist(id)).of('AWARENESS_CERTIFICATE')?.state).toBe('EXPIRED');
    await keep(id, 'AWARENESS_CERTIFICATE', { madeOn: monthsAgo(1) });
    expect((await checklist(id)).of('AWARENESS_CERTIFICATE')).toMatchObject({ state: 'THERE', papers: [{ madeOn: monthsAgo(1) }, { madeOn: monthsAgo(62) }] });
  });

  test('are those that fit who introduces, and are not known before', async () => {
    const { id } = await candidate(world, 'staff', cell);
    expect((await checklist(id)).of('MEMBER_INTRODUCTION')).toMatchObject({ state: 'TO_CHOOSE', needed: 2, form: '3-KNĐ' });
    const union = { kind: 'INTRODUCER', from: today(), idempotencyKey: randomUUID(), organisation: 'YOUTH_UNION' };
    await change(world, 'staff', 'nameParticipant', { candidacy: id, ...union });
    expect((await checklist(id)).of('YOUTH_UNION_INTRODUCTION')).toBeUndefined();
    await change(world, 'staff', 'nameParticipant', { candidacy: id, kind: 'INTRODUCER', from: today(), member: members.old, idempotencyKey: randomUUID() });
    const withUnion = await checklist(id);
    expect([withUnion.of('MEMBER_INTRODUCTION'), withUnion.of('YOUTH_UNION_INTRODUCTION')]).toMatchObject([{ state: 'MISSING', needed: 1 }, { state: 'MISSING', needed: 1, form: '4-KNĐ' }]);
    expect([withUnion.of('TRADE_UNION_INTRODUCTION'), withUnion.papersNeeded]).toEqual([undefined, 9]);

    const other = await candidate(world, 'staff', cell);
    for (const member of [members.old, members.recent]) await change(world, 'staff', 'nameParticipant', { candidacy: other.id, kind: 'INTRODUCER', from: today(), member, idempotencyKey: randomUUID() });
    await keep(other.id, 'MEMBER_INTRODUCTION', { body: 'Ngân Văn Páo' });
    expect((await checklist(other.id)).of('MEMBER_INTRODUCTION')).toMatchObject({ state: 'MISSING', needed: 2, there: 1 });
    await keep(other.id, 'MEMBER_INTRODUCTION', { body: 'Vì Văn Sơn' });
    const two = await checklist(other.id);
    expect([two.of('MEMBER_INTRODUCTION'), two.of('YOUTH_UNION_INTRODUCTION')]).toMatchObject([{ state: 'THERE', there: 2 }, undefined]);
  });

  test('hold the opinion of a section committee where there is one, and demand it nowhere', async () => {
    const [without, within] = [await candidate(world, 'staff', cell), await candidate(world, 'staff', sectioned)];
    expect((await checklist(without.id)).of('SECTION_OPINION')).toBeUndefined();
    const there = await checklist(within.id);
    expect([there.of('SECTION_OPINION'), there.papersNeeded]).toMatchObject([{ form: '7-KNĐ', step: 'COMMITTEE_PROPOSED', needed: 0, state: 'MISSING' }, 9]);
    // Whatever else was recorded is shown.
    await keep(without.id, 'ADMISSION_DECISION', { number: '7-QĐ' });
    expect((await checklist(without.id)).of('ADMISSION_DECISION')).toMatchObject({ needed: 0, state: 'THERE', papers: [{ number: '7-QĐ' }] });
  });

  test('are put there once, however often the same is sent', async () => {
    const { id } = await candidate(world, 'staff', cell);
    const key = randomUUID();
    for (const _ of [1, 2]) expect((await keep(id, 'APPLICATION', { idempotencyKey: key })).code).toBeUndefined();
    expect((await checklist(id)).of('APPLICATION')?.papers.length).toBe(1);
    expect((await keep(id, 'APPLICATION', { idempotencyKey: key, number: '2' })).code).toBe('KEY_USED_OTHERWISE');
    expect((await keep(id, 'APPLICATION', { madeOn: '2099-01-01' })).field).toBe('madeOn');
    expect((await keep(id, 'APPLICATION', {}, 'board')).code).toBe('FORBIDDEN_FOR_ROLE');
    expect((await keep(id, 'APPLICATION', {}, 'far')).code).toBe('NOT_FOUND');
  });

  test('are changed by who saw them as they are; who did not is told how they stand', async () => {
    const { id } = await candidate(world, 'staff', cell);
    await keep(id, 'APPLICATION', { isThere: false });
    const paper = (await checklist(id)).of('APPLICATION')!.papers[0]!;
    const put = async (given: object, account = 'secretary') => await change(world, account, 'changePaper', { candidacy: id, paper: paper.id, expectedVersion: paper.version, isThere: true, madeOn: today(), number: '1', ...given });
    expect((await put({})).code).toBeUndefined();
    expect((await checklist(id)).of('APPLICATION')).toMatchObject({ state: 'THERE', papers: [{ version: 2, number: '1' }] });
    const late = await world.data<{ outcome: { code: string; current: { papers: Line[] } } }>('staff',
      'mutation($input: ChangePaperInput!) { outcome: changePaper(input: $input) { ... on CandidacyRefused { code current { papers { kind papers { version number } } } } } }',
      { input: { candidacy: id, paper: paper.id, expectedVersion: 1, isThere: true, madeOn: today(), number: '2' } });
    expect(late.outcome.code).toBe('VERSION_CONFLICT');
    expect(late.outcome.current.papers.find(({ kind }) => kind === 'APPLICATION')?.papers).toEqual([{ version: 2, number: '1' }]);
    expect((await put({ expectedVersion: 2 }, 'far')).code).toBe('NOT_FOUND');
    expect((await put({ expectedVersion: 2, paper: opaque('Paper', randomUUID()) })).code).toBe('NOT_FOUND');
    expect((await put({ expectedVersion: 2, number: 'x'.repeat(101) })).field).toBe('number');
    // What was refused changed nothing, and is no version.
    expect((await world.owner.query('select from paper_change where candidacy_id = $1', [uuidOf(id)])).rowCount).toBe(1);
    // A paper of somebody else is no paper of this file.
    const other = await candidate(world, 'staff', cell);
    expect((await put({ expectedVersion: 2, candidacy: other.id })).code).toBe('NOT_FOUND');
  });
});

describe('what stood of a paper before', () => {
  interface Former { readonly version: number; readonly isThere: boolean; readonly madeOn: string; readonly number: string | null; readonly body: string | null; readonly conclusion: string | null; readonly reference: string | null; readonly recordedBy: string; readonly recordedAt: string }
  const stood = async (id: string, account = 'staff') => (await world.data<{ candidacy: { papers: { kind: string; papers: (Former & { formerVersions: Former[] })[] }[] } }>(account,
    'query($id: ID!) { candidacy(id: $id) { papers { kind papers { ...now formerVersions { ...then } } } } } fragment now on Paper { version isThere madeOn number body conclusion reference recordedBy recordedAt } fragment then on FormerPaper { version isThere madeOn number body conclusion reference recordedBy recordedAt }', { id },
  )).candidacy.papers.find(({ kind }) => kind === 'VERIFICATION')!.papers[0]!;
  const asked = { isThere: false, madeOn: '2025-09-10', number: null, body: 'Đảng ủy xã', conclusion: null, reference: null };
  const came = { isThere: true, madeOn: '2025-09-20', number: '7-CV', body: 'Đảng ủy xã', conclusion: 'FAVOURABLE_WITH_REMARKS', reference: 'Tủ 1' };

  test('is kept with every change, with who recorded it so and when; the rest of the way changes none of it', async () => {
    const begun = await walk(world, 'staff', await candidate(world, 'staff', cell), wayToFile);
    await keep(begun.id, 'VERIFICATION', asked);
    const first = await stood(begun.id);
    expect(first).toMatchObject({ ...asked, version: 1, recordedBy: 'secretary', formerVersions: [] });
    const paper = (await checklist(begun.id)).of('VERIFICATION')!.papers[0]!;
    const put = async (account: string, expectedVersion: number, given: object) => expect((await change(world, account, 'changePaper', { candidacy: begun.id, paper: paper.id, expectedVersion, ...given })).code).toBeUndefined();
    await put('staff', 1, came);
    await put('secretary', 2, { ...came, number: '7a-CV' });
    const now = await stood(begun.id, 'board');
    expect(now).toMatchObject({ ...came, number: '7a-CV', version: 3, recordedBy: 'secretary' });
    expect(now.formerVersions).toMatchObject([{ ...came, version: 2, recordedBy: 'staff' }, { ...asked, version: 1, recordedBy: 'secretary', recordedAt: first.recordedAt }]);
    expect(now.recordedAt > now.formerVersions[0]!.recordedAt && now.formerVersions[0]!.recordedAt > first.recordedAt).toBe(true);
  });

  test('is kept whoever changes the paper and however, and moves with it', async () => {
    const { id, person } = await candidate(world, 'staff', cell);
    await keep(id, 'VERIFICATION', asked);
    await world.owner.query(`update paper set number = 'thẳng', version = 40 where candidacy_id = $1`, [uuidOf(id)]);
    expect(await stood(id)).toMatchObject({ number: 'thẳng', version: 2, formerVersions: [{ ...asked, version: 1 }] });
    // A paper that moves with its person is not changed.
    await world.owner.query('update person set unit_id = u.id, position = u.lo from unit u where u.code = $2 and person.id = $1', [uuidOf(person.id), 'p.d.c.2']);
    expect(await stood(id)).toMatchObject({ version: 2, formerVersions: [{ version: 1 }] });
    const { rows } = await world.owner.query<{ code: string }>('select u.code from paper_change h join unit u on u.lo = h.position where h.candidacy_id = $1', [uuidOf(id)]);
    expect(rows).toEqual([{ code: 'p.d.c.2' }]);
  });
});

describe('who helps and introduces', () => {
  const name = async (id: string, given: object, account = 'staff') => await change(world, account, 'nameParticipant', { candidacy: id, kind: 'HELPER', from: '2025-07-10', idempotencyKey: randomUUID(), ...given });
  const around = async (id: string) => (await world.data<{ candidacy: { participants: { id: string; version: number; name: string; together: string | null; togetherSince: string | null }[] } }>(
    'staff', 'query($id: ID!) { candidacy(id: $id) { participants { id version name together togetherSince } } }', { id })).candidacy.participants;

  test('is an official member of the scope, or a union that introduces, and nobody else', async () => {
    const { id } = await candidate(world, 'staff', cell);
    expect((await name(id, { member: members.old }, 'secretary')).code).toBeUndefined();
    expect((await name(id, { member: opaque('Person', randomUUID()) })).code).toBe('NOT_FOUND');
    expect((await name(id, { member: members.elsewhere }, 'secretary')).code).toBe('NOT_FOUND');
    expect((await name(id, { member: 'x' })).code).toBe('NOT_FOUND');
    expect((await name(id, {})).code).toBe('FACT_MISSING');
    for (const given of [{ organisation: 'YOUTH_UNION' }, { kind: 'INTRODUCER', organisation: 'FARMERS' }, { kind: 'NOMINATOR', organisation: 'constructor' }]) expect((await name(id, given)).code).toBe('VALUE_NOT_KNOWN');
    for (const organisation of ['YOUTH_UNION', 'TRADE_UNION']) expect((await name(id, { kind: 'INTRODUCER', organisation })).code).toBeUndefined();
    expect((await around(id)).map(({ name: called }) => called)).toEqual(['Ngân Văn Páo', 'Đoàn TNCS Hồ Chí Minh', 'Công đoàn']);
  });

  test('introduces after twelve months together: by the records, or as confirmed', async () => {
    const { id } = await candidate(world, 'staff', cell, { on: '2025-07-02' });
    const introduces = async (given: object) => await name(id, { kind: 'INTRODUCER', member: members.old, from: '2025-09-20', ...given });
    const known = async (member: string, account = 'staff') => (await world.data<{ candidacy: { togetherSince: string | null } }>(account, 'query($id: ID!, $member: ID!) { candidacy(id: $id) { togetherSince(member: $member) } }', { id, member })).candidacy.togetherSince;
    expect([await known(members.old), await known(members.recent), await known(members.elsewhere), await known(opaque('Person', randomUUID()))]).toEqual(['2025-07-02', '2025-07-02', null, null]);
    // By the records it is two months.
    expect(await introduces({})).toMatchObject({ code: 'TOGETHER_NOT_KNOWN', field: 'together' });
    expect(await introduces({ together: 'RECORDS', togetherSince: '2010-01-01' })).toMatchObject({ code: 'TOGETHER_NOT_KNOWN' });
    expect(await introduces({ together: 'SHARED_WORK' })).toMatchObject({ code: 'FACT_MISSING', field: 'togetherSince' });
    expect(await introduces({ together: 'SHARED_WORK', togetherSince: '2024-09-21' })).toMatchObject({ code: 'TOGETHER_TOO_SHORT', field: 'togetherSince' });
    expect(await introduces({ together: 'SHARED_WORK', togetherSince: '2099-01-01' })).toMatchObject({ code: 'DATE_IN_FUTURE', field: 'togetherSince' });
    expect((await introduces({ together: 'SHARED_WORK', togetherSince: '2024-09-20' })).code).toBeUndefined();
    expect((await introduces({ member: members.elsewhere, together: 'SAME_RESIDENCE', togetherSince: '2001-01-01' })).code).toBeUndefined();
    // A year later the records show it.
    expect((await introduces({ member: members.recent, from: '2026-07-02' })).code).toBeUndefined();
    expect((await around(id)).map(({ name: called, together, togetherSince }) => [called, together, togetherSince])).toEqual([
      ['Ngân Văn Páo', 'SHARED_WORK', '2024-09-20'], ['Hà Thị Nga', 'SAME_RESIDENCE', null], ['Vì Văn Sơn', 'RECORDS', '2025-07-02'],
    ]);
    const old = await candidate(world, 'staff', cell, { on: '2020-03-01' });
    expect(await name(old.id, { kind: 'INTRODUCER', member: members.elsewhere, from: '2020-09-20', together: 'SAME_RESIDENCE' })).toMatchObject({ code: 'NOT_BY_RESIDENCE', field: 'together' });
  });

  test('is named once, however often the same is sent, and ended by who saw that it lasts', async () => {
    const { id } = await candidate(world, 'staff', cell);
    const key = randomUUID();
    for (const _ of [1, 2]) expect((await name(id, { member: members.old, idempotencyKey: key })).code).toBeUndefined();
    const [one, ...more] = await around(id);
    expect(more).toEqual([]);
    const end = async (given: object = {}) => await change(world, 'secretary', 'dismissParticipant', { candidacy: id, participant: one!.id, expectedVersion: one!.version, on: '2025-08-01', ...given });
    expect((await end({ on: '2025-07-09' })).code).toBe('DATE_BEFORE_LAST_STEP');
    expect((await end({ participant: opaque('Participant', randomUUID()) })).code).toBe('NOT_FOUND');
    expect((await end()).code).toBeUndefined();
    expect(await around(id)).toEqual([]);
    expect((await end()).code).toBe('VERSION_CONFLICT');
    const { candidacy } = await world.data<{ candidacy: { participants: unknown[] } }>('staff', 'query($id: ID!) { candidacy(id: $id) { participants(now: false) { version until recordedBy endedBy } } }', { id });
    expect(candidacy.participants).toEqual([{ version: 2, until: '2025-08-01', recordedBy: 'staff', endedBy: 'secretary' }]);
    // Nor does anybody else change a part otherwise.
    for (const valid of [`daterange(lower(valid), null)`, `daterange(lower(valid), '2025-09-01')`]) {
      await expect(world.owner.query(`update participant set valid = ${valid} where candidacy_id = $1`, [uuidOf(id)]), valid).rejects.toMatchObject({ constraint: 'participant_only_ends' });
    }
  });

  test('lets the cell propose', async () => {
    const { id } = await candidate(world, 'staff', cell);
    await introduce(world, 'staff', { id });
    expect((await around(id)).length).toBe(2);
  });
});
