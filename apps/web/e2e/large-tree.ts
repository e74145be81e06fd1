import type { Page } from '@playwright/test';

/** A tree of twelve thousand units: so many below the first, below each of these, and so on. */
const widths = [20, 20, 29] as const;
const tiers = ['PROVINCE', 'UPPER', 'GRASSROOTS', 'CELL'] as const;
const labels = ['Cấp tỉnh', 'Cấp huyện', 'Cơ sở', 'Chi bộ'] as const;
const counts = widths.reduce<number[]>((sums, width) => [...sums, sums.at(-1)! * width], [1]);

/** How many units it has, the first included. */
export const units = counts.reduce((sum, count) => sum + count, 0);

type Viewer = object;

/** The id of a unit is the way to it, `u-3-7-0`. */
const pathOf = (id: string) => id.split('-').slice(1).map(Number);
const below = (path: readonly number[]) => Array.from({ length: widths[path.length] ?? 0 }, (_, index) => [...path, index]);
const kindOf = (level: number) => ({ __typename: 'UnitKind', code: tiers[level], name: labels[level], tier: tiers[level], tierLabel: labels[level] });

function unit(path: readonly number[]) {
  const figure = (value: number) => ({ __typename: 'Figure', value });
  return {
    __typename: 'Unit',
    id: ['u', ...path].join('-'),
    code: `u.${path.join('.')}`,
    name: `${labels[path.length]} số ${path.join('.')}`,
    tier: tiers[path.length],
    kind: kindOf(path.length),
    counts: { __typename: 'UnitCounts', children: widths[path.length] ?? 0 },
    rollup: { __typename: 'Rollup', members: figure(40 - path.length), admitted: figure((path.at(-1) ?? 0) % 9) },
  };
}

function children(root: string, id: string) {
  const nodes = below(id === root ? [] : pathOf(id)).map(unit);
  return { __typename: 'Unit', id, children: { __typename: 'UnitConnection', totalCount: nodes.length, pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null }, nodes } };
}

/** A hundred of the smallest units, with the way to each. */
function hits(root: string) {
  const found = Array.from({ length: 100 }, (_, index) => [index % 20, Math.floor(index / 20), 7]);
  const nodes = found.map((path) => ({ ...unit(path), ancestors: [{ ...unit([]), id: root }, ...[1, 2].map((length) => unit(path.slice(0, length)))].map((above) => ({ ...above, __typename: 'UnitStub' })) }));
  return { __typename: 'UnitConnection', totalCount: 400, nodes };
}

/** Lets a tree hang from the unit of the page that is larger than any of the demonstration. The page itself is answered by the server. */
export async function growLargeTree(page: Page): Promise<void> {
  let viewer: Viewer = {};
  let root = '';
  await page.route('**/graphql', async (route) => {
    const { operationName, variables } = route.request().postDataJSON();
    const answer = (data: object) => route.fulfill({ json: { data: { viewer, ...data } } });
    switch (operationName) {
      case 'UnitTree': {
        const response = await route.fetch();
        const body = await response.json();
        viewer = body.data.viewer;
        root = body.data.viewer.unit.id;
        body.data.viewer.own.counts.children = widths[0];
        return await route.fulfill({ response, json: body });
      }
      case 'KindsOfUnits':
        return await answer({ unit: { __typename: 'Unit', id: root, counts: { __typename: 'UnitCounts', unitsByKind: counts.map((count, level) => ({ __typename: 'KindCount', count, kind: kindOf(level) })) } } });
      case 'UnitsBelow':
        return await answer({ unit: children(root, variables.unit) });
      case 'UnitsBelowEach':
        return await answer({ nodes: variables.ids.map((id: string) => children(root, id)) });
      case 'UnitSearch':
        return await answer({ units: hits(root) });
      case 'UnitRows':
        return await answer({ nodes: variables.ids.map((id: string) => (id === root ? { ...unit([]), id } : unit(pathOf(id)))) });
      default:
        return await route.continue();
    }
  });
}
