import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveUnit } from '../../src/contexts/ledger/index.ts';
import { opaque } from '../properties/literals.ts';
import { plusDays } from '../worlds/days.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { register } from './record-support.ts';
import { actUnder, assign, changeSupervisions, ownSupervisions, supervisionsOf, termsOf, told, type SupervisionTold } from './supervision-support.ts';
import { give } from './target-support.ts';

/* A province of two districts with communes and cells. The district d assigns; `member` has its usual place in one of d's communes, `observer` in the district. */

let world: OpenWorld;
let rows: Record<'commune' | 'second' | 'cell' | 'other' | 'district', string>;
const unit = { province: '', district: '', commune: '', cell: '', second: '', other: '' };
const person = { inside: '', outside: '' };
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF').account('top', 'BOARD');
  const district = tree.district('d').account('staff', 'STAFF').account('board', 'BOARD').account('admin', 'ADMINISTRATOR').account('observer', 'OBSERVER').account('auditor', 'AUDITOR');
  const commune = district.commune('c').account('clerk', 'SECRETARY').account('chair', 'BOARD');
  const cell = commune.cell('1');
  const second = district.commune('s').account('member', 'SECRETARY');
  const other = tree.district('e').account('neighbour', 'BOARD');
  const inside = cell.member('Nguyễn Thị An', '2020-01-01');
  const outside = second.cell('1').member('Trần Văn Bình', '2020-01-01');
  Object.assign(unit, Object.fromEntries(Object.entries({ province: tree, district, commune, cell, second, other }).map(([name, { id }]) => [name, opaque('Unit', id)])));
  Object.assign(person, { inside: opaque('Person', inside.id), outside: opaque('Person', outside.id) });
  rows = { commune: commune.id, second: second.id, cell: cell.id, other: other.id, district: district.id };
  world = await open(tree, province('q').account('stranger', 'BOARD'));
}, 120_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await actUnder(world, 'member', null);
  await actUnder(world, 'observer', null);
  await world.owner.query(`delete from supervision_change; delete from supervision; delete from access_grant where role = 'SUPERVISOR'; delete from audit_event; delete from target_version; delete from target; delete from document; update account set active = true`);
});

async function made(by: string, to: string, account: string, more: object = {}): Promise<SupervisionTold> {
  const outcome = await assign(world, by, to, account, more);
  expect(outcome.code, outcome.message).toBeUndefined();
  return outcome.supervision!;
}

const codesSeen = async (account: string) => {
  const answer = await world.ask<{ units: { nodes: { code: string }[] } }>(account, '{ units(first: 100, orderBy: TREE) { nodes { code } } }');
  return answer.data?.units.nodes.map(({ code }) => code) ?? answer.errors[0]?.extensions.code;
};

describe('an assignment', () => {
  test('says who, what, from when to when and by which document', async () => {
    const { id: document } = (await register(world, 'staff', unit.district, { kind: 'DECISION', number: '12-QĐ/HU', issuedOn: '2023-12-25' })).record!;
    const supervision = await made('staff', unit.commune, 'Observer', { until: '2099-12-31', document, post: ' Ủy viên  ban thường vụ ' });
    expect(supervision).toMatchObject({
      version: 1, personName: 'observer', unitName: 'p.d.c', bodyName: 'p.d', kind: 'IN_CHARGE', post: 'Ủy viên ban thường vụ', from: '2024-01-01', until: '2099-12-31', state: 'IN_FORCE',
      documentNumber: '12-QĐ/HU', documentIssuedOn: '2023-12-25', recordedBy: 'staff', unit: { code: 'p.d.c' }, body: { code: 'p.d' }, grant: null, changes: [], viewerCanChange: { can: true, because: null },
    });
    const { rows: lines } = await world.owner.query<{ action: string; result: string }>(`select action, result from audit_event where action like 'supervision.%'`);
    expect(lines).toEqual([{ action: 'supervision.assign', result: 'DONE' }]);
  });

  test('is many to many: several people over a unit, several units under a person', async () => {
    await made('staff', unit.commune, 'observer');
    await made('board', unit.commune, 'member', { kind: 'FOLLOW_UP' });
    await made('staff', unit.second, 'observer', { from: plusDays(today, 1) });
    expect((await supervisionsOf(world, 'chair', unit.commune)).map(({ personName, kind }) => [personName, kind])).toEqual([['observer', 'IN_CHARGE'], ['member', 'FOLLOW_UP']]);
    expect((await ownSupervisions(world, 'observer')).map(({ unitName, state, grant }) => [unitName, state, grant?.role ?? null])).toEqual([['p.d.c', 'IN_FORCE', 'SUPERVISOR'], ['p.d.s', 'TO_COME', null]]);
    const listed = await world.data<{ supervisions: { totalCount: number; nodes: { unitName: string }[] } }>('board', '{ supervisions(first: 5, states: [IN_FORCE], search: "P.D.C") { totalCount nodes { unitName } } }');
    expect(listed.supervisions).toEqual({ totalCount: 2, nodes: [{ unitName: 'p.d.c' }, { unitName: 'p.d.c' }] });
  });

  test('is made once for a key', async () => {
    const idempotencyKey = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 5 }, async () => await assign(world, 'staff', unit.commune, 'member', { idempotencyKey })));
    expect(new Set(outcomes.map(({ supervision }) => supervision?.id)).size).toBe(1);
    expect(await supervisionsOf(world, 'staff', unit.commune)).toHaveLength(1);
    expect(await assign(world, 'staff', unit.commune, 'member', { idempotencyKey, post: 'Khác' })).toMatchObject({ code: 'KEY_USED_OTHERWISE', field: 'idempotencyKey' });
  });

  test('is not made twice for a part of the same time, by however many at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 4 }, async () => await assign(world, 'staff', unit.commune, 'member')));
    expect(outcomes.filter(({ supervision }) => supervision)).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === 'PERIODS_OVERLAP')).toHaveLength(3);
  });

  test('is changed with a reason, and keeps what stood', async () => {
    const first = await made('staff', unit.commune, 'member', { until: '2098-12-31' });
    const { supervision } = await changeSupervisions(world, 'board', 'changeSupervision', termsOf(first, { until: '2099-12-31', post: 'Phó bí thư' }));
    expect(supervision).toMatchObject({ version: 2, until: '2099-12-31', post: 'Phó bí thư', changeReason: 'Phân công lại', recordedBy: 'board', changes: [{ version: 1, until: '2098-12-31', post: 'Ủy viên ban thường vụ', changeReason: null, recordedBy: 'staff' }] });
    expect(await changeSupervisions(world, 'staff', 'changeSupervision', termsOf(first, { until: '2097-12-31' }))).toMatchObject({ code: 'VERSION_CONFLICT', field: 'expectedVersion', current: { version: 2, post: 'Phó bí thư' } });
    const { rows: grants } = await world.owner.query<{ valid: string }>(`select valid::text from access_grant where role = 'SUPERVISOR'`);
    expect(grants).toEqual([{ valid: '[2024-01-01,2100-01-01)' }]);
  });

  test('ends with a day that is still to come, and stands until then', async () => {
    const first = await made('staff', unit.commune, 'member', { until: '2098-12-31' });
    const end = (until: string, more: object = {}) => changeSupervisions(world, 'staff', 'endSupervision', { supervision: first.id, expectedVersion: 1, until, reason: 'Chuyển công tác', ...more });
    for (const until of [plusDays(today, -1), '2098-12-31', '2099-01-01']) expect(await end(until), until).toMatchObject({ code: 'DATE_NOT_POSSIBLE', field: 'until' });
    expect(await end(plusDays(today, 3), { reason: ' ' })).toMatchObject({ code: 'FACT_MISSING', field: 'reason' });
    expect((await end(plusDays(today, 3))).supervision).toMatchObject({ state: 'IN_FORCE', version: 2, until: plusDays(today, 3), changeReason: 'Chuyển công tác', post: first.post, changes: [{ version: 1, until: '2098-12-31' }] });
    expect(await end(plusDays(today, 2))).toMatchObject({ code: 'VERSION_CONFLICT' });
    const { rows: grants } = await world.owner.query<{ ends: string }>(`select upper(valid)::text as ends from access_grant where role = 'SUPERVISOR'`);
    expect(grants).toEqual([{ ends: plusDays(today, 4) }]);
  });

  test('that was ended stays in the history and is not changed any more', async () => {
    const first = await made('staff', unit.commune, 'member');
    const ended = (await changeSupervisions(world, 'staff', 'endSupervision', { supervision: first.id, expectedVersion: 1, reason: 'Chuyển công tác' })).supervision;
    expect(ended).toMatchObject({ version: 2, state: 'ENDED', endCause: 'ENDED_EARLY', endReason: 'Chuyển công tác', endedBy: 'staff', viewerCanChange: { can: false, because: 'ALREADY_ENDED' } });
    expect(await supervisionsOf(world, 'staff', unit.commune)).toEqual([]);
    expect((await supervisionsOf(world, 'staff', unit.commune, true)).map(({ id }) => id)).toEqual([first.id]);
    expect((await ownSupervisions(world, 'member', true)).map(({ state, unitName }) => [state, unitName])).toEqual([['ENDED', 'p.d.c']]);
    for (const mutation of ['changeSupervision', 'endSupervision'] as const) {
      const input = mutation === 'endSupervision' ? { supervision: first.id, expectedVersion: 2, reason: 'x' } : termsOf({ ...first, version: 2 }, { until: '2099-01-01' });
      expect(await changeSupervisions(world, 'staff', mutation, input)).toMatchObject({ code: 'ALREADY_ENDED', field: 'supervision' });
    }
    const again = await made('staff', unit.commune, 'member');
    expect(again.id).not.toBe(first.id);
    const { rows: lines } = await world.owner.query<{ action: string }>(`select action from audit_event where action like 'supervision.%' order by at`);
    expect(lines.map(({ action }) => action)).toEqual(['supervision.assign', 'supervision.end', 'supervision.assign']);
  });
});

describe('a supervisor', () => {
  beforeEach(async () => {
    const { id } = await made('staff', unit.commune, 'member');
    await actUnder(world, 'member', id);
  });

  test('reads the unit and all below it, and nothing else, its usual place included', async () => {
    expect(await codesSeen('member')).toEqual(['p.d.c', 'p.d.c.1']);
    const seen = await world.data<Record<string, unknown>>('member', `query($in: ID!, $out: ID!) { viewer { role unit { code } } inside: person(id: $in) { fullName } outside: person(id: $out) { fullName } elsewhere: unit(code: "p.d.s") { code }
      unit(code: "p.d.c") { rollup(period: "2020") { members { value evidence(first: 5) { totalCount } } } supervisions { personName viewerCanChange { because } } viewerCanAssignSupervisor { because } } }`, { in: person.inside, out: person.outside });
    expect(seen).toEqual({
      viewer: { role: 'SUPERVISOR', unit: { code: 'p.d.c' } }, inside: { fullName: 'Nguyễn Thị An' }, outside: null, elsewhere: null,
      unit: { rollup: { members: { value: 1, evidence: { totalCount: 1 } } }, supervisions: [{ personName: 'member', viewerCanChange: { because: 'FORBIDDEN_FOR_ROLE' } }], viewerCanAssignSupervisor: { because: 'FORBIDDEN_FOR_ROLE' } },
    });
  });

  test('reads what a board reads: targets, documents, candidacies, letters', async () => {
    await register(world, 'clerk', unit.commune, { number: '6a' });
    await register(world, 'staff', unit.district, { number: 'handed', isHandedDown: true });
    await register(world, 'staff', unit.district, { number: 'kept' });
    const read = '{ documents(first: 9, orderBy: NUMBER) { nodes { number } } candidacies(first: 1) { totalCount } transfers(direction: OUT, first: 1) { totalCount } todo { counts { count } } stageCounts { count } people(first: 5) { nodes { fullName } } }';
    const [mine, board] = [await world.data<Record<string, unknown>>('member', read), await world.data('chair', read)];
    expect(mine).toEqual(board);
    expect(mine).toMatchObject({ documents: { nodes: [{ number: '6a' }, { number: 'handed' }] }, people: { nodes: [{ fullName: 'Nguyễn Thị An' }] } });
  });

  test('changes nothing at all, in the database itself too', async () => {
    const tables = ['unit', 'person', 'candidacy', 'candidacy_step', 'entry', 'target', 'document', 'supervision', 'access_grant', 'mark', 'paper', 'transfer', 'unit_power', 'unit_name', 'placement'];
    const touched = async (text: string) => await world.write('member', async (transaction) => await transaction.query(text)).then((found) => found.length, (error: Error) => error.message);
    for (const [table, column] of [['unit', 'name'], ['person', 'state'], ['entry', 'position_now'], ['supervision', 'post'], ['unit_name', 'valid']] as const) {
      expect(await touched(`select from ${table}`), table).toBeGreaterThan(0);
      expect(await touched(`update ${table} set ${column} = ${column} returning 1`), table).toBe(0);
    }
    for (const table of tables) expect(await touched(`delete from ${table}`), table).toSatisfy((result: number | string) => result === 0 || /permission denied/.test(String(result)));
    const refused = /row-level security|permission denied/;
    expect(await touched(`insert into unit_alias (unit_id, position, alias) select id, lo, 'x' from unit limit 1`)).toMatch(refused);
    expect(await touched(`insert into sensitive_unlock (account_id, grant_id, person_id, position, reason) select app.account_id(), app.grant_id(), id, position, 'CHECK' from person limit 1`)).toMatch(refused);
    expect(await touched(`insert into supervision (account_id, unit_id, position, body_id, body_position, role_kind, post, starts_on, document_number, document_issued_on, recorder_name)
      select (select account_id from supervision limit 1), id, lo, id, lo, 'IN_CHARGE', 'x', '2020-01-01', 'x', '2020-01-01', 'x' from unit where code = 'p.d.c'`)).toMatch(refused);
    const answers = await world.ask('member', `mutation { assignSupervision(input: { unit: "${unit.cell}", account: "observer", kind: IN_CHARGE, post: "x", from: "2024-01-01", documentNumber: "1", documentIssuedOn: "2024-01-01", idempotencyKey: "never-made-by-me" }) { __typename } }`);
    expect(answers.errors[0]?.extensions.code).toBe('FORBIDDEN_FOR_ROLE');
  });
});

test('the units that one is in charge of are read under their own grants, with a target beside them, the worst first', async () => {
  const year = today.slice(0, 4);
  expect((await give(world, 'staff', unit.commune, { low: 40 })).code).toBeUndefined();
  await made('staff', unit.second, 'observer');
  await made('staff', unit.commune, 'observer');
  await made('staff', unit.cell, 'observer', { from: plusDays(today, 1) });
  const read = async (account: string) => (await world.data<{ viewer: { supervisedUnits: Record<string, unknown>[] } }>(account, `{ viewer { supervisedUnits(period: "${year}") {
    unit { code } grant { role unit { code } } supervision { personName unitName } period { from } members probationaryMembers admitted admittedLastYear onTheWay sources overdue target { low percentOfLow remainingLow attainment } } } }`)).viewer.supervisedUnits;
  const plain = { period: { from: `${year}-01-01` }, members: 1, probationaryMembers: 0, admitted: 0, admittedLastYear: 0, onTheWay: 0, sources: 0, overdue: 0 };
  // Whichever grant is acting: an observer's own reads sums alone.
  expect(await read('observer')).toEqual([
    { ...plain, unit: { code: 'p.d.c' }, grant: { role: 'SUPERVISOR', unit: { code: 'p.d.c' } }, supervision: { personName: 'observer', unitName: 'p.d.c' }, target: { low: 40, percentOfLow: 0, remainingLow: 40, attainment: 'NOT_MET' } },
    { ...plain, unit: { code: 'p.d.s' }, grant: { role: 'SUPERVISOR', unit: { code: 'p.d.s' } }, supervision: { personName: 'observer', unitName: 'p.d.s' }, target: null },
  ]);
  expect(await read('staff')).toEqual([]);
});

describe('what an assignment gives is over', () => {
  test('with the next request once it is ended early, also on its first day', async () => {
    const supervision = await made('staff', unit.commune, 'member', { from: today });
    await actUnder(world, 'member', supervision.id);
    expect(await codesSeen('member')).toEqual(['p.d.c', 'p.d.c.1']);
    await changeSupervisions(world, 'staff', 'endSupervision', { supervision: supervision.id, expectedVersion: 1, reason: 'Thôi' });
    expect(await codesSeen('member')).toBe('UNAUTHENTICATED');
    await actUnder(world, 'member', null);
    expect(await ownSupervisions(world, 'member')).toEqual([]);
    expect((await world.data<{ viewer: { grants: { role: string }[] } }>('member', '{ viewer { grants { role } } }')).viewer.grants).toEqual([{ role: 'SECRETARY' }]);
  });

  test('at midnight in Viet Nam after its last day: not a second before, not a second after', async () => {
    const supervision = await made('staff', unit.commune, 'member', { from: '2031-05-01', until: '2031-05-10' });
    await actUnder(world, 'member', supervision.id);
    const { definition } = (await world.owner.query<{ definition: string }>(`select pg_get_functiondef('app.today()'::regprocedure) as definition`)).rows[0]!;
    // The calendar day as the database makes it of its clock, at an instant instead of now.
    const at = async (instant: string) => await world.owner.query(definition.replace('now()', `timestamptz '${instant}'`));
    try {
      const seen: unknown[] = [];
      for (const instant of ['2031-04-30T16:59:59.999999Z', '2031-04-30T17:00:00Z', '2031-05-10T16:59:59.999999Z', '2031-05-10T17:00:00Z']) {
        await at(instant);
        seen.push(await codesSeen('member'));
      }
      expect(seen).toEqual(['UNAUTHENTICATED', ['p.d.c', 'p.d.c.1'], ['p.d.c', 'p.d.c.1'], 'UNAUTHENTICATED']);
    } finally {
      await world.owner.query(definition);
    }
  });

  test('when its unit moves out of the tree of the body that assigned it; where the unit stays in it, it goes along', async () => {
    const byDistrict = await made('staff', unit.second, 'observer');
    const byProvince = await made('all', unit.second, 'member', { kind: 'FOLLOW_UP' });
    const ofCell = await made('staff', unit.cell, 'observer');
    // A cell goes to another commune of the same district: it stays in the tree of the body.
    await world.write('all', async (transaction) => expect(await moveUnit(transaction, { unitId: rows.cell, newParentId: rows.second, on: today })).toEqual({}));
    await actUnder(world, 'observer', ofCell.id);
    expect(await codesSeen('observer')).toEqual(['p.d.c.1']);
    // The commune goes to another district, and the cell with it.
    await world.write('all', async (transaction) => expect(await moveUnit(transaction, { unitId: rows.second, newParentId: rows.other, on: plusDays(today, 1) })).toEqual({}));
    expect(await codesSeen('observer')).toBe('UNAUTHENTICATED');
    await actUnder(world, 'observer', null);
    expect((await ownSupervisions(world, 'observer', true)).map(({ id, state, endCause, endedBy, unitName }) => ({ id, state, endCause, endedBy, unitName }))).toEqual(
      expect.arrayContaining([byDistrict, ofCell].map(({ id, unitName }) => ({ id, state: 'ENDED', endCause: 'UNIT_MOVED', endedBy: null, unitName }))));
    await actUnder(world, 'member', byProvince.id);
    expect(await codesSeen('member')).toEqual(expect.arrayContaining(['p.d.s', 'p.d.c.1']));
    const { rows: lines } = await world.owner.query<{ code: string }>(`select code from audit_event where action = 'supervision.end'`);
    expect(lines.map(({ code }) => code)).toEqual(['UNIT_MOVED', 'UNIT_MOVED']);
    await world.write('all', async (transaction) => expect(await moveUnit(transaction, { unitId: rows.second, newParentId: rows.district, on: plusDays(today, 2) })).toEqual({}));
    await world.write('all', async (transaction) => expect(await moveUnit(transaction, { unitId: rows.cell, newParentId: rows.commune, on: plusDays(today, 3) })).toEqual({}));
    // What has ended does not come back with the unit.
    expect((await ownSupervisions(world, 'observer'))).toEqual([]);
  });
});

describe('nobody is put in charge', () => {
  test.each<[string, string, () => string, string, object, object]>([
    ['of a unit outside', 'staff', () => unit.other, 'member', {}, { code: 'NOT_FOUND', field: 'unit' }],
    ['of a unit above', 'staff', () => unit.province, 'member', {}, { code: 'NOT_FOUND', field: 'unit' }],
    ['by themselves', 'staff', () => unit.commune, 'STAFF', {}, { code: 'YOURSELF', field: 'account' }],
    ['who does not exist', 'staff', () => unit.commune, 'nobody', {}, { code: 'ACCOUNT_NOT_USABLE', field: 'account', message: 'Không có tài khoản nào tên như vậy có thể phân công.' }],
    ['of another tree', 'staff', () => unit.commune, 'stranger', {}, { code: 'ACCOUNT_NOT_USABLE', field: 'account' }],
    ['whose name is only begun', 'staff', () => unit.commune, 'mem', {}, { code: 'ACCOUNT_NOT_USABLE', field: 'account' }],
    ['without a post', 'staff', () => unit.commune, 'member', { post: ' ' }, { code: 'FACT_MISSING', field: 'post' }],
    ['without a document', 'staff', () => unit.commune, 'member', { documentNumber: '' }, { code: 'FACT_MISSING', field: 'documentNumber' }],
    ['by a document of tomorrow', 'staff', () => unit.commune, 'member', { documentIssuedOn: plusDays(today, 1) }, { code: 'DATE_IN_FUTURE', field: 'documentIssuedOn' }],
    ['by a document that is not there', 'staff', () => unit.commune, 'member', { document: opaque('Document', randomUUID()) }, { code: 'NOT_FOUND', field: 'document' }],
    ['until before it begins', 'staff', () => unit.commune, 'member', { until: '2023-12-31' }, { code: 'DATES_NOT_IN_ORDER', field: 'until' }],
    ['since before there was anything', 'staff', () => unit.commune, 'member', { from: '1929-01-01' }, { code: 'DATE_NOT_POSSIBLE', field: 'from' }],
  ])('%s', async (_, by, to, account, more, refusal) => {
    expect(await assign(world, by, to(), account, more)).toMatchObject(refusal);
    expect((await world.owner.query('select from supervision')).rows).toEqual([]);
    expect((await world.owner.query(`select from access_grant where role = 'SUPERVISOR'`)).rows).toEqual([]);
    await made(by, unit.commune, 'member');
  });

  test('whose account is closed: to the byte as one that is not there', async () => {
    await world.owner.query(`update account set active = false where name = 'neighbour'`);
    const bytes = async (account: string) => JSON.stringify(await assign(world, 'staff', unit.commune, account));
    const answers = await Promise.all(['neighbour', 'nobody', 'stranger'].map(bytes));
    expect(new Set(answers).size).toBe(1);
    const offered = async (search: string) => JSON.stringify(await world.data('staff', 'query($search: String) { assignableAccounts(first: 50, search: $search) { name } }', { search }));
    expect(new Set(await Promise.all(['neighbour', 'nobody', 'stranger'].map(offered))).size).toBe(1);
    const { rows: lines } = await world.owner.query<{ result: string; code: string }>(`select result, code from audit_event where action = 'supervision.assign'`);
    expect(lines).toEqual(Array.from({ length: 3 }, () => ({ result: 'REFUSED', code: 'ACCOUNT_NOT_USABLE' })));
  });

  test('from outside the scope but by the exact name', async () => {
    const offered = async (search?: string) => (await world.data<{ assignableAccounts: { name: string }[] }>('staff', 'query($search: String) { assignableAccounts(first: 50, search: $search) { name } }', { search: search ?? null })).assignableAccounts.map(({ name }) => name);
    expect((await offered()).toSorted()).toEqual(['admin', 'auditor', 'board', 'chair', 'clerk', 'member', 'observer']);
    expect(await offered('cha')).toEqual(['chair']);
    expect(await offered('neighbou')).toEqual([]);
    expect(await offered('NEIGHBOUR')).toEqual(['neighbour']);
    await made('staff', unit.commune, 'neighbour');
  });

  test('by roles that do not assign', async () => {
    for (const by of ['clerk', 'observer', 'admin', 'auditor']) {
      const answer = await world.ask(by, `mutation($input: AssignSupervisionInput!) { assignSupervision(input: $input) { __typename } }`, { input: { unit: unit.commune, account: 'member', kind: 'IN_CHARGE', post: 'x', from: today, documentNumber: '1', documentIssuedOn: today, idempotencyKey: randomUUID() } });
      expect(answer.errors[0]?.extensions.code, by).toBe('FORBIDDEN_FOR_ROLE');
    }
  });
});

test('an assignment is changed and ended by the body that made it and above it, never from below and never by whom it is about', async () => {
  const supervision = await made('staff', unit.commune, 'board');
  for (const [by, code] of [['chair', 'NOT_YOUR_BODY'], ['board', 'YOURSELF'], ['neighbour', 'NOT_FOUND']] as const) {
    expect(await changeSupervisions(world, by, 'endSupervision', { supervision: supervision.id, expectedVersion: 1, reason: 'x' }), by).toMatchObject({ code, field: 'supervision' });
    expect(await changeSupervisions(world, by, 'changeSupervision', termsOf(supervision, { until: '2099-01-01' })), by).toMatchObject({ code });
  }
  expect((await supervisionsOf(world, 'chair', unit.commune))[0]?.viewerCanChange).toEqual({ can: false, because: 'NOT_YOUR_BODY' });
  expect(await changeSupervisions(world, 'staff', 'changeSupervision', termsOf(supervision))).toMatchObject({ code: 'UNCHANGED' });
  expect(await changeSupervisions(world, 'staff', 'changeSupervision', termsOf(supervision, { until: plusDays(today, -1) }))).toMatchObject({ code: 'DATE_NOT_POSSIBLE', field: 'until' });
  expect(await changeSupervisions(world, 'top', 'endSupervision', { supervision: supervision.id, expectedVersion: 1, reason: 'Tỉnh rút' })).toMatchObject({ supervision: { endedBy: 'top' } });
});

test('who is in charge is read by the roles that read people, in the scope of the unit', async () => {
  await made('staff', unit.commune, 'member');
  for (const account of ['all', 'top', 'staff', 'chair', 'clerk']) expect(await supervisionsOf(world, account, unit.commune), account).toHaveLength(1);
  expect(await supervisionsOf(world, 'neighbour', unit.commune)).toEqual([]);
  for (const account of ['observer', 'admin', 'auditor']) expect((await world.ask(account, `{ unit(code: "p.d.c") { supervisions { ${told} } } }`)).errors[0]?.extensions.code, account).toBe('FORBIDDEN_FOR_ROLE');
});
