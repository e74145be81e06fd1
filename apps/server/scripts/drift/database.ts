import pg from 'pg';
import { startThrowAway, type EmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { migrate } from '../../src/platform/migrate.ts';

/** An empty database with all migrations applied, and a connection as its owner. */
export interface MigratedDatabase {
  readonly client: pg.Client;
  /** Applies the migrations once more. */
  migrateAgain(): Promise<void>;
}

/** Does some work with a migrated database that is thrown away after it. */
export async function withMigratedDatabase(work: (database: MigratedDatabase) => Promise<void>): Promise<void> {
  const postgres = await startThrowAway();
  try {
    await migrate(postgres);
    await withOwner(postgres, async (client) => {
      await work({
        client,
        async migrateAgain() {
          await migrate(postgres);
        },
      });
    });
  } finally {
    await postgres.stop();
  }
}

async function withOwner(postgres: EmbeddedPostgres, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(postgres.ownerUrl);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
