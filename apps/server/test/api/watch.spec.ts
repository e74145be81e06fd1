import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld, type UnitBuilder } from '../world.ts';
import { statementsOf } from './statement-support.ts';
import { give } from './target-support.ts';

/* Watch lists: what deserves a look although no step is late. */

let world: OpenWorld;
const unit: Record<string, UnitBuilder> = {};
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));
const monthsFrom = (months: number) => {
  const [y = 0, m = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(y, m - 1 + months, 15)).toISOString().slice(0, 10);
};

/** Somebody on the way in a unit, with the day of the certificate. */
async function candidate(at: UnitBuilder, state: string, certificateOn: string | null, name: string, lastOn = `${year - 3}-01-02`): Promise<void> {
  const id = randomUUID();
  await world.owner.query(
    `with p as (insert into person (id, unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state)
       select $1, u.id, u.lo, $2, '1999-01-01', 'F', 'NO', 'OTHER', 'UNKNOWN', 'UNKNOWN', 'CANDIDATE' from unit u where u.id = $3 returning id, position)
     insert into candidacy (id, person_id, position, state, rule_pack, began_on, last_on, certificate_on) select p.id, p.id, p.position, $4, 'RULES_2016', '2015-01-02', $6, $5::date from p`,
    [id, name, at.id, state, certificateOn, lastOn],
  );
}

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF').account('observer', 'OBSERVER').account('board', 'BOARD');
  const district = tree.district('d').account('staff', 'STAFF');
  const commune = district.commune('c').account('secretary', 'SECRETARY');
  const [a, b, c, old] = ['a', 'b', 'c', 'old'].map((code) => commune.cell(code)) as [UnitBuilder, UnitBuilder, UnitBuilder, UnitBuilder];
  const young = commune.child('CELL', 'young', { foundedOn: `${year - 1}-12-01` });
  const other = tree.district('e').account('neighbour', 'STAFF');
  const far = other.commune('f').cell('1');
  Object.assign(unit, { tree, district, commune, a, b, c, old, young, other, far });
  for (const cell of [a, b, c, old]) for (let index = 0; index < 10; index += 1) cell.member(`Người ${cell.code} ${index}`, '2015-01-01');
  c.person('Cúc').happens('ADMITTED', `${year}-01-09`);
  old.person('Ông').happens('ADMITTED', `${year - 6}-03-04`);
  b.person('Ba').happens('ADMITTED', `${year - 2}-03-04`);
  world = await open(tree);
  await candidate(a, 'TRAINED', `${year - 1}-03-01`, 'Lâu nhất');
  await candidate(a, 'SUBMITTED', `${year - 1}-05-01`, 'Lâu nhì');
  await candidate(a, 'TRAINED', `${year - 1}-06-01`, 'Lâu ba');
  await candidate(a, 'LISTED', null, 'Chưa học');
  await candidate(c, 'TRAINED', monthsFrom(-58), 'Sắp hết hạn');
  await candidate(c, 'FILE_OPEN', `${year - 1}-03-01`, 'Còn lâu');
  await candidate(old, 'TRAINED', monthsFrom(-80), 'Đã hết hạn');
  await candidate(far, 'TRAINED', `${year - 1}-01-01`, 'Nơi khác');
  await world.owner.query('analyze');
}, 120_000);
afterAll(async () => {
  await world.close();
});

interface Told {
  readonly totalCount: number;
  readonly nodes: readonly { readonly since: string | null; readonly count: number | null; readonly percent: number | null; readonly name: string | null; readonly unit: { readonly code: string } | null; readonly candidacy: { readonly person: { readonly fullName: string } } | null }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const fields = 'totalCount nodes { since count percent name unit { code } candidacy { person { fullName } } } pageInfo { hasNextPage endCursor }';

async function list(account: string, name: string, parameters: object = {}, page: object = {}): Promise<Told> {
  const query = `query($list: WatchList!, $parameters: WatchParameters, $first: Int!, $after: String, $unit: ID) { watchList(list: $list, parameters: $parameters, first: $first, after: $after, unit: $unit) { ${fields} } }`;
  return (await world.data<{ watchList: Told }>(account, query, { list: name, parameters, first: 50, ...page })).watchList;
}

async function counts(account: string, parameters: object = {}, of?: string): Promise<Record<string, [number, number, number | null]>> {
  const query = 'query($parameters: WatchParameters, $unit: ID) { watchCounts(parameters: $parameters, unit: $unit) { list count base othersPercent } }';
  const { watchCounts } = await world.data<{ watchCounts: { list: string; count: number; base: number; othersPercent: number | null }[] }>(account, query, { parameters, unit: of });
  return Object.fromEntries(watchCounts.map(({ list: name, count, base, othersPercent }) => [name, [count, base, othersPercent]]));
}

const codes = ({ nodes }: Told) => nodes.map((node) => node.unit?.code.replace('p.d.c.', ''));

describe('the watch list', () => {
  test('TV-S1-F: of units with sources but no admission holds only the one with sources and none admitted, with whoever waits longest', async () => {
    const { nodes, totalCount } = await list('staff', 'SOURCES_WITHOUT_ADMISSION');
    expect(nodes).toEqual([{ since: `${year - 1}-03-01`, count: 3, percent: null, name: null, unit: { code: 'p.d.c.a' }, candidacy: { person: { fullName: 'Lâu nhất' } } }]);
    expect(totalCount).toBe(1);
    expect((await counts('staff'))['SOURCES_WITHOUT_ADMISSION']).toEqual([1, 2, 50]);
    // Within a period in which the admission does not lie, the other one stands on the list too.
    expect(codes(await list('staff', 'SOURCES_WITHOUT_ADMISSION', { period: `${year}-02-01/${year}-12-31` }))).toEqual(['c', 'a']);
    // The organisation admitted somebody, whichever of its cells did.
    expect(await list('staff', 'SOURCES_WITHOUT_ADMISSION', { tier: 'ORGANISATIONS' })).toMatchObject({ totalCount: 0 });
    expect(codes(await list('staff', 'SOURCES_WITHOUT_ADMISSION', { tier: 'ORGANISATIONS', period: `${year}-02-01/${year}-12-31` }))).toEqual(['p.d.c']);
  });

  test('TV-S1-F: an organisation admitted whom a cell of it admitted that is no more', async () => {
    // Its names, its place and its profile end with it elsewhere: here its last day is enough.
    await world.owner.query('alter table unit disable trigger user');
    const close = 'update unit set closed_on = $2::date where id = $1';
    await world.owner.query(close, [unit['c']!.id, today]);
    expect(codes(await list('staff', 'SOURCES_WITHOUT_ADMISSION'))).toEqual(['a']);
    expect(await list('staff', 'SOURCES_WITHOUT_ADMISSION', { tier: 'ORGANISATIONS' })).toMatchObject({ totalCount: 0 });
    expect(await list('staff', 'NO_ADMISSION', { tier: 'ORGANISATIONS' })).toMatchObject({ totalCount: 0 });
    await world.owner.query(close, [unit['c']!.id, null]);
    await world.owner.query('alter table unit enable trigger user');
  });

  test('TV-S1-F: counts somebody who was dropped within the period, and nobody who was dropped before', async () => {
    await candidate(unit['b']!, 'DROPPED', `${year - 2}-03-01`, 'Bỏ cuộc', `${year}-02-02`);
    expect(codes(await list('staff', 'SOURCES_WITHOUT_ADMISSION'))).toEqual(['b', 'a']);
    expect((await list('staff', 'SOURCES_WITHOUT_ADMISSION')).nodes[0]?.candidacy).toBeNull();
    await world.owner.query(`update candidacy set last_on = '${year - 1}-12-31' where state = 'DROPPED'`);
    expect(codes(await list('staff', 'SOURCES_WITHOUT_ADMISSION'))).toEqual(['a']);
  });

  test.each([
    [1, ['a', 'old', 'b']],
    [2, ['a', 'old', 'b']],
    [3, ['a', 'old']],
    [5, ['a', 'old']],
  ])('of no admission for %i years counts a unit that never admitted anybody from its foundation', async (years, expected) => {
    const told = await list('staff', 'NO_ADMISSION', { years });
    expect(codes(told)).toEqual(expected);
    expect(told.nodes[0]).toMatchObject({ since: '2010-01-01', count: 0 });
    expect(told.nodes[1]).toMatchObject({ since: `${year - 6}-03-04`, count: null });
  });

  test('of no admission goes by the term in force where that is asked', async () => {
    expect(await list('staff', 'NO_ADMISSION', { sinceTerm: true })).toMatchObject({ totalCount: 0 });
    await world.owner.query(`insert into term (unit_id, position, ordinal, label, valid) select id, lo, 1, 'I', daterange('${year - 4}-01-01', null) from unit where id = $1`, [unit['district']!.id]);
    expect(codes(await list('staff', 'NO_ADMISSION', { sinceTerm: true }))).toEqual(['a', 'old']);
    await world.owner.query('delete from term');
  });

  test('of no source holds the units with nobody on the list', async () => {
    expect(codes(await list('staff', 'NO_SOURCE'))).toEqual(['b', 'young']);
    expect(await list('staff', 'NO_SOURCE', { tier: 'ORGANISATIONS' })).toMatchObject({ totalCount: 0 });
    expect((await counts('staff'))['NO_SOURCE']).toEqual([2, 5, 60]);
  });

  test('of certificates about to expire goes by their last day, and leaves out those that have expired', async () => {
    expect((await list('staff', 'CERTIFICATES_EXPIRING')).nodes).toMatchObject([{ since: monthsFrom(2), unit: { code: 'p.d.c.c' }, candidacy: { person: { fullName: 'Sắp hết hạn' } } }]);
    expect(await list('staff', 'CERTIFICATES_EXPIRING', { months: 1 })).toMatchObject({ totalCount: 0 });
    expect((await counts('staff'))['CERTIFICATES_EXPIRING']?.slice(0, 2)).toEqual([1, 5]);
  });

  test('of units behind pace takes what was asked of them and the tolerance, the one that misses most first', async () => {
    const period = String(year);
    await give(world, 'all', opaque('Unit', unit['c']!.id), { low: 30 });
    await give(world, 'all', opaque('Unit', unit['a']!.id), { low: 60 });
    await give(world, 'all', opaque('Unit', unit['b']!.id), { low: 4 });
    const told = await list('staff', 'BEHIND_PACE', { period });
    expect(codes(told)).toEqual(['a', 'c']);
    expect(told.nodes[1]).toMatchObject({ percent: 3.3 });
    expect((await counts('staff'))['BEHIND_PACE']?.slice(0, 2)).toEqual([2, 3]);
    expect(await list('staff', 'BEHIND_PACE', { period, tolerance: 100 })).toMatchObject({ totalCount: 0 });
    await world.owner.query('truncate target, allocation, target_version, allocation_draft cascade');
  });

  test('of a rate below the guideline takes the last whole year and its base', async () => {
    expect(codes(await list('staff', 'RATE_BELOW'))).toEqual(['p.d.c']);
    expect((await list('staff', 'RATE_BELOW')).nodes[0]).toMatchObject({ count: 0, percent: 0 });
    // Two members came in the years before: one of 42 is 2.4 per cent.
    expect((await list('staff', 'RATE_BELOW', { period: String(year) })).nodes[0]).toMatchObject({ count: 1, percent: 2.4 });
    expect(await list('staff', 'RATE_BELOW', { period: String(year), percent: 2.38 })).toMatchObject({ totalCount: 0 });
    expect(await list('staff', 'RATE_BELOW', { period: String(year), percent: 2.39 })).toMatchObject({ totalCount: 1 });
  });

  test('TV-T-H: of places: 1,702 of 1,718 have a cell of their own, which is 99.1 per cent', async () => {
    await world.owner.query(
      `insert into locality (unit_id, position, recorder_name, name, since, own_cell_since, shared_cell_since, member_since)
       select u.id, u.lo, 'Ai đó', 'Thôn ' || n, '2015-01-01', case when n > 16 then date '2016-01-01' end, case when n <= 6 then date '2016-01-01' end, case when n <> 9 then date '2016-01-01' end
       from unit u cross join generate_series(1, 1718) n where u.id = $1`,
      [unit['commune']!.id],
    );
    expect((await counts('staff'))['PLACES']).toEqual([10, 1718, 99.4]);
    expect((await counts('staff', { places: 'SHARED_CELL' }))['PLACES']).toEqual([6, 1718, 99.7]);
    expect(await list('staff', 'PLACES', { places: 'WITHOUT_MEMBER' })).toMatchObject({ totalCount: 1, nodes: [{ name: 'Thôn 9', unit: { code: 'p.d.c' } }] });
    await world.owner.query('update locality set shared_cell_since = null');
    expect((await counts('staff'))['PLACES']).toEqual([16, 1718, 99.1]);
    await world.owner.query('delete from locality');
  });
});

describe('watch lists', () => {
  test('are made inside the scope, of the unit that is asked, for those who work with people', async () => {
    expect(codes(await list('all', 'SOURCES_WITHOUT_ADMISSION'))).toEqual(['p.e.f.1', 'a']);
    expect(await list('neighbour', 'SOURCES_WITHOUT_ADMISSION', {}, { unit: opaque('Unit', unit['commune']!.id) })).toMatchObject({ totalCount: 0 });
    expect(await counts('neighbour', {}, opaque('Unit', unit['commune']!.id))).toEqual({});
    expect(codes(await list('all', 'SOURCES_WITHOUT_ADMISSION', {}, { unit: opaque('Unit', unit['other']!.id) }))).toEqual(['p.e.f.1']);
    const { errors } = await world.ask('observer', '{ watchCounts { count } }');
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN_FOR_ROLE');
  });

  test('are read page by page, each row once', async () => {
    for (const name of ['NO_SOURCE', 'NO_ADMISSION']) {
      const whole = codes(await list('all', name));
      const seen: (string | undefined)[] = [];
      let after: string | null = null;
      do {
        const page: Told = await list('all', name, {}, { first: 1, after });
        expect(page.totalCount).toBe(whole.length);
        seen.push(...codes(page));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(whole);
    }
  });

  test.each([
    ['years', { years: 4 }], ['tolerance', { tolerance: 101 }], ['percent', { percent: 2.345 }], ['base', { base: 'FIXED_NUMBER' }], ['months', { months: 0 }],
  ])('refuse %s that mean nothing', async (_what, parameters) => {
    const { errors } = await world.ask('staff', 'query($parameters: WatchParameters) { watchCounts(parameters: $parameters) { count } }', { parameters });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('are counted in one transaction and a constant number of statements', async () => {
    const ask = async (account: string) => await statementsOf(async () => await world.data(account, '{ watchCounts { list count } }'));
    await ask('all');
    const [few, many] = [await ask('neighbour'), await ask('all')];
    expect(many.filter((text) => text.startsWith('begin'))).toHaveLength(1);
    expect(many.length).toBeLessThanOrEqual(few.length + 3);
    expect(many.length).toBeLessThanOrEqual(24);
  });
});
