import type { Actor } from '../../../kernel/actor.ts';
import type { Sql } from '../../../kernel/sql.ts';

/** Waits for whoever uses the same key just now, then finds what was made under it. */
export async function findKey(sql: Sql, { accountId }: Actor, key: string): Promise<{ inputHash: Buffer; resultId: string } | null> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [`${accountId} ${key}`]);
  const [row] = await sql.query<{ inputHash: Buffer; resultId: string }>(
    `select input_hash as "inputHash", result_id as "resultId" from idempotency_key where account_id = $1 and key = $2 and used_at > now() - interval '24 hours'`,
    [accountId, key],
  );
  return row ?? null;
}

/** Keeps what was made under a key. One that is older than a day is free again. */
export async function rememberKey(sql: Sql, { accountId }: Actor, made: { key: string; inputHash: Buffer; resultId: string }): Promise<void> {
  await sql.query(
    `insert into idempotency_key (account_id, key, input_hash, result_id) values ($1, $2, $3, $4)
     on conflict (account_id, key) do update set input_hash = excluded.input_hash, result_id = excluded.result_id, used_at = now()`,
    [accountId, made.key, made.inputHash, made.resultId],
  );
}
