import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { rule } from '../rule.ts';
import { open, province, type OpenWorld, type UnitBuilder } from '../world.ts';
import { change, introduce, passed, walk, wayToCeremony, wayToFile, candidate, type Told } from './candidacy-support.ts';
import { accept, issued, send, sign } from './transfer-support.ts';

/* Whose act a letter is, what runs out, and what the screens ask: a district of two communes, and a grassroots cell directly under the province. */

let world: OpenWorld;
const unit: Record<'here' | 'beside' | 'sister' | 'far' | 'office', string> = { here: '', beside: '', sister: '', far: '', office: '' };
const waiting: { uuid: string; id: string }[] = [];
const ofOffice: string[] = [];

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d');
  const commune = district.commune('c');
  const home = commune.cell('1');
  const units: Record<keyof typeof unit, UnitBuilder> = { here: home, beside: commune.cell('2'), sister: district.commune('s').cell('1'), far: tree.district('e').commune('c').cell('1'), office: tree.grassrootsCell('vp') };
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    const { id } = home.member(`Lò Văn ${letter}a`, '2020-01-01');
    waiting.push({ uuid: id, id: opaque('Person', id) });
  }
  for (const letter of 'AB') ofOffice.push(opaque('Person', units.office.member(`Đèo Thị ${letter}a`, '2020-01-01').id));
  home.account('cell', 'SECRETARY');
  commune.account('commune', 'SECRETARY');
  district.account('district', 'STAFF').account('board', 'BOARD');
  units.sister.account('sister', 'SECRETARY');
  units.far.account('far', 'SECRETARY');
  units.office.account('office', 'SECRETARY');
  tree.account('province', 'STAFF');
  for (const [name, builder] of Object.entries(units)) Object.assign(unit, { [name]: opaque('Unit', builder.id) });
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

function somebody(): { uuid: string; id: string } {
  const person = waiting.pop();
  if (!person) throw new Error('nobody is left');
  return person;
}

interface Option {
  readonly reach: string;
  readonly issuer: { readonly code: string } | null;
  readonly viewerCan: boolean;
  readonly viewerCannotBecause: string | null;
}

async function options(account: string, id: string): Promise<Option[]> {
  const data = await world.data<{ person: { transferOptions: Option[] } }>(account, 'query($id: ID!) { person(id: $id) { transferOptions { reach issuer { code } viewerCan viewerCannotBecause } } }', { id });
  return data.person.transferOptions;
}

rule('nơi cấp giấy giới thiệu: cấp ủy trên cơ sở khi ra ngoài, tỉnh ủy với tổ chức trực thuộc tỉnh', 'QĐ 294-QĐ/TW, mục 6.3.1', () => {
  test('inside one grassroots organisation of the cell', async () => {
    const person = somebody();
    const { letter } = await issued(world, 'cell', person.id, { destination: 'Chi bộ 2', kind: 'INTERNAL', letterNumber: '' });
    expect(letter.state).toBe('ISSUED');
  });

  test('between the organisations under one upper body of the grassroots committee, and no cell elsewhere claims it', async () => {
    const person = somebody();
    const [there, input] = [{ destination: 'Đảng ủy xã s', isUnderOneUpper: true }, { on: '2026-02-10' }];
    expect(await send(world, 'cell', person.id, there)).toMatchObject({ code: 'NOT_YOUR_BODY', field: 'destination', message: 'Giấy này do p.d.c cấp.' });
    const { claimCode } = await issued(world, 'commune', person.id, there);
    expect(await sign(world, 'far', 'claimTransfer', { ...input, code: claimCode, unit: unit.far })).toMatchObject({ code: 'NOT_UNDER_ONE_UPPER', field: 'unit' });
    expect((await sign(world, 'sister', 'claimTransfer', { ...input, code: claimCode, unit: unit.sister })).transfer).toMatchObject({ state: 'ACCEPTED' });
  });

  test('out of the upper body of that body, and where nothing is known of the receiver it is taken for outside', async () => {
    const person = somebody();
    for (const account of ['cell', 'commune']) expect(await send(world, account, person.id, { destination: 'Nơi khác' }), account).toMatchObject({ code: 'NOT_YOUR_BODY', message: 'Giấy này do p.d cấp.' });
    expect(await send(world, 'district', person.id, { destination: 'Nơi khác' })).toMatchObject({ transfer: { state: 'ISSUED' } });
  });

  test('to a unit of the scope by the two chains', async () => {
    const person = somebody();
    expect(await send(world, 'province', person.id, { toUnit: unit.far, kind: 'INTERNAL' })).toMatchObject({ code: 'NOT_INSIDE_ONE_ORGANISATION' });
    expect(await send(world, 'district', person.id, { toUnit: unit.far })).toMatchObject({ code: 'NOT_FOUND', field: 'toUnit' });
    expect((await send(world, 'commune', person.id, { toUnit: unit.beside })).transfer).toMatchObject({ state: 'ISSUED' });
    expect((await send(world, 'district', somebody().id, { toUnit: unit.sister })).transfer).toMatchObject({ state: 'ISSUED' });
    expect((await send(world, 'province', somebody().id, { toUnit: unit.far })).transfer).toMatchObject({ state: 'ISSUED' });
  });

  test('of an organisation directly under the province of the province', async () => {
    const [one, other] = ofOffice as [string, string];
    expect(await send(world, 'office', one, { destination: 'Nơi khác' })).toMatchObject({ code: 'NOT_YOUR_BODY', message: 'Giấy này do p cấp.' });
    expect((await send(world, 'province', other, { destination: 'Nơi khác' })).transfer).toMatchObject({ state: 'ISSUED' });
  });

  test('and the page of a person tells which, and why it cannot be issued', async () => {
    const person = somebody();
    const reaches = (list: Option[]) => list.map(({ reach, issuer, viewerCannotBecause }) => [reach, issuer?.code, viewerCannotBecause]);
    expect(reaches(await options('commune', person.id))).toEqual([['INSIDE_ORGANISATION', 'p.d.c.1', null], ['UNDER_ONE_UPPER', 'p.d.c', null], ['OUTSIDE', 'p.d', 'NOT_YOUR_BODY']]);
    expect(reaches(await options('board', person.id)).map(([, , cannot]) => cannot)).toEqual(['FORBIDDEN_FOR_ROLE', 'FORBIDDEN_FOR_ROLE', 'FORBIDDEN_FOR_ROLE']);
    await issued(world, 'district', person.id, { toUnit: unit.beside });
    expect((await options('district', person.id)).map(({ viewerCan, viewerCannotBecause }) => [viewerCan, viewerCannotBecause])).toEqual(Array.from({ length: 3 }, () => [false, 'LETTER_OPEN']));
  });
});

rule('bắt đầu sinh hoạt ở nơi mới trong 60 ngày làm việc kể từ khi chuyển', 'QĐ 294-QĐ/TW, mục 6.3.1', () => {
  test('a move has a day from which the member has sixty working days, and letters are ordered by it', async () => {
    const at = async (movedOn: string | null, person = somebody()) => await send(world, 'district', person.id, { toUnit: unit.beside, movedOn, on: '2026-02-02' });
    expect(await at('2099-01-01')).toMatchObject({ code: 'DATE_IN_FUTURE', field: 'movedOn' });
    const ids = [(await at(null)).transfer!.id, (await at('2026-01-19')).transfer!.id, (await at('2026-01-05')).transfer!.id];
    interface Row { readonly id: string; readonly movedOn: string | null; readonly startDueOn: string | null; readonly start: { readonly kind: string; readonly isOverdue: boolean; readonly countedIn: string } | null; readonly presentation: { readonly dueOn: string } }
    const { transfers } = await world.data<{ transfers: { nodes: Row[] } }>('district', '{ transfers(direction: OUT, standing: WAITING, orderBy: START_DUE, first: 100) { nodes { id movedOn startDueOn start { kind isOverdue countedIn } presentation { dueOn } } } }');
    const mine = transfers.nodes.filter(({ id }) => ids.includes(id));
    expect(mine.map(({ id }) => id)).toEqual(ids.toReversed());
    // Five days of the Lunar New Year lie between.
    expect(mine[0]).toMatchObject({ movedOn: '2026-01-05', startDueOn: '2026-04-06', start: { kind: 'TRANSFER_START', isOverdue: true, countedIn: 'WORKING_DAYS' }, presentation: { dueOn: '2026-03-23' } });
    expect(mine[2]).toMatchObject({ startDueOn: null, start: null });
  });
});

rule('mã trên giấy giới thiệu có hạn dùng', 'quy ước của hệ thống', () => {
  test('a code opens nothing after its last day, nor once the letter is cancelled, and says so', async () => {
    const person = somebody();
    const { letter, claimCode } = await issued(world, 'district', person.id, { destination: 'Nơi khác' });
    const said = async () => (await world.data<{ transferByCode: { code?: string } }>('far', 'query($code: String!) { transferByCode(code: $code) { ... on TransferLetter { personName } ... on TransferCodeRefused { code } } }', { code: claimCode })).transferByCode;
    const claim = async () => await sign(world, 'far', 'claimTransfer', { code: claimCode, unit: unit.far, on: '2026-02-10' });
    const rule = (await world.data<{ rulePacks: { transferCodeDays: number }[] }>('district', '{ rulePacks { transferCodeDays } }')).rulePacks[0]!.transferCodeDays;
    const { rows } = await world.owner.query<{ days: number }>(`select claim_until - app.today() as days from transfer where claim_hash is not null and person_id = $1`, [person.uuid]);
    expect(rows).toEqual([{ days: rule }]);
    await world.owner.query('update transfer set claim_until = app.today() - 1 where person_id = $1', [person.uuid]);
    expect([await said(), (await claim()).code]).toEqual([{ code: 'CODE_EXPIRED' }, 'CODE_EXPIRED']);
    await world.owner.query('update transfer set claim_until = app.today() where person_id = $1', [person.uuid]);
    expect(await said()).toEqual({ personName: letter.personName });
    await sign(world, 'district', 'cancelTransfer', { transfer: letter.id, expectedVersion: 1, reason: 'Cấp nhầm' });
    expect([await said(), (await claim()).code]).toEqual([{ code: 'LETTER_NOT_OPEN' }, 'LETTER_NOT_OPEN']);
  });
});

rule('danh sách giấy giới thiệu lọc theo đơn vị, loại và tình trạng', 'quy ước của hệ thống', () => {
  test('lists are narrowed by unit, kind and part', async () => {
    const count = async (account: string, more: string) => (await world.data<{ transfers: { totalCount: number } }>(account, `{ transfers(first: 1${more}) { totalCount } }`)).transfers.totalCount;
    const before = { under: await count('district', `, under: "${unit.sister}", standing: WAITING`), temporary: await count('district', ', kinds: [TEMPORARY]') };
    const { letter } = await issued(world, 'district', somebody().id, { toUnit: unit.sister, kind: 'TEMPORARY', on: '2026-02-02', until: '2026-06-30' });
    expect(await count('district', `, under: "${unit.sister}", standing: WAITING`)).toBe(before.under + 1);
    expect(await count('district', `, under: "${unit.sister}", standing: WAITING, direction: OUT`)).toBe(0);
    expect(await count('district', ', kinds: [TEMPORARY]')).toBe(before.temporary + 1);
    expect(await count('district', `, under: "${unit.far}"`)).toBe(await count('district', `, under: "${opaque('Unit', randomUUID())}"`));
    await accept(world, 'sister', letter);
    expect([await count('sister', ', standing: RUNNING'), await count('sister', ', standing: RUNNING, direction: IN'), await count('sister', ', standing: RUNNING, direction: OUT')]).toEqual([1, 1, 0]);
  });
});

rule('không ký được thì nói lý do', 'quy ước của hệ thống', () => {
  test('why a letter cannot be signed is told with it', async () => {
    const { letter } = await issued(world, 'district', somebody().id, { toUnit: unit.beside });
    const why = async (account: string) => {
      const { transfers } = await world.data<{ transfers: { nodes: { id: string }[] } }>(account, '{ transfers(standing: WAITING, first: 100) { nodes { id viewerCannotAcceptBecause viewerCannotCancelBecause viewerCannotEndBecause } } }');
      const { id: _id, ...said } = transfers.nodes.find(({ id }) => id === letter.id)!;
      return Object.values(said);
    };
    expect(await why('district')).toEqual([null, null, 'LETTER_NOT_OPEN']);
    expect(await why('cell')).toEqual(['NOT_YOUR_SIDE', null, 'LETTER_NOT_OPEN']);
    expect(await why('board')).toEqual(['FORBIDDEN_FOR_ROLE', 'FORBIDDEN_FOR_ROLE', 'FORBIDDEN_FOR_ROLE']);
  });
});

rule('kết nạp lại: điều kiện được cho biết trước', 'QĐ 294-QĐ/TW, mục 3.5.1, 3.5.2', () => {
  interface Terms { readonly possibleFrom: string; readonly months: number; readonly needsHardship: boolean; readonly viewerCan: boolean; readonly viewerCannotBecause: string | null }
  const termsOf = async (account: string, id: string) => (await world.data<{ candidacy: { beginAgain: Terms | null } }>(account, 'query($id: ID!) { candidacy(id: $id) { beginAgain { possibleFrom months needsHardship viewerCan viewerCannotBecause } } }', { id })).candidacy.beginAgain;

  test('tells its conditions, and sent again under its key begins once', async () => {
    const filed = await walk(world, 'district', await candidate(world, 'district', unit.here, { fullName: 'Chá Thị Lại' }), wayToFile);
    await introduce(world, 'district', filed);
    const member: Told = await walk(world, 'district', filed, wayToCeremony);
    expect(await termsOf('district', member.id)).toBeNull();
    const removed = await walk(world, 'district', member, [['REMOVAL_PROPOSED', '2026-01-05', { vote: passed, reason: 'x', removalGround: 'UNFIT_IN_PROBATION' }], ['REMOVED', '2026-01-20', { documentNumber: '9-QĐ/HU', vote: passed }]]);
    expect(await termsOf('district', removed.id)).toEqual({ possibleFrom: '2029-01-20', months: 36, needsHardship: false, viewerCan: false, viewerCannotBecause: 'TOO_SOON_AFTER_LEAVING' });
    await world.owner.query(`update candidacy set left_on = '2022-01-20' where id = $1`, [Buffer.from(removed.id, 'base64url').toString().split(':')[1]]);
    expect(await termsOf('district', removed.id)).toMatchObject({ possibleFrom: '2025-01-20', viewerCan: true, viewerCannotBecause: null });
    expect(await termsOf('board', removed.id)).toMatchObject({ viewerCan: false, viewerCannotBecause: 'FORBIDDEN_FOR_ROLE' });
    const input = { candidacy: removed.id, expectedVersion: removed.version, on: '2026-02-01', consentNumber: '3-CV/TU', idempotencyKey: randomUUID() };
    const first = await change(world, 'district', 'beginAgain', input);
    expect(first.candidacy).toMatchObject({ state: 'SOURCE' });
    expect((await change(world, 'district', 'beginAgain', input)).candidacy?.id).toBe(first.candidacy!.id);
    expect((await change(world, 'district', 'beginAgain', { ...input, consentNumber: '4-CV/TU' })).code).toBe('KEY_USED_OTHERWISE');
    expect((await change(world, 'district', 'beginAgain', { ...input, idempotencyKey: 'x' })).code).toBe('TEXT_NOT_POSSIBLE');
    expect(await change(world, 'district', 'beginAgain', { ...input, idempotencyKey: randomUUID() })).toMatchObject({ code: 'VERSION_CONFLICT', current: { id: removed.id } });
    expect(await termsOf('district', removed.id)).toBeNull();
  });
});
