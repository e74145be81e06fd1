import { migrate } from '../src/platform/migrate.ts';
import { checkDatabase } from '../src/platform/start-up-checks.ts';
import { StartUpRefusal } from '../src/platform/start-up-refusal.ts';

/** Migrates the database of OWNER_DATABASE_URL and DATABASE_URL without starting anything. */
async function run(): Promise<void> {
  const { OWNER_DATABASE_URL: ownerUrl = '', DATABASE_URL: appUrl = '' } = process.env;
  if (ownerUrl === '') throw new StartUpRefusal('URL_MISSING', { given: 'DATABASE_URL', missing: 'OWNER_DATABASE_URL' });
  if (appUrl === '') throw new StartUpRefusal('URL_MISSING', { given: 'OWNER_DATABASE_URL', missing: 'DATABASE_URL' });
  await checkDatabase({ ownerUrl, appUrl });
  const { applied } = await migrate({ ownerUrl, appUrl, onFile: (name) => { console.log(name); } });
  console.log(applied.length === 0 ? 'Up to date.' : `${applied.length} applied.`);
}

try {
  await run();
} catch (error) {
  console.error(error instanceof StartUpRefusal ? `${error.sentence.vi}\n${error.sentence.en}` : error);
  process.exitCode = 1;
}
