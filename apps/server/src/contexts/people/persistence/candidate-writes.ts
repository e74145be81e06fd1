import type { Actor } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Dossier } from '../domain/dossier.ts';

/** Somebody who is to be added, as checked. */
export interface NewCandidate {
  readonly unitId: string;
  readonly fullName: string;
  readonly birthDate: Day;
  readonly gender: string;
  readonly occupation: string;
  readonly enterpriseRelation: string;
  readonly education: string;
  readonly youthUnion: string;
  readonly on: Day;
  readonly rulePack: string;
  /** Twelve digits, or null. */
  readonly personalNumber: string | null;
}

/** A unit of the scope, whether it has closed, and whether it holds members. */
export async function findHome(sql: Sql, scope: { lo: string; hi: string }, unitId: string): Promise<{ id: string; isClosed: boolean; holdsMembers: boolean } | null> {
  const [row] = await sql.query<{ id: string; isClosed: boolean; holdsMembers: boolean }>(
    `select u.id, u.closed_on is not null as "isClosed", k.holds_members as "holdsMembers" from unit u join unit_kind k on k.configuration = u.configuration and k.code = u.kind
     where u.id = $1 and u.lo between $2::bigint and $3::bigint`,
    [unitId, scope.lo, scope.hi],
  );
  return row ?? null;
}

/**
 * Those of the scope who have the same name, whatever its marks and case, and the same date of birth. Waits for whoever adds such a
 * one just now, so that of two who add the same person the second one is told.
 */
export async function findTwins(sql: Sql, scope: { lo: string; hi: string }, candidate: Pick<NewCandidate, 'fullName' | 'birthDate'>): Promise<string[]> {
  await sql.query(`select pg_advisory_xact_lock(hashtextextended($1::date || ' ' || app.fold($2), 4))`, [candidate.birthDate, candidate.fullName]);
  const rows = await sql.query<{ id: string }>(
    'select id from person where birth_date = $1::date and name_fold = app.fold($2) and position + 0 between $3::bigint and $4::bigint order by id limit 10',
    [candidate.birthDate, candidate.fullName, scope.lo, scope.hi],
  );
  return rows.map(({ id }) => id);
}

/** Inserts the person, the candidacy and its first step. Ethnic group and religion are unknown until somebody with the right enters them. */
export async function insertCandidate(sql: Sql, candidate: NewCandidate, dossier: Dossier, actor: Actor): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `with home as (select id, lo from unit where id = $1),
     made as (
       insert into person (unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state)
       select id, lo, $2, $3::date, $4, $5, $6, $7, $8, 'CANDIDATE' from home returning id, position
     ), veiled as (
       insert into person_sensitive (person_id, position, ethnic_group, religion, personal_number) select id, position, 'UNKNOWN', 'UNKNOWN', $14 from made
     ), begun as (
       insert into candidacy (person_id, position, state, rule_pack, began_on, last_on) select id, position, $9, $10, $11::date, $11::date from made returning id, position
     ), told as (
       insert into candidacy_step (candidacy_id, position, step, happened_on, recorded_by, recorder_name) select id, position, 'IDENTIFIED', $11::date, $12::uuid, $13 from begun
     )
     select id from begun`,
    [
      candidate.unitId, candidate.fullName, candidate.birthDate, candidate.gender, candidate.youthUnion, candidate.occupation, candidate.enterpriseRelation, candidate.education,
      dossier.state, candidate.rulePack, candidate.on, actor.accountId, actor.displayName, candidate.personalNumber,
    ],
  );
  if (!row) throw new Error('the candidate was added and is not there');
  return row.id;
}

/** Begins another candidacy of a person whose last one ended; the person is a candidate again. Gives back its id. */
export async function insertAnother(
  sql: Sql,
  ended: { readonly id: string; readonly personId: string; readonly ordinal: number },
  begun: { readonly on: Day; readonly rulePack: string; readonly consentNumber: string | null; readonly convictionClearedOn: Day | null },
  actor: Actor,
): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `with over as (
       -- Whoever waits to change the one that ended has another version before them.
       update candidacy set version = version + 1 where id = $8
     ), again as (
       update person set state = 'CANDIDATE', admission_decided_on = null, ceremony_on = null, recognition_decided_on = null, official_on = null, left_on = null
       where id = $1 returning id, position
     ), begun as (
       insert into candidacy (person_id, position, ordinal, state, rule_pack, began_on, last_on) select id, position, $2, 'SOURCE', $3, $4::date, $4::date from again returning id, position
     ), told as (
       insert into candidacy_step (candidacy_id, position, step, happened_on, province_consent_number, recorded_by, recorder_name, conviction_cleared_on)
       select id, position, 'IDENTIFIED', $4::date, $5, $6::uuid, $7, $9::date from begun
     )
     select id from begun`,
    [ended.personId, ended.ordinal + 1, begun.rulePack, begun.on, begun.consentNumber, actor.accountId, actor.displayName, ended.id, begun.convictionClearedOn],
  );
  if (!row) throw new Error('the candidacy was begun and is not there');
  return row.id;
}

/** Whether a candidacy, a letter or a power that was made before lies in the scope of who made it. */
export async function isSeen(sql: Sql, { lo, hi }: Actor, id: string): Promise<boolean> {
  const [row] = await sql.query<{ seen: boolean }>(
    `select exists (select from candidacy c where c.id = $1 and c.position + 0 between $2::bigint and $3::bigint)
       or exists (select from transfer t where t.id = $1 and t.from_position + 0 between $2::bigint and $3::bigint)
       or exists (select from unit_power w where w.id = $1 and w.position + 0 between $2::bigint and $3::bigint) as seen`,
    [id, lo, hi],
  );
  return row?.seen ?? false;
}
