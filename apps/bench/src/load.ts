import autocannon from 'autocannon';
import { secret } from './dataset.ts';
import { askedCode } from './question.ts';
import type { BenchServer } from './server-process.ts';

/** One request as each server takes it. */
export function requestOf(query: string, presented: string = secret, variables: object = { code: askedCode }): { method: 'POST'; headers: Record<string, string>; body: string } {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `sid=${presented}` },
    body: JSON.stringify({ query, variables }),
  };
}

/** The answer to one request. */
export async function ask(server: BenchServer, query: string, presented: string = secret, variables?: object): Promise<string> {
  const response = await fetch(`${server.url}/graphql`, requestOf(query, presented, variables));
  const body = await response.text();
  if (!response.ok) throw new Error(`${server.name} answered ${response.status}: ${body.slice(0, 300)}`);
  return body;
}

/** The most that the head of a reply may weigh. */
const headBytes = 3_000;

/**
 * Requests a second of 16 connections; null where an error or an odd number of bytes makes the round worthless. What is counted
 * includes the head of a reply, whose length is the same each time.
 */
export async function measureThroughput(server: BenchServer, query: string, options: { seconds: number; bytes: number }): Promise<number | null> {
  const sizes = new Set<number>();
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      { url: `${server.url}/graphql`, connections: 16, duration: options.seconds, ...requestOf(query) },
      (error: unknown, value) => {
        if (error) reject(error instanceof Error ? error : new Error('The load could not be sent.'));
        else resolve(value);
      },
    );
    instance.on('response', (_client, _status, size) => {
      sizes.add(size);
    });
  });
  const [size = 0] = sizes;
  const even = sizes.size === 1 && size >= options.bytes && size <= options.bytes + headBytes;
  return even && result.errors + result.timeouts + result.non2xx === 0 ? result.requests.total / result.duration : null;
}

/** Latencies in ms of requests asked one after the other of two servers in turn. */
export async function measureLatencies(servers: readonly [BenchServer, BenchServer], query: string, count: number): Promise<[number[], number[]]> {
  const latencies: [number[], number[]] = [[], []];
  for (let index = 0; index < count; index += 1) {
    for (const which of [0, 1] as const) {
      const begun = performance.now();
      await ask(servers[which], query);
      latencies[which].push(performance.now() - begun);
    }
  }
  return latencies;
}

/** Latencies in ms of one request asked again and again. The first turns are for plans and compiled code. Throws where an answer lacks what it has to say. */
export async function measureAlone(server: BenchServer, asked: { readonly query: string; readonly variables?: object; readonly says: readonly string[] }, count: number): Promise<number[]> {
  const latencies: number[] = [];
  for (let turn = -10; turn < count; turn += 1) {
    const begun = performance.now();
    const body = await ask(server, asked.query, secret, asked.variables);
    if (turn >= 0) latencies.push(performance.now() - begun);
    if (body.includes('"errors"') || asked.says.some((text) => !body.includes(text))) throw new Error(`Not what was asked: ${body.slice(0, 300)}`);
  }
  return latencies;
}

/** A number of requests over 16 connections, whatever the time. */
export async function sendMany(server: BenchServer, query: string, amount: number): Promise<void> {
  const result = await autocannon({ url: `${server.url}/graphql`, connections: 16, amount, ...requestOf(query) });
  if (result.errors + result.timeouts + result.non2xx > 0) throw new Error(`${server.name} answered with errors under load.`);
}
