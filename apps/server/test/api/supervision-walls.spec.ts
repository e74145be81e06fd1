import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postFacts } from '../../src/contexts/ledger/index.ts';
import { opaque } from '../properties/literals.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { open, province, type OpenWorld, type UnitBuilder } from '../world.ts';
import { roles } from '../worlds/world-model.ts';
import { statementsOf } from './statement-support.ts';
import { assign } from './supervision-support.ts';

/* What the database holds of assignments by itself: who makes which grant, and what is read beside one's own. An account of each role at each of three levels. */

const levels = ['p', 'd', 'c'] as const;
let world: OpenWorld;
const unitIds: Record<string, string> = {};
const people = { moving: '', communes: [] as string[] };

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d');
  const commune = district.commune('c');
  const other = tree.district('e');
  for (const [level, unit] of [['p', tree], ['d', district], ['c', commune], ['e', other]] as const) {
    unitIds[level] = unit.id;
    if (level !== 'e') for (const role of roles.filter((known) => known !== 'SUPERVISOR')) unit.account(`${role}@${level}`, role);
  }
  other.account('watcher', 'SECRETARY');
  const communes: UnitBuilder[] = Array.from({ length: 12 }, (_, index) => district.commune(`n${index}`));
  people.communes = communes.map(({ id }) => id);
  const cells = communes.slice(0, 2).map((one) => one.cell('1'));
  people.moving = cells[0]!.member('Nguyễn Thị Đi', '2020-01-01').id;
  cells[1]!.member('Trần Văn Ở', '2020-01-01');
  unitIds['from'] = cells[0]!.id;
  unitIds['to'] = cells[1]!.id;
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await world.owner.query(`delete from supervision_change; delete from supervision; delete from access_grant where role = 'SUPERVISOR'`);
});

async function tried(account: string, text: string, values: unknown[] = []): Promise<number | string> {
  return await world.write(account, async (transaction) => {
    const found = await transaction.query(text, values);
    throw Object.assign(new Error('undone'), { touched: found.length });
  }).catch((error: Error & { touched?: number; code?: string }) => error.touched ?? error.code ?? error.message);
}

const insert = `insert into supervision (account_id, unit_id, position, body_id, body_position, role_kind, post, starts_on, document_number, document_issued_on, recorder_name)
  select $1::uuid, u.unit_id, u.lo, b.unit_id, b.lo, 'IN_CHARGE', 'x', '2024-01-01', 'x', '2023-12-01', 'x' from unit_stub u, unit_stub b where u.unit_id = $2 and b.unit_id = $3 returning 1`;

async function accountId(name: string): Promise<string> {
  return (await world.owner.query<{ id: string }>('select id from account where name = $1', [name])).rows[0]!.id;
}

describe('a grant is made by an assignment alone, and no assignment gives more than its maker has', () => {
  test('for every role, acting unit, unit and body', async () => {
    const watcher = await accountId('watcher');
    const below = { p: ['p', 'd', 'c', 'e'], d: ['d', 'c'], c: ['c'] } as const;
    let allowed = 0;
    for (const role of roles.filter((known) => known !== 'SUPERVISOR')) {
      for (const level of levels) {
        for (const unit of ['p', 'd', 'c', 'e'] as const) {
          for (const body of levels) {
            const may = ['STAFF', 'BOARD'].includes(role) && body === level && (below[level] as readonly string[]).includes(unit);
            const result = await tried(`${role}@${level}`, insert, [watcher, unitIds[unit], unitIds[body]]);
            // A stub that is not seen gives no row.
            expect(result, `${role}@${level} assigns to ${unit} for ${body}`).toSatisfy((value: number | string) => (may ? value === 1 : value === 0 || value === '42501'));
            allowed += may ? 1 : 0;
          }
        }
      }
    }
    expect(allowed).toBe(14);
  });

  test('never to oneself, nor to an account of no grant in the tree, nor by naming a grant', async () => {
    expect(await tried('STAFF@d', insert, [await accountId('BOARD@d'), unitIds['c'], unitIds['d']])).toBe(1);
    expect(await tried('STAFF@d', insert, [await accountId('STAFF@d'), unitIds['c'], unitIds['d']])).toBe('42501');
    await world.owner.query(`update account set active = false where name = 'watcher'`);
    expect(await tried('STAFF@d', insert, [await accountId('watcher'), unitIds['c'], unitIds['d']])).toBe('23514');
    await world.owner.query(`update account set active = true where name = 'watcher'`);
    for (const text of [
      `insert into access_grant (account_id, role, unit_id, position, valid) select app.account_id(), 'SUPERVISOR', id, lo, daterange('2024-01-01', null) from unit limit 1`,
      `update access_grant set valid = daterange('2024-01-01', null)`,
      `update supervision set grant_id = grant_id`,
      `update supervision set unit_id = unit_id`,
      `update supervision set account_id = account_id`,
      `update supervision set body_id = body_id`,
      `update supervision set version = 1`,
      `update supervision set ended_at = null`,
      'delete from supervision',
      'insert into supervision_change default values',
    ]) for (const account of ['STAFF@p', 'BOARD@d', 'ADMINISTRATOR@p']) expect(await tried(account, text), `${account}: ${text}`).toBe('42501');
  });

  test('is changed by the body and above it alone, not by whom it is about, and not once it has ended', async () => {
    await assign(world, 'STAFF@d', opaque('Unit', unitIds['c']!), 'BOARD@d');
    const change = `update supervision set ends_on = '2099-01-01' returning 1`;
    for (const [account, count] of [['STAFF@d', 1], ['STAFF@p', 1], ['BOARD@p', 1], ['BOARD@d', 0], ['STAFF@c', 0], ['BOARD@c', 0], ['SECRETARY@c', 0], ['ADMINISTRATOR@p', 0], ['OBSERVER@p', 0]] as const) expect(await tried(account, change), account).toBe(count);
    await world.owner.query(`update supervision set end_cause = 'ENDED_EARLY', end_reason = 'x', ender_name = 'x'`);
    for (const account of ['STAFF@d', 'STAFF@p']) expect(await tried(account, change), account).toBe(0);
    await expect(world.owner.query(`update supervision set ends_on = '2099-01-01'`)).rejects.toMatchObject({ constraint: 'supervision_ended_stays' });
  });

  test('and whoever is not of the scope and the role sees no assignment but their own', async () => {
    await assign(world, 'STAFF@d', opaque('Unit', unitIds['c']!), 'watcher');
    const seen = async (account: string) => await tried(account, 'select from supervision');
    for (const account of ['STAFF@p', 'BOARD@d', 'SECRETARY@c', 'BOARD@c', 'watcher']) expect(await seen(account), account).toBe(1);
    for (const account of ['OBSERVER@p', 'ADMINISTRATOR@p', 'AUDITOR@d']) expect(await seen(account), account).toBe(0);
    await world.owner.query(`update supervision set unit_id = u.id, position = u.lo from unit u where u.id = $1`, [unitIds['e']]);
    expect(await seen('BOARD@d')).toBe(0);
    expect(await seen('watcher')).toBe(1);
  });
});

test('the accounts that may be assigned are told to those who assign, and to nobody else', async () => {
  const told = async (account: string) => await tried(account, `select from app.assignable_accounts('', 100)`);
  expect(await told('STAFF@c')).toBe(roles.length - 2);
  expect(await told('BOARD@d')).toBe(2 * (roles.length - 1) - 1);
  for (const role of ['ADMINISTRATOR', 'SECRETARY', 'AUDITOR', 'OBSERVER']) expect(await told(`${role}@p`), role).toBe(0);
});

describe('a read beside', () => {
  const entered = async (account: string, grantId: string) => {
    const main = await world.server.database.read(credentialOf(secretOf(account)));
    const beside = await world.server.database.readBeside(credentialOf(secretOf(account)), { grantId, snapshot: await main.exportSnapshot() });
    const rows = await beside.query<{ code: string }>('select code from unit order by code');
    beside.end();
    main.end();
    return { role: beside.actor?.role ?? null, codes: rows.map(({ code }) => code) };
  };
  const grantOf = async (name: string, role: string) => (await world.owner.query<{ id: string }>('select g.id from access_grant g join account a on a.id = g.account_id where a.name = $1 and g.role = $2', [name, role])).rows[0]!.id;

  test('takes up a grant that an assignment made of one\'s own account, and no other', async () => {
    await assign(world, 'STAFF@d', opaque('Unit', unitIds['c']!), 'watcher');
    const grant = await grantOf('watcher', 'SUPERVISOR');
    expect(await entered('watcher', grant)).toEqual({ role: 'SUPERVISOR', codes: ['p.d.c'] });
    const nobody = { role: null, codes: [] };
    expect(await entered('BOARD@p', grant)).toEqual(nobody);
    expect(await entered('watcher', await grantOf('watcher', 'SECRETARY'))).toEqual(nobody);
    expect(await entered('watcher', await grantOf('BOARD@p', 'BOARD'))).toEqual(nobody);
    await world.owner.query(`update supervision set end_cause = 'ENDED_EARLY', end_reason = 'x', ender_name = 'x'`);
    expect(await entered('watcher', grant)).toEqual(nobody);
  });

  test('takes a snapshot by its name alone', async () => {
    await expect(world.server.database.readBeside(credentialOf(secretOf('watcher')), { grantId: unitIds['p']!, snapshot: `0'; select 1; --` })).rejects.toThrow(/A snapshot is named/);
  });
});

const page = `{ viewer { supervisedUnits(period: "${new Date().getUTCFullYear()}") { unit { code } members admitted target { low } supervision { personName grant { id } } grant { unit { code } } } } }`;
type Page = { viewer: { supervisedUnits: { unit: { code: string }; members: number }[] } };

test('somebody who is transferred while the page is read is counted in one of the units, never in both or in none', async () => {
  for (const commune of people.communes.slice(0, 2)) await assign(world, 'STAFF@d', opaque('Unit', commune), 'watcher');
  const reading = { over: false };
  const transferring = (async () => {
    for (let turn = 0; !reading.over; turn += 1) {
      const [unitId, toUnitId] = turn % 2 === 0 ? [unitIds['from']!, unitIds['to']!] : [unitIds['to']!, unitIds['from']!];
      const slices = { gender: 'F', ageBand: 'AGE_31_40', ethnicMinority: 'NO', religion: 'NO', youthUnion: 'NO', occupation: 'FARMER', enterpriseRelation: 'NOT_APPLICABLE', education: 'UPPER_SECONDARY' } as const;
      await world.write('STAFF@p', async (transaction) => await postFacts(transaction, [{ kind: 'TRANSFERRED', personId: people.moving, unitId, toUnitId, occurredOn: '2026-01-01', slices }]));
    }
  })();
  const splits = new Set<string>();
  for (let read = 0; read < 200 && (read < 30 || splits.size < 2); read += 1) {
    const { viewer } = await world.data<Page>('watcher', page);
    expect(viewer.supervisedUnits.reduce((sum, { members }) => sum + members, 0)).toBe(2);
    splits.add(viewer.supervisedUnits.map(({ unit, members }) => `${unit.code} ${members}`).toSorted().join(', '));
  }
  reading.over = true;
  await transferring;
  expect(splits.size).toBe(2);
});

test('the page sends the same statements for each unit, whatever their number', async () => {
  const count = async (units: readonly string[]) => {
    for (const unit of units) await assign(world, 'STAFF@d', opaque('Unit', unit), 'watcher');
    return (await statementsOf(async () => await world.data('watcher', page))).length;
  };
  // What is queued at a unit is one statement more.
  await world.owner.query('select app.compact(2147483647)');
  await world.data('watcher', page);
  const [one, three, twelve] = [await count(people.communes.slice(0, 1)), await count(people.communes.slice(1, 3)), await count(people.communes.slice(3))];
  expect((twelve - one) / 11, `${one}, ${three}, ${twelve}`).toBe((three - one) / 2);
  expect((three - one) / 2).toBeLessThanOrEqual(10);
});

test('the assignments of a page of units are one statement', async () => {
  for (const unit of people.communes.slice(0, 6)) await assign(world, 'STAFF@d', opaque('Unit', unit), 'watcher');
  const below = (first: number) => `{ unit(code: "p.d") { children(first: ${first}) { nodes { code supervisions(withHistory: true) { personName post unit { code } body { name } changes { version } viewerCanChange { can } } viewerCanAssignSupervisor { can } } } } }`;
  const listed = (first: number) => `{ supervisions(first: ${first}) { totalCount nodes { personName unit { code } } } }`;
  // Each alone: whether the units of both are read at the same moment is chance.
  for (const question of [below, listed]) {
    const [one, many] = [await statementsOf(async () => await world.data('STAFF@d', question(2))), await statementsOf(async () => await world.data('STAFF@d', question(13)))];
    expect(many.length, many.join('\n')).toBe(one.length);
  }
});
