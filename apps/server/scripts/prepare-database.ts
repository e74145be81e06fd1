import { parseArgs } from 'node:util';
import { prepareDatabase } from '../src/platform/prepare-database.ts';

const usage = `Creates the two roles and the database, once, from an administrator's address:

  npm run database:prepare -- postgres://admin:password@host:5432/postgres

  --database banyan          the database to create
  --owner banyan_owner       the role that migrates and owns
  --app banyan_app           the role that serves
  --owner-password, --app-password   otherwise random for new roles, and kept for existing ones

The address may also stand in ADMIN_DATABASE_URL. Running it again changes nothing that is there.`;

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== '--'),
    allowPositionals: true,
    options: {
      database: { type: 'string', default: 'banyan' },
      owner: { type: 'string', default: 'banyan_owner' },
      app: { type: 'string', default: 'banyan_app' },
      'owner-password': { type: 'string' },
      'app-password': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const adminUrl = positionals[0] ?? process.env['ADMIN_DATABASE_URL'];
  if (values.help || adminUrl === undefined) {
    console.log(usage);
    return values.help ? 0 : 1;
  }
  const { ownerUrl, appUrl, passwordsKept } = await prepareDatabase({
    adminUrl,
    database: values.database,
    owner: { name: values.owner, password: values['owner-password'] },
    app: { name: values.app, password: values['app-password'] },
  });
  console.log(`OWNER_DATABASE_URL=${ownerUrl}\nDATABASE_URL=${appUrl}`);
  for (const role of passwordsKept) {
    console.error(`The role "${role}" was there before and keeps its password: put that in place of PASSWORD.`);
  }
  return 0;
}

try {
  process.exitCode = await run();
} catch (error) {
  // A host with several addresses fails with several errors and no text of its own.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  console.error(first instanceof Error ? first.message : first);
  process.exitCode = 1;
}
