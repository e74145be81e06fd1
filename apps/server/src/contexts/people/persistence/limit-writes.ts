import type { Sql } from '../../../kernel/sql.ts';
import { rulePacks, workingDaysOf } from '../domain/rule-pack.ts';

const calendarLock = `hashtextextended('calendar', 3)`;

/** Lets nobody change the holidays until the transaction ends: an expression. Whoever computes a limit asks for it before anything else is held. */
export const sharedCalendar = `pg_advisory_xact_lock_shared(${calendarLock})`;

/** The same, as a statement. */
export async function shareCalendar(sql: Sql): Promise<void> {
  await sql.query(`select ${sharedCalendar}`);
}

/** Waits for all who compute limits, and lets nobody else do so until the transaction ends. */
export async function holdCalendar(sql: Sql): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(${calendarLock})`);
}

/** How many limits run otherwise than before. */
export interface MovedLimits {
  readonly candidacies: number;
  readonly letters: number;
}

/** The limits of all rule packs that are counted in working days, as the database reads them. */
const rules = JSON.stringify(
  rulePacks.map((pack) => ({ code: pack.code, valid_from: pack.validFrom, extension: pack.extensionWorkingDays, letter: pack.transferLetterWorkingDays, start: pack.transferStartWorkingDays, days: workingDaysOf(pack) })),
);

/** Brings the limits that run at a unit of the scope and below it to the calendar as it stands, or only counts them. */
export async function renewLimits(sql: Sql, unitId: string, onlyCount = false): Promise<MovedLimits> {
  const [row] = await sql.query<MovedLimits>('select candidacies, letters from app.renew_limits($1::uuid, $2::jsonb, $3)', [unitId, rules, onlyCount]);
  return row ?? { candidacies: 0, letters: 0 };
}

/** The same for the unit that received somebody by a letter. */
export async function renewLimitsOfReceiver(sql: Sql, transferId: string): Promise<void> {
  await sql.query('select app.renew_limits(r.unit_id, $2::jsonb, false) from transfer_receiver r where r.transfer_id = $1::uuid', [transferId, rules]);
}
