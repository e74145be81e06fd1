import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { changeRecord, documentsOf, register } from './record-support.ts';
import { statementsOf } from './statement-support.ts';

/* The register of documents of a province, a district and its communes. */

let world: OpenWorld;
const unit = { province: '', district: '', commune: '', cell: '', other: '' };

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF');
  const district = tree.district('d').account('staff', 'STAFF').account('board', 'BOARD').account('admin', 'ADMINISTRATOR').account('observer', 'OBSERVER').account('auditor', 'AUDITOR');
  const commune = district.commune('c').account('clerk', 'SECRETARY');
  const cell = commune.cell('1').account('secretary', 'SECRETARY');
  const other = tree.district('e').account('neighbour', 'STAFF');
  Object.assign(unit, Object.fromEntries(Object.entries({ province: tree, district, commune, cell, other }).map(([name, { id }]) => [name, opaque('Unit', id)])));
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await world.owner.query('delete from document');
});

const numbers = async (account: string, filter = '') => (await documentsOf(world, account, filter)).nodes.map(({ number }) => number);

describe('the register', () => {
  test('keeps what was entered, with who entered it', async () => {
    const { record } = await register(world, 'staff', unit.district, { number: ' 28-NQ/TU ', issuer: 'Ban Thường vụ Tỉnh ủy' });
    expect(record).toMatchObject({ version: 1, kind: 'RESOLUTION', number: '28-NQ/TU', issuedOn: '2020-08-01', issuer: 'Ban Thường vụ Tỉnh ủy', warnings: [], recordedBy: 'staff', viewerCanChange: true, unit: { code: 'p.d' } });
    const { rows } = await world.owner.query<{ action: string }>(`select action from audit_event where action like 'document.%' and result = 'DONE'`);
    expect(rows.map(({ action }) => action)).toEqual(['document.register']);
  });

  // TV-S5-A
  test('takes numbers for texts: 6a stands after 6 and before 7, 10 after 9', async () => {
    for (const number of ['10-NQ/ĐU', '7', '6a-NQ/ĐU', '9', '6', '6-NQ/ĐU', '06b', '100', 'NQ 2', 'NQ 11']) await register(world, 'staff', unit.district, { number });
    expect(await numbers('staff', ', orderBy: NUMBER')).toEqual(['6', '6-NQ/ĐU', '6a-NQ/ĐU', '06b', '7', '9', '10-NQ/ĐU', '100', 'NQ 2', 'NQ 11']);
  });

  // TV-S4-A
  test('warns about an implementing document that is older than the one it implements, and keeps it', async () => {
    const directive = (await register(world, 'staff', unit.district, { kind: 'DIRECTIVE', number: '28-CT/TW', issuer: 'Ban Bí thư', issuedOn: '2019-01-21' })).record!;
    const plan = (await register(world, 'staff', unit.district, { kind: 'PLAN', number: '108-KH/TU', issuedOn: '2014-04-23', implements: directive.id })).record!;
    expect(plan).toMatchObject({ warnings: ['OLDER_THAN_IMPLEMENTED'], implements: { number: '28-CT/TW' } });
    const { id: document, version: expectedVersion, kind, number, title } = plan;
    const mended = await changeRecord(world, 'staff', 'changeDocument', { document, expectedVersion, kind, number, title, issuedOn: '2019-04-23', implements: directive.id });
    expect(mended.record).toMatchObject({ version: 2, issuedOn: '2019-04-23', warnings: [] });
    expect((await documentsOf(world, 'staff', ', search: "28-ct"')).nodes[0]?.implementedBy).toEqual([{ number: '108-KH/TU' }]);
  });

  test('warns about a second document of a number, kind and year, and of nothing else', async () => {
    await register(world, 'staff', unit.district, { number: '6a' });
    expect((await register(world, 'staff', unit.district, { number: '6A', issuedOn: '2020-12-31' })).record?.warnings).toEqual(['SAME_NUMBER_IN_YEAR']);
    for (const more of [{ issuedOn: '2021-01-01' }, { kind: 'PLAN' }, { issuer: 'Tỉnh ủy' }]) expect((await register(world, 'staff', unit.district, { number: '6a', ...more })).record?.warnings).toEqual([]);
    expect((await register(world, 'staff', unit.commune, { number: '6a' })).record?.warnings).toEqual([]);
  });

  test('is searched by number and title, and filtered by kind, year and origin', async () => {
    await register(world, 'all', unit.province, { number: '28-NQ/TU', isHandedDown: true, title: 'Về tổ chức đảng trong doanh nghiệp ngoài nhà nước', issuedOn: '2019-01-10' });
    await register(world, 'staff', unit.district, { number: '6a', kind: 'DIRECTIVE' });
    await register(world, 'clerk', unit.commune, { number: '3', kind: 'PLAN', issuedOn: '2021-02-02' });
    expect(await numbers('staff')).toEqual(['3', '6a', '28-NQ/TU']);
    expect(await numbers('staff', ', search: "NGOAI nha nuoc"')).toEqual(['28-NQ/TU']);
    expect(await numbers('staff', ', search: "6A"')).toEqual(['6a']);
    expect(await numbers('staff', ', kinds: [PLAN, DIRECTIVE]')).toEqual(['3', '6a']);
    expect(await numbers('staff', ', year: 2020')).toEqual(['6a']);
    for (const [origin, expected] of [['OWN', ['6a']], ['BELOW', ['3']], ['ABOVE', ['28-NQ/TU']]] as const) expect(await numbers('staff', `, origin: ${origin}`)).toEqual(expected);
    expect(await numbers('staff', `, unit: "${unit.commune}"`)).toEqual(['3', '28-NQ/TU']);
  });

  test.each(['LATEST', 'NUMBER'])('is read in pages, each row once: %s', async (orderBy) => {
    for (let index = 0; index < 7; index += 1) await register(world, 'staff', unit.district, { number: String(index % 3), issuedOn: `2020-01-0${1 + (index % 2)}` });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { documents: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await world.data('staff', `query($after: String) { documents(first: 2, orderBy: ${orderBy}, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`, { after });
      expect(page.documents.totalCount).toBe(7);
      seen.push(...page.documents.nodes.map(({ id }) => id));
      after = page.documents.pageInfo.hasNextPage ? page.documents.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  test('enters a document once for a key', async () => {
    const idempotencyKey = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 6 }, async () => await register(world, 'staff', unit.district, { idempotencyKey })));
    expect(new Set(outcomes.map(({ record }) => record?.id)).size).toBe(1);
    expect((await documentsOf(world, 'staff')).totalCount).toBe(1);
    expect(await register(world, 'staff', unit.district, { idempotencyKey, number: '7' })).toMatchObject({ code: 'KEY_USED_OTHERWISE', field: 'idempotencyKey' });
  });

  test('keeps what was taken back, with the reason, out of the list unless it is asked for', async () => {
    const { id: document, version: expectedVersion } = (await register(world, 'staff', unit.district)).record!;
    expect((await changeRecord(world, 'staff', 'takeBackRecord', { record: document, expectedVersion, reason: 'Vào sổ hai lần' })).record).toMatchObject({ takenBackReason: 'Vào sổ hai lần', takenBackBy: 'staff', viewerCanChange: false });
    expect(await numbers('staff')).toEqual([]);
    expect(await numbers('staff', ', withTakenBack: true')).toEqual(['6']);
    expect(await changeRecord(world, 'staff', 'takeBackRecord', { record: document, expectedVersion: 2, reason: 'Nữa' })).toMatchObject({ code: 'TAKEN_BACK', field: 'record' });
  });
});

describe('who sees what', () => {
  test('a document is seen inside the scope, and below it only once it is handed down', async () => {
    const { id: document } = (await register(world, 'all', unit.province)).record!;
    for (const account of ['staff', 'secretary', 'neighbour']) expect(await numbers(account), account).toEqual([]);
    await changeRecord(world, 'all', 'changeDocument', { document, expectedVersion: 1, kind: 'RESOLUTION', number: '6', issuedOn: '2020-08-01', title: 'Về kết nạp', isHandedDown: true });
    for (const account of ['staff', 'secretary', 'neighbour']) expect((await documentsOf(world, account)).nodes, account).toMatchObject([{ number: '6', viewerCanChange: false, unit: { code: 'p' } }]);
    await register(world, 'neighbour', unit.other, { number: '99', isHandedDown: true });
    expect(await numbers('staff')).toEqual(['6']);
  });

  test('what is told of another document is told of one that is seen', async () => {
    const { id } = (await register(world, 'all', unit.province, { issuedOn: '2020-09-09' })).record!;
    await register(world, 'all', unit.district, { number: '7', implements: id });
    expect((await documentsOf(world, 'all', `, unit: "${unit.district}"`)).nodes[0]).toMatchObject({ warnings: ['OLDER_THAN_IMPLEMENTED'], implements: { number: '6' } });
    expect((await documentsOf(world, 'staff')).nodes[0]).toMatchObject({ warnings: [], implements: null });
    expect((await world.data<{ document: unknown }>('staff', 'query($id: ID!) { document(id: $id) { number } }', { id })).document).toBeNull();
  });

  test('roles that see sums alone see none', async () => {
    await register(world, 'staff', unit.district);
    for (const account of ['board', 'staff']) expect(await numbers(account)).toEqual(['6']);
    for (const account of ['observer', 'admin', 'auditor']) expect((await world.ask(account, '{ documents(first: 1) { totalCount } }')).errors[0]?.extensions.code, account).toBe('FORBIDDEN_FOR_ROLE');
  });
});

test('a page of documents sends the same statements for few and for many', async () => {
  const { id } = (await register(world, 'staff', unit.district)).record!;
  for (let index = 0; index < 12; index += 1) await register(world, 'staff', unit.district, { number: String(index), implements: id });
  const ask = (first: number) => statementsOf(async () => await world.data('staff', `{ documents(first: ${first}) { totalCount nodes { number warnings unit { name } implements { number unit { name } } implementedBy { number } viewerCanChange } } }`));
  const [one, many] = [await ask(1), await ask(12)];
  expect(many.length, many.join('\n')).toBe(one.length);
  expect(many.length).toBeLessThanOrEqual(10);
});

describe('a document is not', () => {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
  test.each<[string, string, () => object, object]>([
    ['without a number', 'staff', () => ({ number: ' ' }), { code: 'FACT_MISSING', field: 'number', message: 'Còn thiếu mục này.' }],
    ['under a number that cannot be read', 'staff', () => ({ number: '6\u202E' }), { code: 'TEXT_NOT_POSSIBLE', field: 'number' }],
    ['without a title', 'staff', () => ({ title: '' }), { code: 'FACT_MISSING', field: 'title' }],
    ['under a title that is too long', 'staff', () => ({ title: 'a'.repeat(301) }), { code: 'TEXT_NOT_POSSIBLE', field: 'title' }],
    ['of tomorrow', 'staff', () => ({ issuedOn: tomorrow }), { code: 'DATE_IN_FUTURE', field: 'issuedOn' }],
    ['older than any', 'staff', () => ({ issuedOn: '1930-02-02' }), { code: 'DATE_NOT_POSSIBLE', field: 'issuedOn' }],
    ['of a unit outside', 'staff', () => ({ unit: unit.other }), { code: 'NOT_FOUND', field: 'unit' }],
    ['of a unit above', 'clerk', () => ({ unit: unit.district }), { code: 'NOT_FOUND', field: 'unit' }],
    ['implementing what is not there', 'staff', () => ({ implements: opaque('Document', randomUUID()) }), { code: 'NOT_FOUND', field: 'implements' }],
    ['implementing what is no document', 'staff', () => ({ implements: unit.district }), { code: 'NOT_FOUND', field: 'implements' }],
  ])('entered %s', async (_, account, more, refusal) => {
    expect(await register(world, account, unit.commune, more())).toMatchObject(refusal);
    expect((await world.owner.query('select from document')).rows).toEqual([]);
    expect((await register(world, account, unit.commune)).record?.number).toBe('6');
  });

  test('changed in another version, from below, from outside, or to implement itself', async () => {
    const { id: document } = (await register(world, 'staff', unit.district, { isHandedDown: true })).record!;
    const follower = (await register(world, 'staff', unit.district, { number: '7', implements: document })).record!;
    const facts = { document, expectedVersion: 1, kind: 'PLAN', number: '8', issuedOn: '2020-08-01', title: 'Khác' };
    for (const [account, more, refusal] of [
      ['staff', { expectedVersion: 2 }, { code: 'VERSION_CONFLICT', field: 'expectedVersion' }],
      ['clerk', {}, { code: 'NOT_FOUND', field: 'document' }],
      ['neighbour', {}, { code: 'NOT_FOUND', field: 'document' }],
      ['staff', { implements: follower.id }, { code: 'IMPLEMENTS_ITSELF', field: 'implements' }],
      ['staff', { implements: document }, { code: 'IMPLEMENTS_ITSELF', field: 'implements' }],
    ] as const) expect(await changeRecord(world, account, 'changeDocument', { ...facts, ...more }), account).toMatchObject(refusal);
    expect((await changeRecord(world, 'staff', 'changeDocument', facts)).record).toMatchObject({ version: 2, kind: 'PLAN', number: '8' });
  });

  test('entered or changed by roles that do not keep it', async () => {
    const { id } = (await register(world, 'staff', unit.district)).record!;
    for (const account of ['board', 'admin', 'observer', 'auditor']) {
      for (const [mutation, type, input] of [
        ['registerDocument', 'RegisterDocumentInput', { unit: unit.district, kind: 'PLAN', number: '1', issuedOn: '2020-01-01', title: 'x', idempotencyKey: randomUUID() }],
        ['changeDocument', 'ChangeDocumentInput', { document: id, expectedVersion: 1, kind: 'PLAN', number: '1', issuedOn: '2020-01-01', title: 'x' }],
      ] as const) expect((await world.ask(account, `mutation($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input })).errors[0]?.extensions.code, account).toBe('FORBIDDEN_FOR_ROLE');
    }
  });
});

test('the database itself shows and changes no document beyond the scope and the role', async () => {
  await register(world, 'all', unit.province, { number: 'up', isHandedDown: true });
  await register(world, 'all', unit.province, { number: 'hidden' });
  await register(world, 'all', unit.other, { number: 'aside', isHandedDown: true });
  await register(world, 'staff', unit.district, { number: 'own' });
  const rows = async (account: string, text: string) => await world.write(account, async (transaction) => await transaction.query<{ number: string }>(text));
  const all = 'select number from document order by number';
  expect((await rows('staff', all)).map(({ number }) => number)).toEqual(['own', 'up']);
  expect((await rows('clerk', all)).map(({ number }) => number)).toEqual(['up']);
  for (const account of ['observer', 'admin', 'auditor']) expect(await rows(account, all), account).toEqual([]);
  const change = `update document set title = 'x' returning number`;
  expect((await rows('staff', change)).map(({ number }) => number)).toEqual(['own']);
  for (const account of ['clerk', 'board', 'observer']) expect(await rows(account, change), account).toEqual([]);
  const insert = (account: string, code: string) => rows(account, `insert into document (unit_id, position, kind, number, issued_on, title, recorder_name) select unit_id, lo, 'PLAN', '1', '2020-01-01', 'x', 'x' from unit_stub where code = '${code}' returning number`);
  await expect(insert('staff', 'p.d')).resolves.toHaveLength(1);
  for (const [account, code] of [['staff', 'p'], ['board', 'p.d'], ['clerk', 'p.d']] as const) await expect(insert(account, code), account).rejects.toThrow(/row-level security/);
  await expect(rows('staff', 'delete from document')).rejects.toThrow(/permission denied/);
});
