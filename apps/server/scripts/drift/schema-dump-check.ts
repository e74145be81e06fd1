import { join } from 'node:path';
import { serverFolder } from '../../src/platform/folders.ts';
import { dumpSchema } from '../../src/platform/schema-dump.ts';
import { generatedFile, type Check } from './check.ts';
import type { MigratedDatabase } from './database.ts';

/** What the migrations make of an empty database is db/schema.sql, and making it twice changes nothing. */
export function schemaDumpCheck(database: MigratedDatabase, write: boolean): Check {
  return generatedFile({
    name: 'migrations make db/schema.sql',
    path: join(serverFolder(), 'db', 'schema.sql'),
    write,
    async make() {
      const once = await dumpSchema(database.client);
      await database.migrateAgain();
      if (once !== (await dumpSchema(database.client))) throw new Error('db/current changes the database when it is applied a second time.');
      return once;
    },
  });
}
