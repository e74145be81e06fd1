import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startThrowAway } from '../src/platform/embedded-postgres.ts';
import { migrate } from '../src/platform/migrate.ts';
import { withDatabase } from '../src/platform/prepare-database.ts';
import { keepsPlans } from './worlds/sizes.ts';

/** The migrated database that all others are copies of. Nobody connects to it. */
const templateDatabase = 'banyan_template';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The one PostgreSQL of a test run: an administrator's address and the two roles' addresses of the migrated template. */
    postgres: { adminUrl: string; ownerUrl: string; appUrl: string };
  }
}

/** Starts one PostgreSQL for the whole run and migrates once; each spec file copies the result (`freshDatabase`). */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startThrowAway();
  try {
    const { ownerUrl, appUrl } = postgres;
    await migrate({ ownerUrl, appUrl });
    const admin = new pg.Client(withDatabase(postgres.adminUrl, { database: 'postgres' }));
    await admin.connect();
    await admin.query(`alter database banyan rename to ${templateDatabase}`);
    // One plan for all values: worlds are small, and a plan that is kept is the sooner one (`keep-plans.ts`).
    if (keepsPlans) await admin.query(`alter role ${pg.escapeIdentifier(new URL(appUrl).username)} set plan_cache_mode = force_generic_plan`);
    await admin.end();
    project.provide('postgres', {
      adminUrl: postgres.adminUrl,
      ownerUrl: withDatabase(ownerUrl, { database: templateDatabase }),
      appUrl: withDatabase(appUrl, { database: templateDatabase }),
    });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return () => postgres.stop();
}
