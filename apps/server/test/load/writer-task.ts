import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a writing process is told. */
export interface WriterTask {
  readonly databaseUrl: string;
  readonly credential: string;
  readonly unitIds: readonly string[];
  readonly writers: number;
  readonly milliseconds: number;
  readonly serve?: boolean;
}

/** A writing process and what it has said so far. */
export interface Writer {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  lines(start: string): string[];
  /** Waits until it has said so many lines that begin like this. */
  says(start: string, times?: number): Promise<string>;
  errors(): string;
}

/** Starts a writing process. */
export function startWriter(task: WriterTask): Writer {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', join(import.meta.dirname, 'writer.ts')], {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], WRITER_TASK: JSON.stringify(task) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  // A line that was cut by the end is not one that was said.
  const lines = (start: string) => said.split('\n').slice(0, -1).filter((line) => line.startsWith(start));
  return {
    child,
    ended: new Promise((resolve) => {
      child.once('close', resolve);
    }),
    lines,
    async says(start, times = 1) {
      for (const until = Date.now() + 30_000; Date.now() < until; await sleep(10)) {
        const found = lines(start);
        if (found.length >= times) return found[times - 1]!;
        if (child.exitCode !== null) break;
      }
      throw new Error(`The writer did not say "${start}" ${times} times:\n${complaints}\n${said.slice(-500)}`);
    },
    errors: () => complaints,
  };
}
