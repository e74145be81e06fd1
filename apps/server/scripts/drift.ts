import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { startThrowAway } from '../src/platform/embedded-postgres.ts';
import { serverFolder } from '../src/platform/folders.ts';
import { migrate } from '../src/platform/migrate.ts';
import { dumpSchema } from '../src/platform/schema-dump.ts';

/** One file that is generated and checked in: how it is made, and where it lies. */
interface Generated {
  readonly name: string;
  readonly path: string;
  readonly make: () => Promise<string>;
}

/** What the migrations make of an empty database, and that making it twice changes nothing. */
async function schemaOfMigrations(): Promise<string> {
  const postgres = await startThrowAway();
  try {
    const dump = async () => {
      await migrate(postgres);
      const client = new pg.Client(postgres.ownerUrl);
      await client.connect();
      const text = await dumpSchema(client);
      await client.end();
      return text;
    };
    const once = await dump();
    if (!isDeepStrictEqual(once, await dump())) throw new Error('db/current changes the database when it is applied a second time.');
    return once;
  } finally {
    await postgres.stop();
  }
}

const generated: readonly Generated[] = [
  { name: 'migrations make db/schema.sql', path: join(serverFolder(), 'db', 'schema.sql'), make: schemaOfMigrations },
];

function firstDifference(actual: string, expected: string): string {
  const [left, right] = [actual.split('\n'), expected.split('\n')];
  const index = left.findIndex((line, at) => line !== right[at]);
  const at = index === -1 ? left.length : index;
  return `line ${at + 1}\n    checked in: ${right[at] ?? '(end)'}\n    made now:   ${left[at] ?? '(end)'}`;
}

/** Prints one line per check, "ok" or "DRIFT", which the test run counts. */
async function check({ name, path, make }: Generated, write: boolean): Promise<boolean> {
  const actual = await make();
  const expected = (await readFile(path, 'utf8').catch(() => '')).replaceAll('\r\n', '\n');
  if (actual === expected) {
    console.log(`ok ${name}`);
    return true;
  }
  if (write) {
    await writeFile(path, actual);
    console.log(`written ${path}`);
    return true;
  }
  console.log(`DRIFT ${name}: ${firstDifference(actual, expected)}\n    pnpm check:drift --write rewrites it.`);
  return false;
}

let whole = true;
for (const one of generated) whole = (await check(one, process.argv.includes('--write'))) && whole;
process.exitCode = whole ? 0 : 1;
