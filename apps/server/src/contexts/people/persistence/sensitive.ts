import type { UnlockReason } from '@banyan/schema/lifecycle';
import type { Actor } from '../../../kernel/actor.ts';
import type { Role } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Scope } from '../../../platform/scope.ts';

/** What lies apart of a person. */
export interface SensitiveFacts {
  readonly ethnicGroup: string;
  readonly religion: string;
  /** Twelve digits; null where it is not on record. */
  readonly personalNumber: string | null;
}

/** What stood of it before a change. */
export interface FormerSensitiveFacts extends SensitiveFacts {
  readonly changedAt: Date;
  /** Null where no account made the change. */
  readonly changedBy: string | null;
}

/** It, with the instant at which it is locked again. */
export interface UnlockedFacts {
  readonly facts: SensitiveFacts & {
    /** What was seen of ethnic group and religion: another text where either has changed. */
    readonly version: string;
    /** The latest first. */
    readonly formerVersions: readonly FormerSensitiveFacts[];
  };
  readonly until: Date;
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

/** How many people the acting account unlocked today. */
export async function countUnlocksToday(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ unlocked: number }>('select app.own_unlocks_today() as unlocked');
  return row?.unlocked ?? 0;
}

/** Unlocks the sensitive fields of a person for the acting grant. */
export async function insertUnlock(sql: Sql, { accountId, grantId }: Actor, unlock: { personId: string; reason: UnlockReason; note: string | null }): Promise<void> {
  await sql.query(
    `insert into sensitive_unlock (account_id, grant_id, person_id, position, reason, note) select $1, $2, p.id, p.position, $4, $5 from person p where p.id = $3`,
    [accountId, grantId, unlock.personId, unlock.reason, unlock.note],
  );
}

const version = `left(translate(encode(sha256(convert_to(s.ethnic_group || ' ' || s.religion, 'UTF8')), 'base64'), '+/', '-_'), 16)`;

/** Ethnic group, religion and personal number of a person that the acting grant has unlocked; null where it has not. Writing them prolongs nothing. */
export async function findSensitive(sql: Sql, { accountId, grantId }: Actor, personId: string): Promise<UnlockedFacts | null> {
  const [row] = await sql.query<{ ethnic_group: string; religion: string; personal_number: string | null; version: string; until: number }>(
    `select s.ethnic_group, s.religion, s.personal_number, ${version} as version, (extract(epoch from max(u.at) + interval '15 minutes') * 1000)::float8 as until
     from person_sensitive s join sensitive_unlock u on u.person_id = s.person_id and u.account_id = $2 and u.grant_id = $3
     where s.person_id = $1 group by s.ethnic_group, s.religion, s.personal_number`,
    [personId, accountId, grantId],
  );
  if (!row) return null;
  const { ethnic_group: ethnicGroup, religion, personal_number: number } = row;
  return { facts: { ethnicGroup, religion, personalNumber: number, version: row.version, formerVersions: await findFormerSensitive(sql, personId) }, until: new Date(row.until) };
}

/** What stood of the sensitive fields of a person that the acting grant has unlocked. */
async function findFormerSensitive(sql: Sql, personId: string): Promise<FormerSensitiveFacts[]> {
  const rows = await sql.query<Omit<FormerSensitiveFacts, 'changedAt'> & { changed: number }>(
    `select ethnic_group as "ethnicGroup", religion, personal_number as "personalNumber", (extract(epoch from changed_at) * 1000)::float8 as changed, changer_name as "changedBy"
     from person_sensitive_change where person_id = $1 order by id desc`,
    [personId],
  );
  return rows.map(({ changed, ...former }) => ({ ...former, changedAt: new Date(changed) }));
}

/** Writes ethnic group and religion of a person that the acting grant has unlocked, where they stand as they were seen. False where they do not, or it has not. */
export async function updateSensitive(sql: Sql, personId: string, expectedVersion: string, facts: Omit<SensitiveFacts, 'personalNumber'>): Promise<boolean> {
  const rows = await sql.query<{ person_id: string }>(`update person_sensitive s set ethnic_group = $2, religion = $3 where s.person_id = $1 and ${version} = $4 returning s.person_id`, [
    personId, facts.ethnicGroup, facts.religion, expectedVersion,
  ]);
  return rows.length > 0;
}

/** How many people an account unlocked under one of its grants. */
export interface UnlockCount {
  readonly accountName: string;
  readonly unitId: string;
  readonly role: Role;
  readonly ofDay: number;
  readonly ofThirtyDays: number;
}

/** The counts of unlocks of the scope on a day and in the thirty days that end with it, the most of the day first. Whose fields they were is not told. */
export async function countUnlocks(scope: Scope, day: Day): Promise<UnlockCount[]> {
  return await scope.query<UnlockCount>(
    `select w.account_name as "accountName", w.unit_id as "unitId", w.role, w.of_day as "ofDay", w.of_thirty_days as "ofThirtyDays"
     from app.unlocks_below($1::date) w join unit u on u.id = w.unit_id where u.lo + 0 between $2 and $3
     order by w.of_day desc, w.of_thirty_days desc, w.account_name, w.grant_id limit 500`,
    [day, scope.lo, scope.hi],
  );
}

/** Whether another person has taken the personal number of somebody of the scope, so that they cannot come back to a way. */
export async function isNumberTaken(sql: Sql, personId: string): Promise<boolean> {
  const [row] = await sql.query<{ taken: boolean }>('select app.number_is_taken($1::uuid) as taken', [personId]);
  return row?.taken ?? false;
}
