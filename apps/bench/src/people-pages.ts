import { readFileSync } from 'node:fs';
import { personOrders, type MemberState, type PersonOrder } from '@banyan/schema/enums';
import { candidacyOrders, todoGroups, type CandidacyOrder, type CandidacyState, type Stage, type TodoGroup } from '@banyan/schema/lifecycle';
import { scopes } from './dataset.ts';
import { ask } from './load.ts';
import type { BenchServer } from './server-process.ts';
import { median, type Gate } from './statistics.ts';

/** What a list is asked with: the variables of its document. */
export interface Asked {
  readonly filter?: {
    readonly under?: string;
    readonly search?: string;
    readonly states?: readonly (MemberState | CandidacyState)[];
    readonly stages?: readonly Stage[];
    readonly isOverdue?: boolean;
    readonly dueFrom?: string;
    readonly dueUntil?: string;
  };
  readonly orderBy?: PersonOrder | CandidacyOrder;
  readonly group?: TodoGroup;
  readonly after?: string;
}

const person = 'id fullName birthDate gender state occupation enterpriseRelation education youthUnion admissionDecidedOn ceremonyOn recognitionDecidedOn officialOn leftOn';
const candidacy = `id version state stage isReadmission rulePack beganOn lastStepOn certificateOn fileOpenedOn cellProposedOn admissionDecidedOn ceremonyOn probationEndsOn officialOn person { ${person} }`;

/** A page of a hundred people of each list that has people. */
const documents = {
  people: `query($filter: PersonFilter, $orderBy: PersonOrder!, $after: String) { people(first: 100, filter: $filter, orderBy: $orderBy, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${person} } } }`,
  candidacies: `query($filter: CandidacyFilter, $orderBy: CandidacyOrder!, $after: String) { candidacies(first: 100, filter: $filter, orderBy: $orderBy, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${candidacy} } } }`,
  todo: `query($group: TodoGroup!, $after: String) { todo { items(group: $group, first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { candidacy { ${candidacy} } letter { id } } } } }`,
} as const;
type List = keyof typeof documents;

/** The list that a request is for, and what it is asked with. */
export function pageOf(body: string): { readonly list: List; readonly asked: Asked } {
  const { query, variables } = JSON.parse(body) as { query: string; variables: Asked };
  const list = (['people', 'candidacies', 'todo'] as const).find((one) => documents[one] === query);
  if (!list) throw new Error(`No list of people: ${query.slice(0, 100)}`);
  return { list, asked: variables };
}

const frequent = { search: 'nguyen' };
const two = { search: 'nguyen an' };
/** Stands for the id of a unit below that of the scope, and for the cursor of the last row of the first page: a run knows them. */
const below = { under: 'below' };
const next = 'next';

const peopleFilters: Readonly<Record<string, Asked['filter']>> = {
  all: {}, 'a frequent word': frequent, 'two words': two, 'by states': { states: ['OFFICIAL', 'PROBATIONARY'] }, 'a word by states': { ...frequent, states: ['OFFICIAL'] },
  'below a unit': below, 'a word below a unit': { ...below, ...frequent },
};

/** What waits for its ceremony, and who became official, are on the page of admissions. */
const candidacyFilters: Readonly<Record<string, Asked['filter']>> = {
  all: {}, 'a frequent word': frequent, 'two words': two, 'by stages': { stages: ['FILE', 'APPROVAL'] }, overdue: { isOverdue: true },
  'overdue by stages': { stages: ['FILE', 'APPROVAL'], isOverdue: true }, ceremony: { stages: ['CEREMONY'] }, official: { stages: ['OFFICIAL'] }, 'due from a day': { dueFrom: '2020-01-01' },
  'due until a day': { dueUntil: '2026-01-01' }, 'by states': { states: ['FILE_OPEN', 'SUBMITTED'] }, 'below a unit': below, 'below a unit by stages': { ...below, stages: ['FILE', 'APPROVAL'] },
};

interface Page {
  readonly list: List;
  readonly name: string;
  readonly asked: Asked;
}

function pagesOf(list: List, filters: Readonly<Record<string, Asked['filter']>>, orders: readonly NonNullable<Asked['orderBy']>[]): Page[] {
  return orders.flatMap((orderBy) => Object.entries(filters).map(([name, filter]) => ({ list, name: `${list}, ${name}, ${orderBy}`, asked: { ...(filter && { filter }), orderBy } })));
}

const firstPages: readonly Page[] = [
  ...pagesOf('people', peopleFilters, personOrders),
  ...pagesOf('candidacies', candidacyFilters, candidacyOrders),
  ...todoGroups.map((group): Page => ({ list: 'todo', name: `to do, ${group}`, asked: { group } })),
];

/** Whether a page is of all that a list has, or, of what is to do, of the part that stands for the others. */
const isWhole = ({ asked: { filter, group } }: Page) => (filter === undefined ? group === 'OVERDUE' : Object.keys(filter).length === 0);

/** Each list with each of its filters in each of its orders, and each part of what is to do; and of each list the page after its first. */
export const grid: readonly Page[] = [
  ...firstPages,
  ...firstPages.filter(isWhole).map((page): Page => ({ ...page, name: `${page.name}, next`, asked: { ...page.asked, after: next } })),
];

type BenchScope = (typeof scopes)[number];

/** The id of the unit below that of a scope. */
async function unitBelow(product: BenchServer, { secret, below: code }: BenchScope): Promise<string> {
  const found = JSON.parse(await ask(product, 'query($code: String) { unit(code: $code) { id } }', secret, { code })) as { data: { unit: { id: string } } };
  return found.data.unit.id;
}

/** What a page is asked with in a scope; null where the first page has all. */
async function askedIn(product: BenchServer, scope: BenchScope, { list, asked: { filter, after, ...rest } }: Page): Promise<Asked | null> {
  const first = { ...rest, ...(filter && { filter: filter.under === undefined ? filter : { ...filter, under: await unitBelow(product, scope) } }) };
  if (after === undefined) return first;
  const cursor = /"hasNextPage":true,"endCursor":"([^"]+)"/.exec(await ask(product, documents[list], scope.secret, first))?.[1];
  return cursor === undefined ? null : { ...first, after: cursor };
}

interface Measured {
  readonly name: string;
  readonly send: (server: BenchServer) => Promise<string>;
}

/** The pages of the grid in each scope that has them. */
async function pagesIn(product: BenchServer): Promise<Measured[]> {
  const pages: Measured[] = [];
  for (const scope of scopes) {
    for (const page of grid) {
      const asked = await askedIn(product, scope, page);
      if (asked === null && scope.name === 'province') throw new Error(`A province has no ${page.name}.`);
      if (asked === null) continue;
      pages.push({
        name: `${scope.name}: ${page.name}`,
        send: async (server) => {
          const body = await ask(server, documents[page.list], scope.secret, asked);
          if (body.includes('"errors"')) throw new Error(`An error instead of ${page.name}: ${body.slice(0, 300)}`);
          return body;
        },
      });
    }
  }
  return pages;
}

/** Ticks of the processor that a process has taken, and those of its children that have ended. */
function ticksOf(pid: number | string): { readonly own: number; readonly ended: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return { own: Number(fields[11]) + Number(fields[12]), ended: Number(fields[13]) + Number(fields[14]) };
  } catch {
    return { own: 0, ended: 0 }; // it has ended meanwhile: its parent counts it
  }
}

/** Ticks that the database, whose every connection is a process, and a server have taken. */
function ticksOfAll(postgres: number, server: number): number {
  const { own, ended } = ticksOf(postgres);
  const connections = readFileSync(`/proc/${postgres}/task/${postgres}/children`, 'utf8').split(' ').filter((pid) => pid !== '');
  return connections.reduce((sum, pid) => sum + ticksOf(pid).own, own + ended + ticksOf(server).own);
}

interface Compared {
  readonly product: BenchServer;
  readonly rows: BenchServer;
  /** Process of the database, whose time counts for both. */
  readonly postgres: number;
}

interface Size {
  readonly rounds: number;
  readonly requests: number;
}

/** Processor time of a page, server and database together, in that of its rows alone: the two in turns, the median of the rounds' ratios. */
async function ratioOf({ product, rows, postgres }: Compared, send: (server: BenchServer) => Promise<string>, size: Size): Promise<number> {
  const ratios: number[] = [];
  for (let round = -1; round < size.rounds; round += 1) {
    const [page = 0, raw = 1] = await [product, rows].reduce<Promise<number[]>>(async (before, server) => {
      const measured = await before;
      const begun = ticksOfAll(postgres, server.pid);
      for (let turn = 0; turn < size.requests; turn += 1) await send(server);
      return [...measured, ticksOfAll(postgres, server.pid) - begun];
    }, Promise.resolve([]));
    // The first round is for plans and compiled code.
    if (round >= 0) ratios.push(page / raw);
  }
  return median(ratios);
}

/** How many of the grid are measured again. */
const mostAgain = 8;

/**
 * Pages of a hundred people in the scopes of a province, a district, a commune and a cell, by each filter and in each order: the worst of them. All are
 * measured briefly, which tells little of each, and those that look worst again with care.
 */
export async function measurePages(compared: Compared, careful: Size, log: (line: string) => void): Promise<Gate> {
  const pages = await pagesIn(compared.product);
  const looked: { readonly page: Measured; readonly found: number }[] = [];
  for (const page of pages) looked.push({ page, found: await ratioOf(compared, page.send, { rounds: 2, requests: Math.ceil(careful.requests / 5) }) });
  log(`  ${looked.map(({ page, found }) => `${page.name} ${found.toFixed(2)}`).join(' · ')}`);
  const worst: number[] = [];
  for (const { page } of looked.toSorted((a, b) => b.found - a.found).slice(0, mostAgain)) {
    const found = await ratioOf(compared, page.send, careful);
    worst.push(found);
    log(`  ${page.name}, again: ${found.toFixed(2)}`);
  }
  return { name: 'processor time, 100 people / rows', measured: Math.max(...worst), at: 'MOST', limit: 3 };
}
