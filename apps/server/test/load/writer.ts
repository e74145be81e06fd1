/*
 * Posts facts through the ledger's use case in a process of its own, several writers at once, some of them undone, until it is told
 * to stop or is killed. Prints a line for each event that the database has acknowledged. With `serve` it is a whole server besides.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { entities } from '../../src/contexts/access/index.ts';
import { postFacts, type Fact } from '../../src/contexts/ledger/index.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { startServer } from '../../src/server.ts';
import type { WriterTask } from './writer-task.ts';

const task = JSON.parse(process.env['WRITER_TASK'] ?? '{}') as WriterTask;
const database = await openDatabase({ url: task.databaseUrl, entities, readers: 2, writers: task.writers });
const until = Date.now() + task.milliseconds;

function pick<T>(from: readonly T[]): T {
  return from[randomInt(from.length)]!;
}

function slices(): Fact['slices'] {
  return {
    gender: pick(['F', 'M', 'UNKNOWN']),
    ageBand: pick(['AGE_18_30', 'AGE_31_40', 'AGE_OVER_60']),
    ethnicMinority: pick(['YES', 'NO', 'UNKNOWN']),
    religion: pick(['YES', 'NO']),
    youthUnion: pick(['YES', 'NO']),
    occupation: pick(['FARMER', 'PUPIL', 'WORKER']),
    enterpriseRelation: 'NOT_APPLICABLE',
    education: 'PRIMARY',
  };
}

function dayOf(year: number): string {
  return `${year}-${String(randomInt(1, 13)).padStart(2, '0')}-${String(randomInt(1, 29)).padStart(2, '0')}`;
}

/** Somebody's life so far and one step more. */
function lifeOf(personId: string): Fact[] {
  const [unitId, toUnitId] = [pick(task.unitIds), pick(task.unitIds)];
  const at = { personId, unitId, slices: slices() };
  const facts: Fact[] = [pick<Fact>([{ ...at, kind: 'ADMITTED', occurredOn: dayOf(randomInt(2022, 2024)) }, { ...at, kind: 'OPENING_OFFICIAL', occurredOn: dayOf(2023) }])];
  if (randomInt(2) === 0 && toUnitId !== unitId) facts.push({ ...at, kind: 'TRANSFERRED', toUnitId, occurredOn: dayOf(2024) });
  else if (randomInt(2) === 0) facts.push({ ...at, kind: pick(['LEFT', 'REMOVED', 'DECEASED']), occurredOn: dayOf(2025) });
  return facts;
}

async function write(): Promise<void> {
  while (Date.now() < until) {
    const facts = Array.from({ length: randomInt(1, 4) }, () => lifeOf(randomUUID())).flat();
    const undo = randomInt(4) === 0;
    try {
      const posted = await database.write(task.credential, async (transaction) => {
        const results = await postFacts(transaction, facts);
        if (undo) throw new Error('undone');
        return results;
      });
      process.stdout.write(posted.map((result, index) => ('eventId' in result ? `ack ${result.eventId} ${facts[index]?.kind}\n` : `refused ${JSON.stringify(result)}\n`)).join(''));
    } catch (error) {
      process.stdout.write(undo ? 'undone\n' : `failed ${error instanceof Error ? error.message.split('\n')[0] : ''}\n`);
      if (!undo) await sleep(50);
    }
  }
}

if (task.serve) {
  const server = await startServer({ databaseUrl: task.databaseUrl, webRoot: '/nowhere', port: 0, host: '127.0.0.1', compactEveryMilliseconds: 20 });
  process.stdout.write(`serving ${server.url}\n`);
}
process.stdout.write('writing\n');
await Promise.all(Array.from({ length: task.writers }, write));
await database.close();
process.exit(0);
