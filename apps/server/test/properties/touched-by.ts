import type pg from 'pg';

/** Runs a statement of a transaction that may fail, and takes back what it did; returns how many rows it touched, or the code of its failure. */
export async function touchedBy(client: pg.Client, sql: string, values: readonly unknown[] = []): Promise<number | string> {
  await client.query('savepoint one');
  try {
    return (await client.query(sql, [...values])).rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('rollback to savepoint one');
  }
}
