import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeUnit, foundUnit, mergeUnits, moveUnit, postFacts, renameUnit, reverseEvent, type Fact } from '../../src/contexts/ledger/index.ts';
import { dataOf, fact, found, insertAccount, insertRoot, plainSlices, startTestServer, type TestAccount, type TestServer } from './support.ts';

let on: TestServer;
let count = 0;

beforeAll(async () => {
  on = await startTestServer();
});

afterAll(() => on.stop());

interface Tree {
  readonly name: string;
  readonly board: TestAccount;
  readonly root: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** A tree of its own for each test: two districts with two cells each. */
async function plant(): Promise<Tree> {
  count += 1;
  const name = `tinh-${count}`;
  const root = await insertRoot(on.owner, name);
  const board = await insertAccount(on.owner, `ban@${name}`, 'BOARD', root);
  const ids: Record<string, string> = { root };
  for (const district of ['a', 'b']) {
    ids[district] = await found(on, board.credential, { code: `${name}.${district}`, kind: 'DISTRICT_PARTY', parentId: root });
    for (const cell of ['1', '2']) ids[district + cell] = await found(on, board.credential, { code: `${name}.${district}.${cell}`, kind: 'GRASSROOTS_CELL', parentId: ids[district] });
  }
  return { name, board, root, ids };
}

/** Runs statements as the owner in one transaction and tells which constraint refused them; undefined where none did. */
async function refusalOf(statements: readonly (readonly [string, unknown[]])[]): Promise<string | undefined> {
  await on.owner.query('begin');
  try {
    for (const [text, values] of statements) await on.owner.query(text, values);
    await on.owner.query('set constraints all immediate');
    return undefined;
  } catch (error) {
    return (error as { constraint?: string; code: string }).constraint ?? (error as { code: string }).code;
  } finally {
    await on.owner.query('rollback');
  }
}

const insertPlacement = (unit: string, parent: string, from: string, to: string | null, under: string | null = null): [string, unknown[]] => [
  `insert into placement (unit_id, position, parent_id, valid, lo, hi, ancestors)
   select u.id, u.lo, p.id, daterange($3::date, $4::date), x.lo, x.lo + app.interval_width(p.depth + 1) - 1, place.ancestors || u.id
   from unit u, unit p, placement place, lateral (select app.next_position(p.lo, p.hi, p.depth + 1) as lo) x
   where u.id = $1 and p.id = $2 and place.unit_id = coalesce($5::uuid, p.id) and place.lo = (select lo from unit where id = coalesce($5::uuid, p.id))`,
  [unit, parent, from, to, under],
];
const endPlacement = (unit: string, on_: string): [string, unknown[]] => ['update placement set valid = daterange(lower(valid), $2::date) where unit_id = $1 and valid @> $2::date', [unit, on_]];
const followPlacement = (unit: string): [string, unknown[]] => [
  `update unit u set lo = p.lo, hi = p.hi, depth = cardinality(p.ancestors) - 1 from placement p where u.id = $1 and p.unit_id = u.id
   and p.lo = (select lo from placement where unit_id = u.id order by lower(valid) desc limit 1)`,
  [unit],
];

describe('the database refuses', () => {
  test('two parents at one instant, and takes one after the other', async () => {
    const { ids } = await plant();
    const second = insertPlacement(ids['a1']!, ids['b']!, '2020-01-01', null);
    expect(await refusalOf([endPlacement(ids['a1']!, '2020-01-01'), second, followPlacement(ids['a1']!)])).toBeUndefined();
    expect(await refusalOf([second])).toBe('placement_pkey');
  });

  test('a cycle: a unit below itself, and a unit below its own child', async () => {
    const { ids } = await plant();
    const move = (unit: string, parent: string) => [endPlacement(unit, '2020-01-01'), insertPlacement(unit, parent, '2020-01-01', null), followPlacement(unit)];
    expect(await refusalOf(move(ids['a1']!, ids['b']!))).toBeUndefined();
    expect(await refusalOf(move(ids['a']!, ids['a1']!))).toBeDefined();
    expect(await refusalOf(move(ids['a']!, ids['a']!))).toBeDefined();
    // With intervals and chains made up to fit, a cycle would still need two intervals that each hold the other.
    expect(await refusalOf([['update placement set parent_id = $2 where unit_id = $1', [ids['a'], ids['a1']]]])).toMatch(/^placement_/);
    expect(await refusalOf([
      ['update placement set parent_id = $2, ancestors = (select ancestors from placement where unit_id = $2) || unit_id where unit_id = $1', [ids['a'], ids['a1']]],
      ['update placement set parent_id = $2, ancestors = (select ancestors from placement where unit_id = $2) || unit_id where unit_id = $1', [ids['a1'], ids['a']]],
    ])).toMatch(/^placement_/);
  });

  test('a kind that its parent may not have', async () => {
    const { ids, name } = await plant();
    const child = (kind: string, parent: string): [string, unknown[]] => [
      `with u as (insert into unit (id, code, configuration, kind, name, depth, lo, hi, founded_on)
         select gen_random_uuid(), $3, p.configuration, $1, $1, p.depth + 1, x.lo, x.lo + app.interval_width(p.depth + 1) - 1, '2010-01-01'
         from unit p, lateral (select app.next_position(p.lo, p.hi, p.depth + 1) as lo) x where p.id = $2 returning *),
       n as (insert into unit_name (unit_id, position, name, valid) select id, lo, name, daterange(founded_on, null) from u),
       f as (insert into unit_profile (unit_id, position, valid, unit_type) select id, lo, daterange(founded_on, null), 'OTHER' from u)
       insert into placement (unit_id, position, parent_id, valid, lo, hi, ancestors)
       select u.id, u.lo, $2, daterange(u.founded_on, null), u.lo, u.hi, p.ancestors || u.id from u, placement p where p.unit_id = $2`,
      [kind, parent, `${name}.moi`],
    ];
    expect(await refusalOf([child('GRASSROOTS_CELL', ids['a']!)])).toBeUndefined();
    expect(await refusalOf([child('CELL', ids['a']!)])).toBe('placement_kind_allowed');
    expect(await refusalOf([child('DISTRICT_PARTY', ids['a']!)])).toBe('placement_kind_allowed');
    expect(await refusalOf([child('PROVINCIAL_PARTY', ids['root']!)])).toBe('placement_kind_allowed');
    expect(await refusalOf([child('NEW_COMMUNE_PARTY', ids['root']!)])).toBeDefined();
  });

  test('a unit of a kind that is not in force on the day of its foundation', async () => {
    const { ids } = await plant();
    const kind: [string, unknown[]] = [
      `insert into unit_kind (configuration, code, name_vi, name_en, tier, keeps_counters, keeps_slice_counters, valid_from, valid_to)
       values ('DISTRICT_TIER', 'OLD_PARTY', 'Đảng bộ cũ', 'Old', 'UPPER', true, true, '1990-01-01', '2010-01-01')`, []];
    const unit = (foundedOn: string): [string, unknown[]] => [
      `insert into unit (code, configuration, kind, name, depth, lo, hi, founded_on)
       select 'cu', 'DISTRICT_TIER', 'OLD_PARTY', 'cũ', 1, x.lo, x.lo + app.interval_width(1) - 1, $2::date from unit u, lateral (select app.next_position(u.lo, u.hi, 1) as lo) x where u.id = $1`,
      [ids['root'], foundedOn]];
    const inForce: [string, unknown[]] = ['set constraints unit_kind_in_force immediate', []];
    expect(await refusalOf([kind, inForce, unit('2010-01-01')])).toBe('unit_kind_in_force');
    // In force, only what it still lacks is missed.
    expect(await refusalOf([kind, inForce, unit('2009-12-31')])).toBe('unit_no_gap');
  });

  test("an interval that is not the unit's latest, and two intervals that overlap under one parent", async () => {
    const { ids } = await plant();
    expect(await refusalOf([['update unit set hi = hi - 1 where id = $1', [ids['a1']]]])).toBe('unit_interval_is_latest');
    expect(await refusalOf([['update placement set hi = (select hi from placement where unit_id = $2) where unit_id = $1', [ids['a1'], ids['a2']]]])).toBe('placement_intervals_apart');
  });

  test('a position where its parent has no room, and the use case says so', async () => {
    const { name, board, ids } = await plant();
    await on.owner.query('begin');
    await on.owner.query(
      `with made as (
         insert into unit (code, configuration, kind, name, depth, lo, hi, founded_on)
         select $2, 'DISTRICT_TIER', 'GRASSROOTS_CELL', 'cuối', 2, u.hi - app.interval_width(2) + 1, u.hi, '2000-01-01' from unit u where u.id = $1 returning id, lo, hi),
       named as (insert into unit_name (unit_id, position, name, valid) select id, lo, 'cuối', daterange('2000-01-01', null) from made),
       profiled as (insert into unit_profile (unit_id, position, valid, unit_type) select id, lo, daterange('2000-01-01', null), 'OTHER' from made)
       insert into placement (unit_id, position, parent_id, valid, lo, hi, ancestors)
       select made.id, made.lo, p.unit_id, daterange('2000-01-01', null), made.lo, made.hi, p.ancestors || made.id from made, placement p where p.unit_id = $1`,
      [ids['a'], `${name}.a.cuoi`],
    );
    await on.owner.query('commit');
    await expect(found(on, board.credential, { code: `${name}.a.3`, kind: 'GRASSROOTS_CELL', parentId: ids['a']! })).rejects.toThrow('NO_ROOM');
    expect(await found(on, board.credential, { code: `${name}.b.3`, kind: 'GRASSROOTS_CELL', parentId: ids['b']! })).toEqual(expect.any(String));
  });

  test("a closed unit's new child, and a unit that closes over an open child", async () => {
    const { ids, board, name } = await plant();
    const add = (parentId: string, code: string) => on.server.database.write(board.credential, (transaction) =>
      foundUnit(transaction, { code, kind: 'GRASSROOTS_CELL', parentId, configuration: 'DISTRICT_TIER', foundedOn: '2021-01-01', unitType: 'OTHER', areas: [], name: code }));
    const empty = await found(on, board.credential, { code: `${name}.c`, kind: 'DISTRICT_PARTY', parentId: ids['root']! });
    expect(await refusalOf([['update placement set valid = daterange(lower(valid), $2::date) where unit_id = $1', [empty, '2020-01-01']],
      ['update unit_name set valid = daterange(lower(valid), $2::date) where unit_id = $1', [empty, '2020-01-01']],
      ['update unit_profile set valid = daterange(lower(valid), $2::date) where unit_id = $1', [empty, '2020-01-01']],
      ['update unit set closed_on = $2::date where id = $1', [empty, '2020-01-01']]])).toBeUndefined();
    await on.server.database.write(board.credential, (transaction) => closeUnit(transaction, { unitId: empty, on: '2020-01-01', successorIds: [] }));
    expect(await add(empty, `${name}.c.1`)).toEqual({ refused: 'CLOSED' });
    expect(await refusalOf([endPlacement(ids['a1']!, '2021-01-01'), insertPlacement(ids['a1']!, empty, '2021-01-01', null), followPlacement(ids['a1']!)])).toBe('placement_parent_alive');
    expect(await refusalOf([endPlacement(ids['a']!, '2021-01-01')])).toBeDefined();
  });

  test.each(['unit_name', 'unit_profile', 'placement'])('a gap or an overlap in %s', async (table) => {
    const { ids } = await plant();
    const unit = ids['a1']!;
    const more = { unit_name: ['name', `'Tên khác'`], unit_profile: ['unit_type', `'SCHOOL'`], placement: ['parent_id, lo, hi, ancestors', 'parent_id, hi + 1, hi + 2, ancestors'] }[table]!;
    const place = table === 'placement' ? { column: '', select: '' } : { column: '', select: '' };
    const next = (from: string): [string, unknown[]] => [
      `insert into ${table} (unit_id, position, valid, ${more[0]}${place.column}) select unit_id, position, daterange('${from}', null), ${more[1]}${place.select} from ${table} where unit_id = $1 order by lower(valid) limit 1`,
      [unit],
    ];
    const end: [string, unknown[]] = [`update ${table} set valid = daterange(lower(valid), '2020-01-01') where unit_id = $1`, [unit]];
    const follow = table === 'placement' ? [followPlacement(unit)] : [];
    const step = table === 'placement' ? (from: string) => insertPlacement(unit, ids['b']!, from, null) : next;
    expect(await refusalOf([end, step('2020-01-01'), ...follow])).toBeUndefined();
    expect(await refusalOf([end, step('2020-01-02'), ...follow])).toBe(`${table}_no_gap`);
    expect(await refusalOf([end])).toBe(`${table}_no_gap`);
    expect(await refusalOf([end, step('2019-12-31'), ...follow])).toBe(`${table}_pkey`);
  });
});

const measures = ['members', 'admitted', 'transferredIn', 'transferredOut', 'reorganisedIn', 'reorganisedOut', 'units', 'unitsFounded', 'unitsClosed'] as const;

async function figures(tree: Tree, unit: string, args: string): Promise<Record<(typeof measures)[number], number>> {
  const code = unit === 'root' ? tree.name : `${tree.name}.${unit}`;
  const { unit: answer } = await dataOf<{ unit: { rollup: Record<string, { value: number }> } }>(on, tree.board.secret, `{ unit(code: "${code}") { rollup(${args}) { ${measures.map((measure) => `${measure} { value }`).join(' ')} } } }`);
  return Object.fromEntries(measures.map((measure) => [measure, answer.rollup[measure]!.value])) as Record<(typeof measures)[number], number>;
}

async function post(tree: Tree, facts: Fact[]): Promise<string[]> {
  const posted = await on.server.database.write(tree.board.credential, (transaction) => postFacts(transaction, facts));
  return posted.map((result) => {
    if ('refused' in result) throw new Error(result.refused);
    return result.eventId;
  });
}

const people = (number: number) => Array.from({ length: number }, () => randomUUID());

describe.each(['before', 'after'])('counted %s the compactor', (when) => {
  const compact = async () => {
    if (when === 'after') await on.owner.query('select app.compact(2147483647)');
  };

  test('TV-R-E: a transfer counts at both ends and cancels at the parent', async () => {
    const tree = await plant();
    const [somebody] = people(1) as [string];
    await post(tree, [fact('OPENING_OFFICIAL', somebody, tree.ids['a1']!, '2023-01-01'), fact('TRANSFERRED', somebody, tree.ids['a1']!, '2024-05-01', { toUnitId: tree.ids['a2']! })]);
    await compact();
    expect(await figures(tree, 'a.1', 'period: "2024"')).toMatchObject({ members: 0, transferredIn: 0, transferredOut: 1 });
    expect(await figures(tree, 'a.2', 'period: "2024"')).toMatchObject({ members: 1, transferredIn: 1, transferredOut: 0 });
    for (const above of ['a', 'root']) expect(await figures(tree, above, 'period: "2024"')).toMatchObject({ members: 1, transferredIn: 0, transferredOut: 0 });
    await post(tree, [fact('TRANSFERRED', somebody, tree.ids['a2']!, '2024-06-01', { toUnitId: tree.ids['b1']! })]);
    await compact();
    expect(await figures(tree, 'a', 'period: "2024"')).toMatchObject({ members: 0, transferredIn: 0, transferredOut: 1 });
    expect(await figures(tree, 'b', 'period: "2024"')).toMatchObject({ members: 1, transferredIn: 1, transferredOut: 0 });
    expect(await figures(tree, 'root', 'period: "2024"')).toMatchObject({ members: 1, transferredIn: 0, transferredOut: 0 });
  });

  test('TV-O-B: communes of 100 and 60 merge into one', async () => {
    const tree = await plant();
    const { a1: x, a2: y } = tree.ids as { a1: string; a2: string };
    const z = await found(on, tree.board.credential, { code: `${tree.name}.a.z`, kind: 'GRASSROOTS_CELL', parentId: tree.ids['a']!, foundedOn: '2025-07-01' });
    await post(tree, [
      ...people(100).map((person) => fact('OPENING_OFFICIAL', person, x, '2024-12-31')),
      ...people(60).map((person) => fact('OPENING_OFFICIAL', person, y, '2024-12-31')),
      ...people(3).map((person, index) => fact('ADMITTED', person, x, `2025-0${index + 1}-10`)),
      ...people(1).map((person) => fact('ADMITTED', person, y, '2025-04-10')),
    ]);
    expect(await on.server.database.write(tree.board.credential, (transaction) => mergeUnits(transaction, { unitIds: [x, y], successorId: z, on: '2025-07-01' }))).toEqual({});
    await post(tree, people(2).map((person) => fact('ADMITTED', person, z, '2025-09-10')));
    await compact();
    const wholeYear = 'period: "2025"';
    expect((await figures(tree, 'a.1', wholeYear)).admitted).toBe(3);
    expect((await figures(tree, 'a.2', wholeYear)).admitted).toBe(1);
    expect(await figures(tree, 'a.z', wholeYear)).toMatchObject({ admitted: 2, members: 166, reorganisedIn: 164, reorganisedOut: 0, transferredIn: 0 });
    expect(await figures(tree, 'a.z', 'period: "2025-07-01/2025-07-01"')).toMatchObject({ members: 164, admitted: 0, reorganisedIn: 164 });
    expect((await figures(tree, 'a.z', 'period: "2025-06-30/2025-06-30"')).members).toBe(0);
    expect(await figures(tree, 'a.1', wholeYear)).toMatchObject({ members: 0, reorganisedOut: 103 });
    expect(await figures(tree, 'a.2', wholeYear)).toMatchObject({ members: 0, reorganisedOut: 61 });
    expect(await figures(tree, 'a.z', `${wholeYear}, view: AS_IT_IS_NOW`)).toMatchObject({ admitted: 6, members: 166, reorganisedIn: 0 });
    for (const view of ['AS_IT_WAS', 'AS_IT_IS_NOW']) {
      for (const above of ['a', 'root']) expect(await figures(tree, above, `${wholeYear}, view: ${view}`)).toMatchObject({ admitted: 6, members: 166, reorganisedIn: 0, reorganisedOut: 0 });
    }
    // Restated onto the tree of the day before, nothing had been taken over.
    expect(await figures(tree, 'a.1', `${wholeYear}, view: AS_IT_IS_NOW, asOf: "2025-06-30"`)).toMatchObject({ admitted: 3, members: 103 });
  });

  test('a moved unit leaves its history with the old parent, and takes it along in the restated view', async () => {
    const tree = await plant();
    await post(tree, [...people(4).map((person) => fact('ADMITTED', person, tree.ids['a1']!, '2024-03-01')), ...people(2).map((person) => fact('ADMITTED', person, tree.ids['a2']!, '2024-03-01'))]);
    expect(await on.server.database.write(tree.board.credential, (transaction) => moveUnit(transaction, { unitId: tree.ids['a1']!, newParentId: tree.ids['b']!, on: '2025-01-01' }))).toEqual({});
    await post(tree, people(1).map((person) => fact('ADMITTED', person, tree.ids['a1']!, '2025-03-01')));
    await compact();
    expect(await figures(tree, 'a', 'period: "2024"')).toMatchObject({ admitted: 6, members: 6 });
    expect(await figures(tree, 'b', 'period: "2024"')).toMatchObject({ admitted: 0, members: 0 });
    expect(await figures(tree, 'a', 'period: "2025"')).toMatchObject({ admitted: 0, members: 2, reorganisedOut: 4, reorganisedIn: 0, units: 2 });
    expect(await figures(tree, 'b', 'period: "2025"')).toMatchObject({ admitted: 1, members: 5, reorganisedOut: 0, reorganisedIn: 4, units: 4 });
    expect(await figures(tree, 'root', 'period: "2025"')).toMatchObject({ admitted: 1, members: 7, reorganisedOut: 0, reorganisedIn: 0 });
    expect(await figures(tree, 'a', 'period: "2024", view: AS_IT_IS_NOW')).toMatchObject({ admitted: 2 });
    expect(await figures(tree, 'b', 'period: "2024", view: AS_IT_IS_NOW')).toMatchObject({ admitted: 4 });
    expect(await figures(tree, 'a', 'period: "2024", view: AS_IT_IS_NOW, asOf: "2024-12-31"')).toMatchObject({ admitted: 6, members: 6 });
    expect(await figures(tree, 'b', 'period: "2024", view: AS_IT_IS_NOW, asOf: "2024-12-31"')).toMatchObject({ admitted: 0, members: 0 });
    for (const view of ['AS_IT_WAS', 'AS_IT_IS_NOW']) expect((await figures(tree, 'a.1', `period: "2024", view: ${view}`)).admitted).toBe(4);
  });

  test('a rename changes names by date and no figure', async () => {
    const tree = await plant();
    await post(tree, people(2).map((person) => fact('ADMITTED', person, tree.ids['a1']!, '2024-03-01')));
    const before = await figures(tree, 'a.1', 'period: "2024"');
    expect(await on.server.database.write(tree.board.credential, (transaction) => renameUnit(transaction, { unitId: tree.ids['a1']!, name: 'Chi bộ Mới', from: '2024-06-01' }))).toEqual({});
    await compact();
    const { unit } = await dataOf<{ unit: object }>(on, tree.board.secret, `{ unit(code: "${tree.name}.a.1") { name before: name(asOf: "2024-05-31") names { name from to } } }`);
    expect(unit).toEqual({ name: 'Chi bộ Mới', before: `${tree.name}.a.1`, names: [{ name: `${tree.name}.a.1`, from: '2000-01-01', to: '2024-05-31' }, { name: 'Chi bộ Mới', from: '2024-06-01', to: null }] });
    expect(await figures(tree, 'a.1', 'period: "2024"')).toEqual(before);
  });

  test('a unit closes empty, and stays readable', async () => {
    const tree = await plant();
    const [somebody] = people(1) as [string];
    await post(tree, [fact('ADMITTED', somebody, tree.ids['a1']!, '2024-03-01')]);
    const close = () => on.server.database.write(tree.board.credential, (transaction) => closeUnit(transaction, { unitId: tree.ids['a1']!, on: '2024-12-01', successorIds: [tree.ids['a2']!] }));
    expect(await close()).toEqual({ refused: 'HAS_MEMBERS' });
    expect(await on.server.database.write(tree.board.credential, (transaction) => closeUnit(transaction, { unitId: tree.ids['a']!, on: '2024-12-01', successorIds: [] }))).toEqual({ refused: 'HAS_CHILDREN' });
    await post(tree, [fact('LEFT', somebody, tree.ids['a1']!, '2024-06-01')]);
    expect(await close()).toEqual({});
    expect(await close()).toEqual({ refused: 'CLOSED' });
    await compact();
    expect(await figures(tree, 'a.1', 'period: "2024"')).toMatchObject({ admitted: 1, members: 0, units: 0, unitsClosed: 1 });
    expect(await figures(tree, 'a', 'period: "2024"')).toMatchObject({ admitted: 1, units: 2, unitsClosed: 1 });
    expect(await figures(tree, 'a.2', 'period: "2024", view: AS_IT_IS_NOW')).toMatchObject({ admitted: 1 });
  });

  test('a reversed event is as if it had not been, and only once', async () => {
    const tree = await plant();
    const [first, second] = people(2) as [string, string];
    const [event] = await post(tree, [fact('ADMITTED', first, tree.ids['a1']!, '2024-03-01'), fact('ADMITTED', second, tree.ids['a1']!, '2024-03-02')]);
    const reverse = () => on.server.database.write(tree.board.credential, (transaction) => reverseEvent(transaction, { eventId: event! }));
    const reversal = await reverse();
    if ('refused' in reversal) throw new Error(reversal.refused);
    expect(await reverse()).toHaveProperty('refused');
    expect(await on.server.database.write(tree.board.credential, (transaction) => reverseEvent(transaction, reversal))).toHaveProperty('refused');
    await compact();
    for (const unit of ['a.1', 'a', 'root']) expect(await figures(tree, unit, 'period: "2024"')).toMatchObject({ admitted: 1, members: 1 });
    const { unit } = await dataOf<{ unit: { rollup: { admitted: { evidence: { sum: number; totalCount: number } } } } }>(on, tree.board.secret, `{ unit(code: "${tree.name}.a") { rollup(period: "2024") { admitted { evidence(first: 9) { sum totalCount } } } } }`);
    expect(unit.rollup.admitted.evidence).toEqual({ sum: 1, totalCount: 1 });
    // The person can be admitted anew.
    await post(tree, [fact('ADMITTED', first, tree.ids['a2']!, '2024-04-01', { slices: { ...plainSlices, gender: 'M' } })]);
    expect(await figures(tree, 'a', 'period: "2024"')).toMatchObject({ admitted: 2, members: 2 });
  });

  test('somebody whose leaving is reversed has stood there since they came, not since the day of the leaving', async () => {
    const tree = await plant();
    const [somebody] = people(1) as [string];
    const [, leaving] = await post(tree, [fact('ADMITTED', somebody, tree.ids['a1']!, '2024-01-10'), fact('LEFT', somebody, tree.ids['a1']!, '2024-09-01')]);
    expect(await on.server.database.write(tree.board.credential, (transaction) => reverseEvent(transaction, { eventId: leaving! }))).toHaveProperty('eventId');
    await post(tree, [fact('RECOGNISED', somebody, tree.ids['a1']!, '2024-06-01')]);
    expect(await figures(tree, 'a', 'period: "2024-06-01/2024-06-01"')).toMatchObject({ members: 1 });
  });

  test('a unit may end on the day on which a term of it was to begin, and not on the day of its latest name', async () => {
    const tree = await plant();
    const close = (unit: string, on_: string) => on.server.database.write(tree.board.credential, (transaction) => closeUnit(transaction, { unitId: unit, on: on_, successorIds: [tree.ids['a2']!] }));
    await on.owner.query(`insert into term (unit_id, position, ordinal, label, valid) select id, lo, 1, '2024–2029', daterange('2024-06-01', '2029-06-01') from unit where id = $1`, [tree.ids['a1']!]);
    expect(await on.server.database.write(tree.board.credential, (transaction) => renameUnit(transaction, { unitId: tree.ids['a1']!, name: 'Chi bộ Mới', from: '2024-05-01' }))).toEqual({});
    expect(await close(tree.ids['a1']!, '2024-05-01')).toEqual({ refused: 'DATE_NOT_POSSIBLE' });
    expect(await close(tree.ids['a1']!, '2024-04-01')).toEqual({ refused: 'DATE_NOT_POSSIBLE' });
    expect(await close(tree.ids['a1']!, '2024-06-01')).toEqual({});
  });
});
