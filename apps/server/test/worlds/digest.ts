import type pg from 'pg';

/** The rows of a table for a digest. `where` may name the table. */
export function rowsOf(table: string, where = 'true'): string {
  return `select hash_record_extended(${table}, 0) as hash from ${table} where ${where}`;
}

/** One text for the rows of all selections: another one as soon as anything of any of them is. */
export async function digestOf(owner: pg.Client, selections: readonly string[], values: readonly unknown[] = []): Promise<string> {
  const { rows } = await owner.query<{ digest: string }>(`select count(*) || ' ' || sum(hash::numeric) as digest from (${selections.join(' union all ')}) everything`, [...values]);
  return rows[0]!.digest;
}
