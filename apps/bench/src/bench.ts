import { startThrowAway } from '@banyan/server/src/platform/embedded-postgres.ts';
import { compareAnswers, ratio, runRounds, type Contestant } from './contest.ts';
import { makeDatasets } from './dataset.ts';
import type { DatasetSize } from './dataset-sql.ts';
import { measureFirstLoad } from './first-load.ts';
import { ask, measureAlone, measureLatencies, sendMany } from './load.ts';
import { measureLists, measureWatchLists } from './people.ts';
import { measurePages } from './people-pages.ts';
import { clockQuery, overviewQuery, overviewVariables, postgraphileQuery, postgraphileSumsQuery, rollupQuery } from './question.ts';
import { startPeer, startProduct, type BenchServer } from './server-process.ts';
import { median, p95, type Gate } from './statistics.ts';

/** How much a run does: the gates need the whole, a check of the harness hardly anything. */
export interface BenchSize {
  readonly small: DatasetSize;
  readonly large: DatasetSize;
  /** A province with as many units directly below as there are, and a target for each. */
  readonly wide: DatasetSize;
  readonly rounds: number;
  readonly seconds: number;
  readonly latencies: number;
  readonly requests: number;
}

/** What a run found. */
export interface BenchResult {
  readonly ratios: readonly { name: string; value: number }[];
  readonly gates: readonly Gate[];
}

const peers = [
  ['raw transaction', 'raw', ''],
  ['prepared call', 'prepared', ''],
  ['PostGraphile', 'postgraphile', postgraphileQuery],
  ['PostGraphile, own sums', 'postgraphile', postgraphileSumsQuery],
  ['plain Apollo', 'plain-apollo', rollupQuery],
] as const;

async function measure(size: BenchSize, open: (stop: () => Promise<void>) => void, log: (line: string) => void): Promise<BenchResult> {
  const firstLoad = await measureFirstLoad(open);
  log(`  demonstration loaded in ${firstLoad.measured.toFixed(1)} s`);
  const postgres = await startThrowAway();
  open(async () => {
    await postgres.stop();
  });
  const [small, large, wide] = await makeDatasets(postgres, [size.small, size.large, size.wide], log);
  if (!small || !large || !wide) throw new Error('No data.');
  const opened = async (starting: Promise<BenchServer>): Promise<BenchServer> => {
    const server = await starting;
    open(async () => {
      await server.stop();
    });
    return server;
  };
  const product = await opened(startProduct('product', large));
  const contestants: Contestant[] = [{ server: product, query: rollupQuery }];
  for (const [name, script, query] of peers) contestants.push({ server: await opened(startPeer(name, script, large)), query });

  const bytes = await compareAnswers(contestants);
  log('  same answer from all');
  // Until all of them run compiled code.
  for (const { server, query } of contestants) await sendMany(server, query, Math.min(size.requests, 2_500));
  const rounds = await runRounds(contestants, { ...size, bytes, log });
  const smaller = await opened(startProduct('product, smaller', small));
  await measureLatencies([smaller, product], rollupQuery, Math.ceil(size.latencies / 4));
  const [few, many] = await measureLatencies([smaller, product], rollupQuery, size.latencies);
  const lists = await measureLists(product, Math.ceil(size.latencies / 5), log);
  const watch = await measureWatchLists(product, Math.ceil(size.latencies / 10));
  const rows = await opened(startPeer('rows of people', 'people-rows', large));
  const page = await measurePages({ product, rows, postgres: postgres.pid }, { rounds: size.rounds, requests: Math.ceil(size.latencies / 3) }, log);
  const wider = await opened(startProduct('product, wide', wide));
  const overview = await measureOverview(wider, { children: size.wide.districts, count: Math.ceil(size.latencies / 3) });
  const clocks = await measureClocks(wider, { children: size.wide.districts, count: Math.ceil(size.latencies / 30) });
  await sendMany(product, rollupQuery, size.requests);
  return {
    ratios: contestants.map(({ server: { name } }) => ({ name, value: ratio(rounds, name, 'raw transaction') })),
    gates: [
      firstLoad,
      { name: 'throughput / raw transaction', measured: ratio(rounds, 'product', 'raw transaction'), at: 'LEAST', limit: 0.6 },
      { name: 'throughput / PostGraphile', measured: ratio(rounds, 'product', 'PostGraphile'), at: 'LEAST', limit: 2.5 },
      { name: 'throughput / plain Apollo', measured: ratio(rounds, 'product', 'plain Apollo'), at: 'LEAST', limit: 1.4 },
      { name: 'p50, ten times the members', measured: median(many) / median(few), at: 'MOST', limit: 1.5 },
      { name: `MB after ${size.requests} more requests`, measured: product.memory(), at: 'MOST', limit: 350 },
      ...lists,
      ...watch,
      page,
      overview,
      ...clocks,
    ],
  };
}

/** Latency of the overview as its page asks for it, in one request. */
async function measureOverview(product: BenchServer, { children, count }: { children: number; count: number }): Promise<Gate> {
  const says = [`"totalCount":${children}`, '"percentOfLow"', '"expectedLow":', '"projection":{"low":'];
  const latencies = await measureAlone(product, { query: overviewQuery, variables: overviewVariables, says }, count);
  return { name: `overview of ${children} children, p95 in ms`, measured: p95(latencies), at: 'MOST', limit: 120 };
}

/** Latency of the figures by the clocks that counters do not know, and which are summed from the entries: on today's tree, and known at an instant. */
async function measureClocks(product: BenchServer, { children, count }: { children: number; count: number }): Promise<Gate[]> {
  const counted = await ask(product, clockQuery(''));
  // It answers up to a minute ago.
  const clocks = { "today's tree": ', view: AS_IT_IS_NOW', 'known at an instant': `, knownAt: "${new Date(Date.now() - 61_000).toISOString()}"` };
  const gates: Gate[] = [];
  for (const [name, clock] of Object.entries(clocks)) {
    if ((await ask(product, clockQuery(clock))) !== counted) throw new Error(`Other figures by the clock of ${name}.`);
    const latencies = await measureAlone(product, { query: clockQuery(clock), says: [] }, count);
    gates.push({ name: `${name}, ${children} children, p95 in ms`, measured: p95(latencies), at: 'MOST', limit: 3_000 });
  }
  return gates;
}

/** Runs the bench. All processes and databases that it starts are ended, whatever happens. */
export async function runBench(size: BenchSize, log: (line: string) => void): Promise<BenchResult> {
  const closers: (() => Promise<void>)[] = [];
  try {
    return await measure(size, (stop) => closers.push(stop), log);
  } finally {
    for (const stop of closers.toReversed()) await stop().catch(() => undefined);
  }
}
