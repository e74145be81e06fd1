import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { rule } from '../rule.ts';
import { open, province, type OpenWorld, type UnitBuilder } from '../world.ts';
import { candidate, change, finishClass, introduce, passed, told, walk, wayToCeremony, wayToFile, type Told } from './candidacy-support.ts';
import { accept, issued, letterFields, membersOf, send, sign, type Letter } from './transfer-support.ts';

/* A district with a commune of two cells, and a grassroots cell; another district beside it. */

let world: OpenWorld;
const unit: Record<'here' | 'beside' | 'office' | 'commune' | 'far', string> = { here: '', beside: '', office: '', commune: '', far: '' };
const waiting: string[] = [];
let home: UnitBuilder;

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d');
  const commune = district.commune('c');
  home = commune.cell('1');
  const beside = commune.cell('2');
  const office = district.grassrootsCell('cq');
  const elsewhere = tree.district('e').commune('c').cell('1');
  for (let index = 0; index < 40; index += 1) waiting.push(opaque('Person', home.member(`Lò Văn ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index % 26]}a`, '2020-01-01').id));
  home.account('secretary', 'SECRETARY');
  beside.account('neighbour', 'SECRETARY');
  district.account('staff', 'STAFF').account('board', 'BOARD').account('observer', 'OBSERVER');
  tree.account('province', 'STAFF');
  elsewhere.account('far', 'SECRETARY').account('farBoard', 'BOARD');
  for (const [name, builder] of Object.entries({ here: home, beside, office, commune, far: elsewhere })) Object.assign(unit, { [name]: opaque('Unit', builder.id) });
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

/** Somebody of the first cell to whom no other test does anything. */
function somebody(): string {
  const person = waiting.pop();
  if (!person) throw new Error('nobody is left');
  return person;
}

const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1]!;
const days = ['2026-01-31', '2026-02-09', '2026-02-10', '2026-03-01'];
const counted = async (account: string, of: string) => await Promise.all(days.map(async (day) => await membersOf(world, account, of, day)));
const reader = async (account: string, id: string) => (await world.data<{ person: { unit: { code: string } } | null }>(account, 'query($id: ID!) { person(id: $id) { unit { code } } }', { id })).person;

async function listed(account: string, direction: string, more = ''): Promise<Letter[]> {
  const data = await world.data<{ transfers: { nodes: Letter[] } }>(account, `{ transfers(direction: ${direction}, first: 100${more}) { totalCount nodes { ${letterFields} } } }`);
  return data.transfers.nodes;
}

rule('chuyển sinh hoạt đảng chính thức: nơi đi cấp giấy, nơi đến tiếp nhận thì đảng số mới chuyển', 'quy ước của hệ thống', () => {
  test('until the second one the person stays with the old unit; with it, they leave one count and join the other on the same day', async () => {
    const person = somebody();
    const before = { here: await counted('province', unit.here), office: await counted('province', unit.office), whole: await counted('province', unit.commune) };
    const { letter, claimCode } = await issued(world, 'staff', person, { toUnit: unit.office });
    expect(letter).toMatchObject({ state: 'ISSUED', version: 1, destination: 'p.d.cq', fromName: 'p.d.c.1, p.d.c', birthDate: '1980-01-01', fromUnit: { code: 'p.d.c.1' }, toUnit: { code: 'p.d.cq' }, viewerCanAccept: true, viewerCanCancel: true });
    expect(claimCode).toBeNull();
    expect(await counted('province', unit.here)).toEqual(before.here);
    const { transfer } = await accept(world, 'staff', letter);
    expect(transfer).toMatchObject({ state: 'ACCEPTED', version: 2, acceptedOn: '2026-02-10', acceptedBy: 'staff', viewerCanAccept: false, viewerCanCancel: false });
    expect(await counted('province', unit.here)).toEqual(before.here.map((members, index) => members - (index >= 2 ? 1 : 0)));
    expect(await counted('province', unit.office)).toEqual(before.office.map((members, index) => members + (index >= 2 ? 1 : 0)));
    expect(await reader('staff', person)).toEqual({ unit: { code: 'p.d.cq' } });
    expect(await reader('secretary', person)).toBeNull();
  });

  test('one letter is read by either side, by its id and as a node, with a line in the audit log; for everybody else there is none', async () => {
    const { letter } = await issued(world, 'staff', somebody(), { toUnit: unit.office });
    const read = async (account: string, id = letter.id) => await world.ask<{ transfer: Letter | null; node: Letter | null }>(account, `query($id: ID!) { transfer(id: $id) { ${letterFields} } node(id: $id) { id ... on Transfer { state } } }`, { id });
    for (const account of ['staff', 'secretary', 'province', 'board']) expect((await read(account)).data, account).toMatchObject({ transfer: { id: letter.id, personName: letter.personName }, node: { id: letter.id, state: 'ISSUED' } });
    const { rows } = await world.owner.query<{ count: string }>(`select count(*) from audit_event where action = 'transfer.read' and subject_id = $1`, [uuidOf(letter.id)]);
    // By its id and as a node, of four readers.
    expect(rows[0]!.count).toBe('8');
    const nothing = { transfer: null, node: null };
    for (const account of ['far', 'farBoard', 'neighbour']) expect((await read(account)).data, account).toEqual(nothing);
    for (const id of [opaque('Transfer', randomUUID()), opaque('Person', uuidOf(letter.id)), 'x']) expect((await read('staff', id)).data, id).toEqual(nothing);
    expect((await read('observer')).errors[0]?.extensions.code).toBe('FORBIDDEN_FOR_ROLE');
  });

  test('the member has thirty working days to present the letter, without holidays', async () => {
    const { letter } = await issued(world, 'staff', somebody(), { toUnit: unit.office, on: '2026-02-02' });
    // Five days of the Lunar New Year lie between.
    expect(letter).toMatchObject({ dueOn: '2026-03-23', isOverdue: true });
  });

  test('who sees only the old side cannot accept, who sees only the new side cannot cancel, and nobody else learns that there is a letter', async () => {
    const { letter } = await issued(world, 'staff', somebody(), { toUnit: unit.beside });
    expect(await accept(world, 'secretary', letter)).toMatchObject({ code: 'NOT_YOUR_SIDE', message: 'Việc này do bên kia ghi: nơi nhận tiếp nhận, nơi chuyển hủy.' });
    const cancel = { transfer: letter.id, expectedVersion: 1, reason: 'Nhầm' };
    expect(await sign(world, 'neighbour', 'cancelTransfer', cancel)).toMatchObject({ code: 'NOT_YOUR_SIDE' });
    for (const [mutation, input] of [['acceptTransfer', { transfer: letter.id, expectedVersion: 1, on: '2026-02-10' }], ['cancelTransfer', cancel], ['endTemporaryTransfer', { transfer: letter.id, expectedVersion: 1, on: '2026-02-10' }]] as const) {
      expect((await sign(world, 'far', mutation, input)).code, mutation).toBe('NOT_FOUND');
      expect((await sign(world, 'board', mutation, input)).code, mutation).toBe('FORBIDDEN_FOR_ROLE');
    }
    expect((await send(world, 'board', somebody(), { toUnit: unit.beside })).code).toBe('FORBIDDEN_FOR_ROLE');
    expect((await world.ask('observer', '{ transfers(direction: IN, first: 1) { totalCount } }')).errors[0]?.extensions.code).toBe('FORBIDDEN_FOR_ROLE');
    expect((await world.ask('board', '{ transferByCode(code: "x") { __typename } }')).errors[0]?.extensions.code).toBe('FORBIDDEN_FOR_ROLE');
    // The receiver sees what the letter says, and not the person.
    expect((await listed('neighbour', 'IN')).find(({ id }) => id === letter.id)).toMatchObject({ birthDate: '1980-01-01', person: null, fromUnit: null, toUnit: { code: 'p.d.c.2' }, viewerCanAccept: true, viewerCanCancel: false });
    expect((await accept(world, 'neighbour', letter)).transfer).toMatchObject({ state: 'ACCEPTED' });
  });

  test('a letter is accepted once, not after it was cancelled, and not in another version than it was seen', async () => {
    const { letter } = await issued(world, 'staff', somebody(), { toUnit: unit.beside });
    expect(await accept(world, 'neighbour', { ...letter, version: 9 })).toMatchObject({ code: 'VERSION_CONFLICT', field: 'expectedVersion', current: { version: 1 } });
    const { transfer } = await accept(world, 'neighbour', letter);
    expect((await accept(world, 'neighbour', transfer!)).code).toBe('LETTER_NOT_OPEN');
    expect((await sign(world, 'staff', 'cancelTransfer', { transfer: letter.id, expectedVersion: 2, reason: 'x' })).code).toBe('LETTER_NOT_OPEN');
    const person = somebody();
    const { letter: other } = await issued(world, 'secretary', person, { destination: 'Chi bộ 2', kind: 'INTERNAL', letterNumber: '' });
    expect((await send(world, 'staff', person, { destination: 'Nơi khác' })).code).toBe('LETTER_OPEN');
    expect(await sign(world, 'secretary', 'cancelTransfer', { transfer: other.id, expectedVersion: 1, reason: ' ' })).toMatchObject({ code: 'FACT_MISSING', field: 'reason' });
    expect((await sign(world, 'secretary', 'cancelTransfer', { transfer: other.id, expectedVersion: 1, reason: 'Đổi ý' })).transfer).toMatchObject({ state: 'CANCELLED', version: 2 });
    expect((await accept(world, 'staff', { id: other.id, version: 2 })).code).toBe('NOT_YOUR_SIDE');
    expect((await send(world, 'staff', person, { destination: 'Nơi khác' })).transfer).toMatchObject({ state: 'ISSUED' });
  });

  test('sent again under its key, a letter is not issued twice, and its code is not told twice', async () => {
    const [person, idempotencyKey] = [somebody(), randomUUID()];
    const first = await issued(world, 'staff', person, { destination: 'Tỉnh khác', idempotencyKey });
    expect(first.claimCode).not.toBeNull();
    expect(await issued(world, 'staff', person, { destination: 'Tỉnh khác', idempotencyKey })).toEqual({ letter: first.letter, claimCode: null });
    expect((await send(world, 'staff', person, { destination: 'Tỉnh khác nữa', idempotencyKey })).code).toBe('KEY_USED_OTHERWISE');
  });

  test('a letter says what it must, of somebody who can be transferred, on a day that can be', async () => {
    const person = somebody();
    const refusals: readonly (readonly [object, string, string])[] = [
      [{ toUnit: unit.beside, letterNumber: ' ' }, 'FACT_MISSING', 'letterNumber'],
      [{ destination: '' }, 'FACT_MISSING', 'destination'],
      [{ destination: 'x\u200B' }, 'TEXT_NOT_POSSIBLE', 'destination'],
      [{ toUnit: unit.far }, 'NOT_FOUND', 'toUnit'],
      [{ toUnit: opaque('Unit', randomUUID()) }, 'NOT_FOUND', 'toUnit'],
      [{ toUnit: unit.commune }, 'UNIT_HOLDS_NO_MEMBERS', 'toUnit'],
      [{ toUnit: unit.here }, 'SAME_UNIT', 'toUnit'],
      [{ toUnit: unit.office, kind: 'INTERNAL' }, 'NOT_INSIDE_ONE_ORGANISATION', 'toUnit'],
      [{ toUnit: unit.beside, on: '2099-12-31' }, 'DATE_IN_FUTURE', 'on'],
      [{ toUnit: unit.beside, on: '2019-12-31' }, 'DATE_BEFORE_LAST_STEP', 'on'],
      [{ toUnit: unit.beside, idempotencyKey: 'x' }, 'TEXT_NOT_POSSIBLE', 'idempotencyKey'],
    ];
    for (const [more, code, field] of refusals) expect(await send(world, 'staff', person, more), JSON.stringify(more)).toMatchObject({ code, field });
    const { letter } = await issued(world, 'staff', person, { toUnit: unit.beside, kind: 'INTERNAL', letterNumber: '' });
    for (const [on, code] of [['2026-02-01', 'DATE_BEFORE_LAST_STEP'], ['2099-12-31', 'DATE_IN_FUTURE']] as const) expect(await accept(world, 'neighbour', letter, on), on).toMatchObject({ code, field: 'on' });
    expect((await accept(world, 'neighbour', letter, '2026-02-02')).transfer).toMatchObject({ state: 'ACCEPTED', letterNumber: null });
  });
});

rule('mã trên giấy giới thiệu sinh hoạt', 'quy ước của hệ thống', () => {
  test('shows what the letter says to who holds it, and lets them claim it for a cell of their own', async () => {
    const person = somebody();
    const { letter, claimCode } = await issued(world, 'staff', person, { destination: 'Đảng ủy xã c, huyện e' });
    expect(letter).toMatchObject({ toUnit: null, viewerCanAccept: false });
    expect(claimCode).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){4}[2-9A-HJKMNP-TV-Z]{4}$/);
    const shown = async (code: string) => (await world.data<{ transferByCode: { code?: string } }>('far', 'query($code: String!) { transferByCode(code: $code) { ... on TransferLetter { personName birthDate fromName destination kind letterNumber issuedOn issuedBy dueOn claimUntil } ... on TransferCodeRefused { code message } } }', { code })).transferByCode;
    expect(await shown(claimCode!.toLowerCase().replaceAll('-', ' '))).toMatchObject({ birthDate: '1980-01-01', fromName: 'p.d.c.1, p.d.c', destination: 'Đảng ủy xã c, huyện e', issuedBy: 'staff' });
    for (const code of [`${claimCode}2`, '2222-2222-2222-2222-2222', '']) expect(await shown(code)).toEqual({ code: 'CODE_NOT_KNOWN', message: 'Không có giấy nào mang mã này.' });
    expect(await listed('far', 'IN')).toEqual([]);
    const claim = async (account: string, more: object) => await sign(world, account, 'claimTransfer', { code: claimCode, unit: unit.far, on: '2026-02-10', ...more });
    expect((await claim('far', { code: '2222-2222-2222-2222-2222' })).code).toBe('CODE_NOT_KNOWN');
    expect(await claim('far', { unit: unit.office })).toMatchObject({ code: 'NOT_FOUND', field: 'unit' });
    expect((await claim('farBoard', {})).code).toBe('FORBIDDEN_FOR_ROLE');
    expect((await claim('secretary', { unit: unit.here })).code).toBe('SAME_UNIT');
    const before = await counted('province', unit.far);
    expect((await claim('far', {})).transfer).toMatchObject({ state: 'ACCEPTED', acceptedBy: 'far', toUnit: { code: 'p.e.c.1' }, fromUnit: null, person: { id: person } });
    expect(await counted('province', unit.far)).toEqual(before.map((members, index) => members + (index >= 2 ? 1 : 0)));
    expect((await claim('far', {})).code).toBe('LETTER_NOT_OPEN');
    expect((await shown(claimCode!)).code).toBe('LETTER_NOT_OPEN');
    // All that the old unit still sees: that the person left, when, and where to as it wrote itself.
    const left = (await listed('secretary', 'OUT')).find(({ id }) => id === letter.id);
    expect(left).toMatchObject({ state: 'ACCEPTED', acceptedOn: '2026-02-10', destination: 'Đảng ủy xã c, huyện e', birthDate: null, acceptedBy: null, person: null, toUnit: null });
    expect(await reader('secretary', person)).toBeNull();
  });

  test('is kept as a hash that the application cannot read', async () => {
    await expect(world.write('staff', async (transaction) => await transaction.query('select claim_hash from transfer'))).rejects.toThrow(/permission denied/);
  });

  test('claims a letter inside one grassroots organisation for a cell of it alone', async () => {
    const { claimCode } = await issued(world, 'secretary', somebody(), { destination: 'Chi bộ 2', kind: 'INTERNAL', letterNumber: '' });
    expect((await sign(world, 'far', 'claimTransfer', { code: claimCode, unit: unit.far, on: '2026-02-10' })).code).toBe('NOT_INSIDE_ONE_ORGANISATION');
    const before = await counted('province', unit.commune);
    expect((await sign(world, 'neighbour', 'claimTransfer', { code: claimCode, unit: unit.beside, on: '2026-02-10' })).transfer).toMatchObject({ state: 'ACCEPTED' });
    expect(await counted('province', unit.commune)).toEqual(before);
  });
});

rule('chuyển sinh hoạt tạm thời: vẫn tính đảng số ở nơi đi', 'QĐ 29-QĐ/TW, mục 6.3', () => {
  test('keeps the member in the headcount of the home unit; the host sees the letter, and either side ends it', async () => {
    const person = somebody();
    const before = { here: await counted('province', unit.here), far: await counted('province', unit.far) };
    const { claimCode } = await issued(world, 'staff', person, { destination: 'Nơi đi học', kind: 'TEMPORARY', until: '2027-12-31', isStudy: true });
    const { transfer } = await sign(world, 'far', 'claimTransfer', { code: claimCode, unit: unit.far, on: '2026-02-10' });
    expect(transfer).toMatchObject({ state: 'ACCEPTED', person: null, birthDate: '1980-01-01', toUnit: { code: 'p.e.c.1' }, viewerCanEnd: true });
    const term = async () => (await world.data<{ transfer: object }>('far', 'query($id: ID!) { transfer(id: $id) { until isStudy isTermOver } }', { id: transfer!.id })).transfer;
    expect(await term()).toEqual({ until: '2027-12-31', isStudy: true, isTermOver: false });
    await world.owner.query(`update transfer set until_on = '2026-11-01' where id = $1`, [uuidOf(transfer!.id)]);
    expect(await term()).toMatchObject({ isTermOver: true });
    expect(await counted('province', unit.here)).toEqual(before.here);
    expect(await counted('province', unit.far)).toEqual(before.far);
    expect(await reader('secretary', person)).toEqual({ unit: { code: 'p.d.c.1' } });
    expect(await reader('far', person)).toBeNull();
    expect((await send(world, 'staff', person, { toUnit: unit.beside })).code).toBe('LETTER_OPEN');
    const end = async (account: string, on: string) => await sign(world, account, 'endTemporaryTransfer', { transfer: transfer!.id, expectedVersion: 2, on });
    expect((await end('far', '2026-02-09')).code).toBe('DATE_BEFORE_LAST_STEP');
    expect((await end('far', '2026-06-30')).transfer).toMatchObject({ state: 'ENDED' });
    expect((await end('secretary', '2026-06-30')).code).toBe('VERSION_CONFLICT');
    expect((await send(world, 'staff', person, { toUnit: unit.beside })).transfer).toMatchObject({ state: 'ISSUED' });
  });

  test('says until when: three months to less than a year, to study two years at the most', async () => {
    const person = somebody();
    const until = async (day: string | null, isStudy = false) => {
      const { code = null, field = null } = await send(world, 'staff', person, { destination: 'Nơi công tác', kind: 'TEMPORARY', until: day, isStudy });
      return [code, field];
    };
    expect(await until(null)).toEqual(['FACT_MISSING', 'until']);
    expect(await until('2026-05-01')).toEqual(['TERM_TOO_SHORT', 'until']);
    expect(await until('2027-02-02')).toEqual(['TERM_TOO_LONG', 'until']);
    expect(await until('2028-02-03', true)).toEqual(['TERM_TOO_LONG', 'until']);
    expect(await until('2028-02-02', true)).toEqual([null, null]);
  });

  test('is for members alone, and nothing else ends', async () => {
    const { person } = await candidate(world, 'staff', unit.here);
    expect(await send(world, 'staff', person.id, { destination: 'x', kind: 'TEMPORARY' })).toMatchObject({ code: 'NOT_POSSIBLE_IN_THIS_STATE', field: 'person' });
    const { letter } = await issued(world, 'staff', somebody(), { toUnit: unit.beside });
    expect((await sign(world, 'staff', 'endTemporaryTransfer', { transfer: letter.id, expectedVersion: 1, on: '2026-02-10' })).code).toBe('LETTER_NOT_OPEN');
  });
});

rule('hồ sơ chuyển theo người; đảng viên dự bị được nơi mới công nhận', 'hiểu biết chung', () => {
  test('the file of a candidate, whole, without any entry', async () => {
    const filed = await walk(world, 'staff', await candidate(world, 'secretary', unit.here, { fullName: 'Giàng Thị Sua' }), wayToFile.slice(0, 4));
    const entries = async () => (await world.owner.query(`select from entry`)).rowCount;
    const before = await entries();
    const { letter } = await issued(world, 'staff', filed.person.id, { toUnit: unit.office });
    expect(await accept(world, 'staff', letter, '2026-02-10')).toMatchObject({ transfer: { state: 'ACCEPTED' } });
    expect(await entries()).toBe(before);
    const seen = async (account: string) => (await world.data<{ candidacy: Told & { unit: { code: string } } | null }>(account, `query($id: ID!) { candidacy(id: $id) { unit { code } ${told} } }`, { id: filed.id })).candidacy;
    expect(await seen('secretary')).toBeNull();
    expect(await seen('staff')).toMatchObject({ state: 'FILE_OPEN', version: filed.version + 1, unit: { code: 'p.d.cq' }, timeline: filed.timeline.map(({ step }) => ({ step })) });
    await walk(world, 'staff', (await seen('staff'))!, [['VERIFICATION_STARTED', '2026-02-11']]);
  });

  test('a probationer is recognised by the new unit, with effect from the arrival at the earliest; what the old one recorded cannot be undone there', async () => {
    const added = await candidate(world, 'staff', unit.here, { fullName: 'Vàng A Chu', on: '2024-01-02' });
    const early = (way: readonly (readonly [string, string, object])[]) => way.map(([step, on, facts]) => [step, `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`, facts] as const);
    const filed = await walk(world, 'staff', added, early(wayToFile));
    await introduce(world, 'staff', filed, '2024-09-20');
    await finishClass(world, 'staff', filed, '2025-06-10');
    const member = await walk(world, 'staff', filed, early(wayToCeremony));
    expect(await send(world, 'staff', member.person.id, { toUnit: unit.office, on: '2024-12-18' })).toMatchObject({ code: 'DATE_BEFORE_LAST_STEP' });
    const { letter } = await issued(world, 'staff', member.person.id, { toUnit: unit.office });
    await accept(world, 'staff', letter, '2026-02-10');
    const arrived = { ...member, version: member.version + 1 };
    const undo = await change(world, 'staff', 'undoStep', { candidacy: member.id, step: member.timeline.at(-1)!.id, expectedVersion: arrived.version, reason: 'x' });
    expect(undo.code).toBe('NOT_THE_LAST_STEP');
    const recognised = async () => (await world.data<{ unit: { rollup: { recognised: { value: number } } } }>('staff', 'query($id: ID!) { unit(id: $id) { rollup(period: "2026-02") { recognised { value } } } }', { id: unit.office })).unit.rollup.recognised.value;
    const before = await recognised();
    const official = await walk(world, 'staff', arrived, [['RECOGNITION_PROPOSED', '2026-03-01', { vote: passed }], ['RECOGNISED', '2026-03-20', { documentNumber: '7-QĐ/HU' }]]);
    expect(official).toMatchObject({ state: 'OFFICIAL', person: { state: 'OFFICIAL', officialOn: '2025-12-19' } });
    expect(await recognised()).toBe(before + 1);
    const last = official.timeline.at(-1)!;
    const undone = await change(world, 'staff', 'undoStep', { candidacy: official.id, step: last.id, expectedVersion: official.version, reason: 'Ghi nhầm' });
    expect(undone.candidacy).toMatchObject({ state: 'RECOGNITION_PROPOSED', person: { state: 'PROBATIONARY' } });
  });

  test('there and back: neither before the arrival nor before the letter, and at the end of each day in one unit', async () => {
    const person = somebody();
    const { letter: there } = await issued(world, 'staff', person, { toUnit: unit.office });
    await accept(world, 'staff', there, '2026-02-10');
    expect(await send(world, 'staff', person, { toUnit: unit.here, on: '2026-02-05' })).toMatchObject({ code: 'DATE_BEFORE_LAST_STEP', field: 'on' });
    const { letter: back } = await issued(world, 'staff', person, { toUnit: unit.here, on: '2026-02-10' });
    expect((await accept(world, 'staff', back, '2026-02-09')).code).toBe('DATE_BEFORE_LAST_STEP');
    expect((await accept(world, 'staff', back, '2026-02-10')).transfer).toMatchObject({ state: 'ACCEPTED', toUnit: { code: 'p.d.c.1' } });
    const { rows } = await world.owner.query<{ day: string; standing: string }>(
      `select day::date::text as day, (select string_agg(unit_id || ' ' || n, ',') from (select unit_id, sum(delta) as n from entry where subject_id = $1 and measure = 'OFFICIAL_MEMBERS' and occurred_on <= day group by 1 having sum(delta) <> 0) s) as standing
       from unnest(array['2026-02-09', '2026-02-10', '2026-02-11']::date[]) as day`, [uuidOf(person)]);
    expect(rows.map(({ standing }) => standing)).toEqual(rows.map(() => `${uuidOf(unit.here)} 1`));
  });

  test('a step of the unit before, although it posted nothing, is not undone by whoever has the file now', async () => {
    const listed = await walk(world, 'secretary', await candidate(world, 'secretary', unit.here, { fullName: 'Giàng Thị Say' }), [['LISTED', '2025-07-10']]);
    const { letter } = await issued(world, 'secretary', listed.person.id, { destination: 'Chi bộ 2', kind: 'INTERNAL', letterNumber: '' });
    await sign(world, 'staff', 'cancelTransfer', { transfer: letter.id, expectedVersion: 1, reason: 'Cần ghi nơi nhận' });
    const { letter: addressed } = await issued(world, 'staff', listed.person.id, { toUnit: unit.beside, kind: 'INTERNAL' });
    await accept(world, 'neighbour', addressed);
    const undo = { candidacy: listed.id, step: listed.timeline.at(-1)!.id, expectedVersion: listed.version + 1, reason: 'Ghi nhầm' };
    expect((await change(world, 'secretary', 'undoStep', undo)).code).toBe('NOT_FOUND');
    expect((await change(world, 'neighbour', 'undoStep', undo)).code).toBe('NOT_THE_LAST_STEP');
  });

  test('nobody who has left the Party is transferred, nor a letter of somebody who has left meanwhile accepted', async () => {
    const person = somebody();
    const { letter } = await issued(world, 'staff', person, { toUnit: unit.beside });
    await world.owner.query(`update person set state = 'FORMER', left_on = '2026-02-03' where id = $1`, [uuidOf(person)]);
    expect((await accept(world, 'neighbour', letter)).code).toBe('NOT_POSSIBLE_IN_THIS_STATE');
    await sign(world, 'staff', 'cancelTransfer', { transfer: letter.id, expectedVersion: 1, reason: 'x' });
    expect((await send(world, 'staff', person, { toUnit: unit.beside })).code).toBe('NOT_POSSIBLE_IN_THIS_STATE');
  });

  test('the letters of a person are read with the person', async () => {
    const person = somebody();
    const { letter } = await issued(world, 'staff', person, { toUnit: unit.beside });
    await accept(world, 'neighbour', letter);
    await issued(world, 'staff', person, { destination: 'Nơi khác', on: '2026-02-12' });
    const of = async (account: string) => (await world.data<{ person: { transfers: Letter[] } | null }>(account, `query($id: ID!) { person(id: $id) { transfers { ${letterFields} } } }`, { id: person })).person?.transfers.map(({ state }) => state) ?? null;
    expect([await of('neighbour'), await of('staff'), await of('secretary')]).toEqual([['ISSUED', 'ACCEPTED'], ['ISSUED', 'ACCEPTED'], null]);
  });
});

rule('danh sách giấy giới thiệu theo hạn nộp', 'quy ước của hệ thống', () => {
  test('the list of letters has the one first that was to be presented first, page by page, and counts all of them', async () => {
    for (const on of ['2026-03-02', '2026-01-05', '2026-05-04']) await issued(world, 'staff', somebody(), { toUnit: unit.beside, on });
    interface Page { readonly transfers: { readonly totalCount: number; readonly nodes: { readonly id: string; readonly dueOn: string; readonly isOverdue: boolean }[]; readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean } } }
    const page = async (more: string, after: string | null = null) => (await world.data<Page>('staff', `query($after: String) { transfers(direction: OUT, first: 2, after: $after${more}) { totalCount nodes { id dueOn isOverdue } pageInfo { endCursor hasNextPage } } }`, { after })).transfers;
    for (const more of ['', ', standing: WAITING', ', isOverdue: true', ', standing: DONE']) {
      const seen: { id: string; dueOn: string; isOverdue: boolean }[] = [];
      const first = await page(more);
      for (let at = first; ; at = await page(more, at.pageInfo.endCursor)) {
        seen.push(...at.nodes);
        expect(at.totalCount).toBe(first.totalCount);
        if (!at.pageInfo.hasNextPage) break;
      }
      expect(seen.length, more).toBe(first.totalCount);
      expect(new Set(seen.map(({ id }) => id)).size, more).toBe(seen.length);
      expect(seen.map(({ dueOn }) => dueOn), more).toEqual(seen.map(({ dueOn }) => dueOn).toSorted());
      if (more.includes('isOverdue')) expect(seen.length > 0 && seen.every(({ isOverdue }) => isOverdue)).toBe(true);
    }
  });
});
