import { measureThroughput, ask } from './load.ts';
import { linesOf } from './question.ts';
import type { BenchServer } from './server-process.ts';
import { median } from './statistics.ts';

/** A server and the document that asks it the question of the bench. */
export interface Contestant {
  readonly server: BenchServer;
  readonly query: string;
}

/** Asks every contestant once and throws where the answers differ; returns the bytes of each answer. */
export async function compareAnswers(contestants: readonly Contestant[]): Promise<Map<string, number>> {
  const bytes = new Map<string, number>();
  let first: string | undefined;
  for (const { server, query } of contestants) {
    const body = await ask(server, query);
    bytes.set(server.name, Buffer.byteLength(body));
    const lines = JSON.stringify(linesOf(body));
    first ??= lines;
    if (lines !== first) throw new Error(`${server.name} answers otherwise:\n${lines.slice(0, 500)}\n${first.slice(0, 500)}`);
  }
  return bytes;
}

/**
 * Requests a second per contestant and round. All are measured in each round, in turns of the order, so that what else the machine
 * does falls on all of them; a round in which one answered wrongly is thrown away for all.
 */
export async function runRounds(
  contestants: readonly Contestant[],
  options: { rounds: number; seconds: number; bytes: ReadonlyMap<string, number>; log: (line: string) => void },
): Promise<Map<string, number>[]> {
  const rounds: Map<string, number>[] = [];
  for (let round = 0; rounds.length < options.rounds && round < options.rounds * 2; round += 1) {
    const order = round % 2 === 0 ? contestants : contestants.toReversed();
    const measured = new Map<string, number>();
    for (const { server, query } of order) {
      const rate = await measureThroughput(server, query, { seconds: options.seconds, bytes: options.bytes.get(server.name) ?? 0 });
      if (rate !== null) measured.set(server.name, rate);
    }
    if (measured.size === contestants.length) rounds.push(measured);
    options.log(`  ${contestants.map(({ server }) => `${server.name} ${measured.get(server.name)?.toFixed(0) ?? 'rejected'}`).join(' · ')}`);
  }
  return rounds;
}

/** Median of the ratios inside each round. */
export function ratio(rounds: readonly Map<string, number>[], of: string, to: string): number {
  return median(rounds.map((round) => (round.get(of) ?? Number.NaN) / (round.get(to) ?? Number.NaN)));
}
