import { afterAll, beforeAll, expect, test } from 'vitest';
import { todoGroups } from '@banyan/schema/lifecycle';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { candidate, introduce, passed, walk } from './candidacy-support.ts';
import { accept, issued, sign } from './transfer-support.ts';

/* Letters of transfer among what is to be done: each in one part of the list, in the order of limits with the candidacies there. */

let world: OpenWorld;
const unit: Record<'here' | 'sister', string> = { here: '', sister: '' };
const members: { readonly uuid: string; readonly id: string }[] = [];

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d');
  const [home, sister] = [district.commune('c').cell('1'), district.commune('s').cell('1')];
  for (const letter of 'ABCDEFGHIJKL') {
    const { id } = home.member(`Lò Văn ${letter}a`, '2020-01-01');
    members.push({ uuid: id, id: opaque('Person', id) });
  }
  home.account('cell', 'SECRETARY');
  district.account('district', 'STAFF').account('board', 'BOARD');
  sister.account('sister', 'SECRETARY');
  tree.district('e').commune('c').cell('1').account('far', 'SECRETARY');
  Object.assign(unit, { here: opaque('Unit', home.id), sister: opaque('Unit', sister.id) });
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

interface Item {
  readonly candidacy: { readonly id: string; readonly deadline: { readonly dueOn: string } | null } | null;
  readonly letter: { readonly id: string; readonly presentation: { readonly dueOn: string }; readonly start: { readonly dueOn: string } | null } | null;
}
interface Todo {
  readonly counts: { readonly group: string; readonly count: number }[];
  readonly days: { readonly day: string; readonly count: number }[];
  readonly items: { readonly totalCount: number; readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }; readonly nodes: Item[] };
}

const idOf = ({ candidacy, letter }: Item) => candidacy?.id ?? letter?.id ?? '';

const day = (days: number) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

async function todo(account: string, group: string, first = 100, after: string | null = null): Promise<Todo> {
  const item = 'candidacy { id deadline { dueOn } } letter { id presentation { dueOn } start { dueOn } }';
  const text = `query($group: TodoGroup!, $first: Int!, $after: String) { todo { counts { group count } days { day count } items(group: $group, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { ${item} } } } }`;
  return (await world.data<{ todo: Todo }>(account, text, { group, first, after })).todo;
}

/** The parts in which a letter stands for an account. */
async function partsOf(account: string, letter: string): Promise<string[]> {
  const lists = await Promise.all(todoGroups.map(async (group) => ({ group, nodes: (await todo(account, group)).items.nodes })));
  return lists.filter(({ nodes }) => nodes.some((item) => item.letter?.id === letter)).map(({ group }) => group);
}

/** A letter from here to the sister cell whose limits run out in so many days. */
async function letterDue(days: number, start: number | null = null) {
  const person = members.pop()!;
  const { letter } = await issued(world, 'district', person.id, { toUnit: unit.sister });
  await world.owner.query(`update transfer set due_on = $2::date, start_due_on = $3::date, moved_on = case when $3::date is null then null else issued_on end where person_id = $1`, [person.uuid, day(days), start === null ? null : day(start)]);
  return letter;
}

test('a letter stands by its limit in one part for who signs it, and for the sender once its limit ran out', async () => {
  const [late, near, far, begun] = [await letterDue(-1), await letterDue(7), await letterDue(20), await letterDue(20, -3)];
  const stands = async (account: string) => await Promise.all([late, near, far, begun].map(async ({ id }) => await partsOf(account, id)));
  expect(await stands('sister')).toEqual([['OVERDUE'], ['THIS_WEEK'], ['WAITING_FOR_ME'], ['OVERDUE']]);
  expect(await stands('cell')).toEqual([['OVERDUE'], [], [], ['OVERDUE']]);
  // Whoever sees both sides has it once; a board signs nothing, so that nothing waits for it.
  expect(await stands('district')).toEqual([['OVERDUE'], ['THIS_WEEK'], ['WAITING_FOR_ME'], ['OVERDUE']]);
  expect(await stands('board')).toEqual([['OVERDUE'], ['THIS_WEEK'], ['COMING'], ['OVERDUE']]);
  expect(await stands('far')).toEqual([[], [], [], []]);
  await accept(world, 'sister', near, day(0));
  await sign(world, 'district', 'cancelTransfer', { transfer: late.id, expectedVersion: 1, reason: 'Cấp nhầm' });
  expect((await stands('sister')).slice(0, 2)).toEqual([[], []]);
});

test('letters and candidacies of a part are ordered together, page after page, and counted together', async () => {
  for (const [index, on] of [-30, -20, -10].entries()) {
    const added = await candidate(world, 'district', unit.here, { fullName: `Bế Thị ${'abc'[index]}`, on: day(-200) });
    const filed = await walk(world, 'district', added, [
      ['LISTED', day(-190)], ['CERTIFIED', day(-180), { certificateNumber: '1' }], ['FILE_OPENED', day(-170)], ['VERIFICATION_STARTED', day(-160)],
    ]);
    await introduce(world, 'district', filed, day(-165));
    const proposed = await walk(world, 'district', filed, [['CELL_PROPOSED', day(-150), { vote: passed }]]);
    await world.owner.query('update candidacy set due_on = $2 where id = $1', [Buffer.from(proposed.id, 'base64url').toString().split(':')[1], day(on)]);
    await letterDue(on + 5);
  }
  const { items: all, counts } = await todo('district', 'OVERDUE');
  const due = all.nodes.map(({ candidacy, letter }) => candidacy?.deadline?.dueOn ?? [letter!.presentation.dueOn, letter!.start?.dueOn ?? '9'].toSorted()[0]!);
  expect(due).toEqual(due.toSorted());
  expect(new Set(all.nodes.map(({ letter }) => letter === null))).toEqual(new Set([true, false]));
  expect(all.totalCount).toBe(all.nodes.length);
  expect(counts.find(({ group }) => group === 'OVERDUE')?.count).toBe(all.totalCount);
  const walked: string[] = [];
  for (let after: string | null = null, isMore = true; isMore; ) {
    const { items }: Todo = await todo('district', 'OVERDUE', 2, after);
    walked.push(...items.nodes.map(idOf));
    [after, isMore] = [items.pageInfo.endCursor, items.pageInfo.hasNextPage];
  }
  expect(walked).toEqual(all.nodes.map(idOf));
});

test('the days of the next weeks hold what the parts hold', async () => {
  await letterDue(0);
  await letterDue(42);
  const { days, items } = await todo('district', 'THIS_WEEK');
  expect(days.map(({ day: on }) => on)).toEqual(days.map(({ day: on }) => on).toSorted());
  expect(days.filter(({ day: on }) => on <= day(7)).reduce((sum, { count }) => sum + count, 0)).toBe(items.totalCount);
  expect([days[0], days.at(-1)]).toMatchObject([{ day: day(0) }, { day: day(42) }]);
});
