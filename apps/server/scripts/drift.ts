import { accessMatrixCheck } from './drift/access-matrix-check.ts';
import type { Check } from './drift/check.ts';
import { withMigratedDatabase } from './drift/database.ts';
import { documentChecks } from './drift/documents.ts';
import { closedListCheck, graphqlEnumCheck } from './drift/closed-lists.ts';
import { mappedColumnCheck } from './drift/mapped-columns.ts';
import { schemaDumpCheck } from './drift/schema-dump-check.ts';
import { emittedSchemaChecks } from './drift/emitted-schema.ts';

/** Prints one line per check, "ok" or "DRIFT", which the test run counts. Returns whether it is ok. */
async function report(check: Check): Promise<boolean> {
  const difference = await check.run();
  console.log(difference === null ? `ok ${check.name}` : `DRIFT ${check.name}: ${difference}`);
  return difference === null;
}

const write = process.argv.includes('--write');
const results: boolean[] = [];
for (const check of [...emittedSchemaChecks(write), graphqlEnumCheck(), accessMatrixCheck(write), ...(await documentChecks())]) {
  results.push(await report(check));
}
await withMigratedDatabase(async (database) => {
  for (const check of [schemaDumpCheck(database, write), closedListCheck(database), mappedColumnCheck(database)]) results.push(await report(check));
});
process.exitCode = results.every(Boolean) ? 0 : 1;
