import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, province, type OpenWorld } from '../world.ts';
import { serve } from '../worlds/shared-worlds.ts';

let world: OpenWorld;

beforeAll(async () => {
  world = await open(province('p'));
}, 120_000);
afterAll(async () => {
  await world.close();
});

test('a folder of files is swept by its own database alone', async () => {
  const other = await mkdtemp(join(tmpdir(), 'banyan-other-'));
  const lines: string[] = [];
  const start = async () => await serve(world.database, { filesFolder: other, files: { sweepEveryMilliseconds: 20 }, logger: pino({ level: 'error' }, { write: (line: string) => lines.push(line) }) });
  const stray = join(other, 'aa', `aa${randomUUID().slice(2)}`);
  const isSwept = async () => {
    await mkdir(dirname(stray), { recursive: true });
    await writeFile(stray, 'x');
    await utimes(stray, new Date(0), new Date(0));
    const server = await start();
    await sleep(200);
    await server.close();
    return await stat(stray).then(() => false, () => true);
  };
  try {
    expect([await isSwept(), await isSwept(), lines]).toEqual([true, true, []]);
    await writeFile(join(other, 'database'), 'another');
    expect(await isSwept()).toBe(false);
    expect(lines.map((line) => (JSON.parse(line) as { sweep: string }).sweep)).toEqual(['ANOTHER_DATABASE']);
    // Who runs it says that the folder is this database's now.
    await rm(join(other, 'database'));
    expect(await isSwept()).toBe(true);
  } finally {
    await rm(other, { recursive: true, force: true });
  }
});
