import { scopes } from './dataset.ts';
import { ask, measureAlone } from './load.ts';
import type { BenchServer } from './server-process.ts';
import { median, p95, type Gate } from './statistics.ts';

const names = '{ totalCount nodes { id fullName } }';
const candidacies = '{ totalCount nodes { id state } }';

/** What pages ask of people and candidacies: a list, a search, a column of stages, what is to do. */
const lists = {
  people: `{ people(first: 50) ${names} }`,
  'people by states': `{ people(first: 50, filter: { states: [OFFICIAL, PROBATIONARY] }) ${names} }`,
  'people by ceremony': `{ people(first: 50, orderBy: CEREMONY_DATE) ${names} }`,
  'people by two words': `{ people(first: 10, filter: { search: "quang nhung" }) ${names} }`,
  'people by a frequent word': `{ people(first: 10, filter: { search: "nguyen" }) ${names} }`,
  candidacies: `{ candidacies(first: 50) ${candidacies} }`,
  'candidacies by deadline': `{ candidacies(first: 50, orderBy: DEADLINE, filter: { isOverdue: true }) ${candidacies} }`,
  'candidacies by name': `{ candidacies(first: 50, filter: { search: "quang nhung" }) ${candidacies} }`,
  'candidacies by stages': `{ candidacies(first: 50, filter: { stages: [FILE, APPROVAL] }) ${candidacies} }`,
  'overdue by stages': `{ candidacies(first: 50, filter: { stages: [FILE, APPROVAL], isOverdue: true }) ${candidacies} }`,
  'candidacies by states': `{ candidacies(first: 50, filter: { states: [FILE_OPEN, SUBMITTED] }) ${candidacies} }`,
  'due until a day': `{ candidacies(first: 50, filter: { dueUntil: "2026-01-01" }) ${candidacies} }`,
  'due from a day': `{ candidacies(first: 50, filter: { dueFrom: "2027-06-01" }) ${candidacies} }`,
  'a frequent word by states': `{ candidacies(first: 50, filter: { search: "nguyen", states: [FILE_OPEN, SUBMITTED] }) ${candidacies} }`,
  stages: '{ stageCounts { stage count overdue medianDays } }',
  'to do': '{ todo { counts { group count } items(group: OVERDUE, first: 50) { nodes { candidacy { id } letter { id } } } } }',
} as const;

/** Latencies of the lists, each scope's asked in turn: one gate for each scope, held by its slowest list. */
export async function measureLists(product: BenchServer, count: number, log: (line: string) => void): Promise<Gate[]> {
  const gates: Gate[] = [];
  for (const { name, secret } of scopes) {
    const latencies = new Map<string, number[]>();
    for (let turn = -5; turn < count; turn += 1) {
      for (const [list, query] of Object.entries(lists)) {
        const begun = performance.now();
        const body = await ask(product, query, secret);
        if (body.includes('"errors"')) throw new Error(`An error instead of ${list}: ${body.slice(0, 300)}`);
        // The first turns are for plans and compiled code.
        if (turn >= 0) latencies.set(list, [...(latencies.get(list) ?? []), performance.now() - begun]);
      }
    }
    log(`  ${name}: ${[...latencies].map(([list, values]) => `${list} ${median(values).toFixed(0)}/${p95(values).toFixed(0)}`).join(' · ')} (p50/p95 in ms)`);
    gates.push({ name: `slowest list of a ${name}, p95 in ms`, measured: Math.max(...[...latencies.values()].map(p95)), at: 'MOST', limit: 60 });
  }
  return gates;
}

/** Latency of all watch lists of a province together, of its cells and of its organisations: the overview asks for them beside its figures. */
export async function measureWatchLists(product: BenchServer, count: number): Promise<Gate[]> {
  const gates: Gate[] = [];
  for (const tier of ['CELLS', 'ORGANISATIONS']) {
    const query = `{ watchCounts(parameters: { tier: ${tier} }) { list count base othersPercent } }`;
    const latencies = await measureAlone(product, { query, says: ['"SOURCES_WITHOUT_ADMISSION"'] }, count);
    gates.push({ name: `watch lists of ${tier.toLowerCase()}, p95 in ms`, measured: p95(latencies), at: 'MOST', limit: 600 });
  }
  return gates;
}
