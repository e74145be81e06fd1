import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, province, type OpenWorld } from '../world.ts';

/* The tree order is not the order of what somebody means: a commune of the first district stands before the district of the same name. */

const root = province('tinh').account('board@tinh', 'BOARD');
const first = root.child('DISTRICT_PARTY', 'mot', { name: 'Huyện Một' });
first.child('COMMUNE_PARTY', 'hoa', { name: 'Xã Đức Hòa' });
first.child('COMMUNE_PARTY', 'duc-hoa-cu', { name: 'Xã Bình Minh' });
first.child('COMMUNE_PARTY', 'giua', { name: 'Xã Mỹđức Hòa' });
root.child('DISTRICT_PARTY', 'hai', { name: 'Huyện Đức Hòa' });

let world: OpenWorld;
beforeAll(async () => {
  world = await open(root);
});
afterAll(async () => {
  await world.close();
});

interface Found {
  readonly units: { readonly nodes: { readonly code: string }[]; readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean } };
}

/** The codes that a search finds, a page after the other. */
async function find(search: string | null, first: number): Promise<string[]> {
  const codes: string[] = [];
  for (let after: string | null = null; ; ) {
    const { units }: Found = await world.data<Found>(
      'board@tinh',
      'query ($search: String, $first: Int!, $after: String) { units(filter: { search: $search }, orderBy: RELEVANCE, first: $first, after: $after) { nodes { code } pageInfo { endCursor hasNextPage } } }',
      { search, first, after },
    );
    codes.push(...units.nodes.map(({ code }) => code));
    if (!units.pageInfo.hasNextPage) return codes;
    after = units.pageInfo.endCursor;
  }
}

test.each([1, 2, 50])('a word of the name comes before a part of it and before the code, higher units first, %i to a page', async (first) => {
  for (const typed of ['duc hoa', 'Đức Hòa', 'duc-hoa']) {
    const names = ['tinh.hai', 'tinh.mot.hoa', 'tinh.mot.giua'];
    expect(await find(typed, first)).toEqual(typed === 'duc-hoa' ? ['tinh.mot.duc-hoa-cu'] : names);
  }
  expect(await find('hoa', first)).toEqual(['tinh.hai', 'tinh.mot.hoa', 'tinh.mot.giua', 'tinh.mot.duc-hoa-cu']);
});

test('signs that mean something in a pattern mean themselves', async () => {
  expect(await find('%', 50)).toEqual([]);
  expect(await find('_', 50)).toEqual([]);
});

test('where nothing is searched for, higher units come first', async () => {
  expect(await find(null, 2)).toEqual(['tinh', 'tinh.mot', 'tinh.hai', 'tinh.mot.hoa', 'tinh.mot.duc-hoa-cu', 'tinh.mot.giua']);
});
