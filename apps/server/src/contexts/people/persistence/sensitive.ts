import type { UnlockReason } from '@banyan/schema/lifecycle';
import type { Actor } from '../../../kernel/actor.ts';
import type { Sql } from '../../../kernel/sql.ts';

/** What lies apart of a person. */
export interface SensitiveFacts {
  readonly ethnicGroup: string;
  readonly religion: string;
}

interface SensitiveRow {
  ethnic_group: string;
  religion: string;
}

/** Whether a person is inside the scope, and how many people the acting account unlocked today; one asks at a time, so that the limit holds. */
export async function findUnlockable(sql: Sql, { accountId, lo, hi }: Actor, personId: string): Promise<{ isThere: boolean; unlockedToday: number }> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 3))', [accountId]);
  const [row] = await sql.query<{ is_there: boolean; unlocked: number }>(
    `select exists (select from person where id = $1 and position + 0 between $2::bigint and $3::bigint) as is_there, app.own_unlocks_today() as unlocked`,
    [personId, lo, hi],
  );
  return { isThere: row?.is_there ?? false, unlockedToday: row?.unlocked ?? 0 };
}

/** Unlocks the sensitive fields of a person for the acting grant. */
export async function insertUnlock(sql: Sql, { accountId, grantId }: Actor, unlock: { personId: string; reason: UnlockReason; note: string | null }): Promise<void> {
  await sql.query(
    `insert into sensitive_unlock (account_id, grant_id, person_id, position, reason, note) select $1, $2, p.id, p.position, $4, $5 from person p where p.id = $3`,
    [accountId, grantId, unlock.personId, unlock.reason, unlock.note],
  );
}

/** Ethnic group and religion of a person that the acting grant has unlocked; null where it has not. */
export async function findSensitive(sql: Sql, personId: string): Promise<SensitiveFacts | null> {
  const [row] = await sql.query<SensitiveRow>('select ethnic_group, religion from person_sensitive where person_id = $1', [personId]);
  return row ? { ethnicGroup: row.ethnic_group, religion: row.religion } : null;
}

/** Writes ethnic group and religion of a person that the acting grant has unlocked. False where it has not. */
export async function updateSensitive(sql: Sql, personId: string, facts: SensitiveFacts): Promise<boolean> {
  const rows = await sql.query<{ person_id: string }>('update person_sensitive set ethnic_group = $2, religion = $3 where person_id = $1 returning person_id', [personId, facts.ethnicGroup, facts.religion]);
  return rows.length > 0;
}
