import { readFileSync } from 'node:fs';
import { personOrders, type MemberState, type PersonOrder } from '@banyan/schema/enums';
import { candidacyOrders, todoGroups, type CandidacyOrder, type Stage, type TodoGroup } from '@banyan/schema/lifecycle';
import { scopes } from './dataset.ts';
import { ask } from './load.ts';
import type { BenchServer } from './server-process.ts';
import { median, type Gate } from './statistics.ts';

/** What a list is asked with: the variables of its document. */
export interface Asked {
  readonly filter?: { readonly search?: string; readonly states?: readonly MemberState[]; readonly stages?: readonly Stage[]; readonly isOverdue?: boolean; readonly dueFrom?: string };
  readonly orderBy?: PersonOrder | CandidacyOrder;
  readonly group?: TodoGroup;
}

const person = 'id fullName birthDate gender state occupation enterpriseRelation education youthUnion admissionDecidedOn ceremonyOn recognitionDecidedOn officialOn leftOn';
const candidacy = `id version state stage isReadmission rulePack beganOn lastStepOn certificateOn fileOpenedOn cellProposedOn admissionDecidedOn ceremonyOn probationEndsOn officialOn person { ${person} }`;

/** A page of a hundred people of each list that has people. */
const documents = {
  people: `query($filter: PersonFilter, $orderBy: PersonOrder!) { people(first: 100, filter: $filter, orderBy: $orderBy) { totalCount pageInfo { hasNextPage endCursor } nodes { ${person} } } }`,
  candidacies: `query($filter: CandidacyFilter, $orderBy: CandidacyOrder!) { candidacies(first: 100, filter: $filter, orderBy: $orderBy) { totalCount pageInfo { hasNextPage endCursor } nodes { ${candidacy} } } }`,
  todo: `query($group: TodoGroup!) { todo { items(group: $group, first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { candidacy { ${candidacy} } letter { id } } } } }`,
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

const peopleFilters: Readonly<Record<string, Asked['filter']>> = {
  all: {}, 'a frequent word': frequent, 'two words': two, 'by states': { states: ['OFFICIAL', 'PROBATIONARY'] }, 'a word by states': { ...frequent, states: ['OFFICIAL'] },
};

/** What waits for its ceremony, and who became official, are on the page of admissions. */
const candidacyFilters: Readonly<Record<string, Asked['filter']>> = {
  all: {}, 'a frequent word': frequent, 'two words': two, 'by stages': { stages: ['FILE', 'APPROVAL'] }, overdue: { isOverdue: true },
  'overdue by stages': { stages: ['FILE', 'APPROVAL'], isOverdue: true }, ceremony: { stages: ['CEREMONY'] }, official: { stages: ['OFFICIAL'] }, 'due from a day': { dueFrom: '2020-01-01' },
};

interface Page {
  readonly list: List;
  readonly name: string;
  readonly asked: Asked;
}

function pagesOf(list: List, filters: Readonly<Record<string, Asked['filter']>>, orders: readonly NonNullable<Asked['orderBy']>[]): Page[] {
  return orders.flatMap((orderBy) => Object.entries(filters).map(([name, filter]) => ({ list, name: `${list}, ${name}, ${orderBy}`, asked: { ...(filter && { filter }), orderBy } })));
}

/** Each list with each of its filters in each of its orders, and each part of what is to do. */
const grid: readonly Page[] = [
  ...pagesOf('people', peopleFilters, personOrders),
  ...pagesOf('candidacies', candidacyFilters, candidacyOrders),
  ...todoGroups.map((group): Page => ({ list: 'todo', name: `to do, ${group}`, asked: { group } })),
];

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
  const pages = scopes.flatMap(({ name: scope, secret }) => grid.map(({ list, name, asked }) => ({
    name: `${scope}: ${name}`,
    send: async (server: BenchServer) => {
      const body = await ask(server, documents[list], secret, asked);
      if (body.includes('"errors"')) throw new Error(`An error instead of ${name}: ${body.slice(0, 300)}`);
      return body;
    },
  })));
  const looked: { readonly page: (typeof pages)[number]; readonly found: number }[] = [];
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
