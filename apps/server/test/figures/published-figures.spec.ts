import { demonstrationPassword, publishedFigures, type PublishedFigure } from '@banyan/demo';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, dataOf, startTestServer, type TestServer } from '../api/support.ts';
import { demonstrationDatabase, demonstrationNow } from './demonstration.ts';

/** Who sees each of the units that the figures are about. */
const accountOf: Readonly<Record<string, string>> = {
  'long-an': 'board@long-an',
  'hai-phong': 'board@hai-phong',
  'nam-dinh.hai-hau': 'staff@hai-hau',
  'quang-binh.khoi-co-quan': 'staff@khoi-co-quan',
  'quang-nam.bac-tra-my.tra-nu': 'secretary@tra-nu',
};

/** Lists longer than this are counted in the database too, and recounted over the evidence of the units directly below: each page sums the whole list. */
const longList = 1_000;

let on: TestServer;
const secrets = new Map<string, string>();

beforeAll(async () => {
  on = await startTestServer(await demonstrationDatabase(), { now: () => demonstrationNow });
  for (const account of new Set(Object.values(accountOf))) {
    const answer = await ask<{ signIn: { viewer?: object } }>(on, 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInSucceeded { viewer { role } } } }', {
      input: { account, password: demonstrationPassword },
    });
    expect(answer.data?.signIn.viewer).toBeDefined();
    secrets.set(account, answer.cookies.find((cookie) => cookie.name === 'sid')!.value);
  }
}, 480_000);

afterAll(async () => {
  await on.stop();
  await on.database.drop();
});

function fieldOf(measure: string): string {
  return measure.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

interface Evidence {
  sum: number;
  totalCount: number;
  withheld: number;
  nodes: { id: string; delta: number; entries: { delta: number; occurredOn: string }[] }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function ofUnit<T>(figure: PublishedFigure, selection: string, variables: Record<string, unknown> = {}, declared = ''): Promise<T> {
  const secret = secrets.get(accountOf[figure.unitCode]!)!;
  const { unit } = await dataOf<{ unit: T }>(on, secret, `query ($code: String! ${declared}) { unit(code: $code) { ${selection} } }`, { code: figure.unitCode, ...variables });
  return unit;
}

/** The codes of the units directly below a unit at the end of a figure's days. */
async function codesBelow(figure: PublishedFigure, code: string): Promise<string[]> {
  const codes: string[] = [];
  for (let cursor: string | null = null, more = true; more;) {
    const { children }: ChildrenPage = await ofUnit(
      figure,
      'children(asOf: $asOf, first: 40, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } }',
      { code, asOf: daysOf(figure)[1], after: cursor },
      '$asOf: Date $after: String',
    );
    codes.push(...children.nodes.map((child) => child.code));
    [cursor, more] = [children.pageInfo.endCursor, children.pageInfo.hasNextPage];
  }
  return codes;
}

function periodOf(figure: PublishedFigure): string {
  return 'day' in figure.at ? `${figure.at.day}/${figure.at.day}` : figure.at.period;
}

/** The first and the last day that a figure counts. */
function daysOf({ at }: PublishedFigure): [string, string] {
  if ('day' in at) return ['-infinity', at.day];
  const [from = '', to = ''] = at.period.includes('/') ? at.period.split('/') : [`${at.period}-01-01`, `${at.period}-12-31`];
  return [from, to];
}

/** The figure as the roll-up tells it: its value, its slice, or its mean. */
async function rolledUp(figure: PublishedFigure): Promise<number> {
  const field = fieldOf(figure.measure);
  const [first, ...others] = figure.where;
  const asked = first
    ? `by(dimension: ${first.dimension}, where: $where) { base kind slices { key value share } }`
    : `value ${figure.meanOverYears ? 'mean { value divisor }' : ''}`;
  const { rollup } = await ofUnit<{ rollup: Record<string, { value: number; mean?: { value: number; divisor: number }; by?: { slices: { key: string; value: number }[] } }> }>(
    figure,
    `rollup(period: $period) { ${field} { ${asked} } }`,
    { period: periodOf(figure), ...(first ? { where: others } : {}) },
    `$period: Period! ${first ? '$where: [SliceInput!]' : ''}`,
  );
  const value = rollup[field]!;
  if (figure.meanOverYears) {
    expect(value.mean).toEqual({ value: value.value / figure.meanOverYears, divisor: figure.meanOverYears });
    return value.mean!.value;
  }
  return first ? value.by!.slices.find((slice) => slice.key === first.key)!.value : value.value;
}

/** What was recounted: a mean has the evidence of its sum. */
const recounts = new Map<string, Promise<number>>();

/** The figure recounted over its evidence. */
async function recounted(figure: PublishedFigure): Promise<number> {
  const { unitCode, measure, where } = figure;
  const key = JSON.stringify([unitCode, measure, where, periodOf(figure)]);
  const recount = recounts.get(key) ?? recountedOf(figure, unitCode, new Set());
  recounts.set(key, recount);
  return (await recount) / (figure.meanOverYears ?? 1);
}

/** A unit's part of a figure, recounted over its evidence: every page, every subject once in all, each as its entries say. */
async function recountedOf(figure: PublishedFigure, code: string, seen: Set<string>): Promise<number> {
  const field = fieldOf(figure.measure);
  const before = seen.size;
  const [from, to] = daysOf(figure);
  let cursor: string | null = null;
  let sum = 0;
  for (;;) {
    const { rollup }: { rollup: Record<string, { evidence: Evidence }> } = await ofUnit(
      figure,
      `rollup(period: $period) { ${field} { evidence(first: 100, after: $after, where: $where) {
         sum totalCount withheld nodes { id delta entries { delta occurredOn } } pageInfo { hasNextPage endCursor } } } }`,
      { code, period: periodOf(figure), after: cursor, where: figure.where },
      '$period: Period! $after: String $where: [SliceInput!]',
    );
    const page: Evidence = rollup[field]!.evidence;
    if (figure.where.some((slice) => slice.dimension === 'ETHNIC_MINORITY')) {
      // Who they are is closed; how many there are is not.
      expect(page.nodes).toEqual([]);
      expect(page.withheld).toBe(page.totalCount);
      expect(page.totalCount).toBe(page.sum);
      return page.sum;
    }
    if (code === figure.unitCode && cursor === null && page.totalCount > longList) expect(await countedInRecords(figure)).toBe(page.sum);
    if (page.totalCount > longList) {
      for (const child of await codesBelow(figure, code)) sum += await recountedOf(figure, child, seen);
      expect(seen.size - before).toBe(page.totalCount);
      expect(sum).toBe(page.sum);
      return sum;
    }
    for (const node of page.nodes) {
      expect(seen.has(node.id)).toBe(false);
      seen.add(node.id);
      expect(node.entries.reduce((total, entry) => total + entry.delta, 0)).toBe(node.delta);
      expect(node.entries.filter(({ occurredOn }) => occurredOn > to || (from !== '-infinity' && occurredOn < from))).toEqual([]);
      sum += node.delta;
    }
    if (!page.pageInfo.hasNextPage) {
      expect(seen.size - before).toBe(page.totalCount);
      expect(sum).toBe(page.sum);
      return sum;
    }
    cursor = page.pageInfo.endCursor;
  }
}

/** A long list counted from the records as the owner, knowing nothing of positions: by the chain of parents on the day. */
async function countedInRecords(figure: PublishedFigure): Promise<number> {
  const [from, to] = daysOf(figure);
  const measures = figure.measure === 'MEMBERS' ? ['PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS'] : [figure.measure];
  const unitType = figure.where.find((slice) => slice.dimension === 'UNIT_TYPE')?.key ?? null;
  const { rows } = await on.owner.query<{ count: number }>(
    `with recursive below as (
       select id from unit where code = $1 union all select p.unit_id from placement p join below on p.parent_id = below.id
     )
     select count(*)::int from (
       select e.subject_id from entry e join below on below.id = e.unit_id
       where e.measure = any ($2::text[]) and e.occurred_on between $3::date and $4::date and ($5::text is null or e.unit_type = $5)
       group by e.subject_id having sum(e.delta) = 1) as subject`,
    [figure.unitCode, measures, from, to, unitType],
  );
  return rows[0]!.count;
}

interface ChildrenPage {
  counts: { children: number; childrenByKind: { kind: { code: string }; count: number }[] };
  children: { totalCount: number; nodes: { code: string; kind: { code: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

/** Children: the total of the list, and a recount over its pages. */
async function children(figure: PublishedFigure): Promise<[number, number]> {
  const asOf = 'day' in figure.at ? figure.at.day : '';
  const codes = new Set<string>();
  let matching = 0;
  let cursor: string | null = null;
  let stated = 0;
  do {
    const unit: ChildrenPage = await ofUnit(
      figure,
      `counts(asOf: $asOf) { children childrenByKind { kind { code } count } }
       children(asOf: $asOf, first: 40, after: $after) { totalCount nodes { code kind { code } } pageInfo { hasNextPage endCursor } }`,
      { asOf, after: cursor },
      '$asOf: Date $after: String',
    );
    for (const child of unit.children.nodes) {
      codes.add(child.code);
      if (!figure.childKind || child.kind.code === figure.childKind) matching += 1;
    }
    stated = figure.childKind
      ? (unit.counts.childrenByKind.find((row) => row.kind.code === figure.childKind)?.count ?? 0)
      : unit.counts.children;
    if (!unit.children.pageInfo.hasNextPage) expect(codes.size).toBe(unit.children.totalCount);
    cursor = unit.children.pageInfo.hasNextPage ? unit.children.pageInfo.endCursor : null;
  } while (cursor);
  return [stated, matching];
}

describe('each published figure comes out of the records, by the roll-up and by a recount over its evidence', () => {
  test.each(publishedFigures.map((figure) => [`${figure.unitCode}: ${figure.what}, ${periodOf(figure)}`, figure] as const))('%s', { timeout: 60_000 }, async (_, figure) => {
    const [value, again] = figure.measure === 'CHILDREN' ? await children(figure) : [await rolledUp(figure), await recounted(figure)];
    expect(value).toBeGreaterThanOrEqual(figure.expected.low);
    expect(value).toBeLessThanOrEqual(figure.expected.high);
    expect(again).toBe(value);
  });
});
