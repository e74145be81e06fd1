import type { SupervisionState } from '@banyan/schema/supervision';
import type { Actor } from '../../../kernel/actor.ts';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Supervision, SupervisionRecord, SupervisionTerms } from '../domain/supervision.ts';

/** Columns that say what stood: of an assignment, or of what it was before a change. */
const recordColumns = (s: string) => `${s}.role_kind as kind, ${s}.post, ${s}.starts_on::text as "from", ${s}.ends_on::text as until, ${s}.document_id as "documentId",
  ${s}.document_number as "documentNumber", ${s}.document_issued_on::text as "documentIssuedOn", ${s}.version, ${s}.change_reason as "changeReason",
  ${s}.recorder_name as "recorderName", ${s}.recorded_at as "recordedAt"`;

const stateOf = `case when s.ended_at is not null or s.ends_on < app.today() then 'ENDED' when s.starts_on > app.today() then 'TO_COME' else 'IN_FORCE' end`;

/** An assignment `s` is read from an interval ($1 to $2) in which its unit lies. */
const within = 's.position + 0 between $1::bigint and $2::bigint';

/** Columns of an assignment `s` for a reader ($1 to $2, account $3). A body that the unit has left is not told to those who read it now. */
const columns = `s.id, s.grant_id as "grantId", s.person_name as "personName", s.unit_id as "unitId", s.unit_name as "unitName", s.body_id as "bodyId",
  case when s.account_id = $3::uuid or exists (select from unit_stub b where b.unit_id = s.body_id and (b.lo + 0 between $1::bigint and $2::bigint or (b.lo <= $1::bigint and b.hi >= $2::bigint)))
    then s.body_name end as "bodyName",
  ${recordColumns('s')}, ${stateOf} as state, ${within} and s.body_position + 0 between $1::bigint and $2::bigint as "isOfBody", s.account_id = $3::uuid as "isOwn",
  s.ended_at as "endedAt", s.end_cause as "endCause", s.end_reason as "endReason", s.ender_name as "enderName"`;

function reader({ lo, hi, actor }: Scope): [string, string, string] {
  return [lo, hi, actor.accountId];
}

/** Whoever is in charge comes before whoever follows; who has been there for longer before who came later; what ended, last. */
const order = `${stateOf} = 'ENDED', ${stateOf} = 'TO_COME', s.role_kind desc, s.starts_on, s.id`;

/** The assignments of each of some units of the scope; those that ended too where they are asked for. */
export async function findSupervisionsOf(scope: Scope, unitIds: readonly string[], withHistory: boolean): Promise<Map<string, Supervision[]>> {
  const rows = await scope.query<Supervision>(
    `select ${columns} from supervision s where s.unit_id = any ($4::uuid[]) and ${within} and ($5 or ${stateOf} <> 'ENDED') order by ${order}`,
    [...reader(scope), unitIds, withHistory],
  );
  return Map.groupBy(rows, ({ unitId }) => unitId);
}

/** The reader's own assignments, wherever their units lie. */
export async function findOwnSupervisions(scope: Scope, withHistory: boolean): Promise<Supervision[]> {
  return await scope.query<Supervision>(
    `select ${columns} from supervision s where s.account_id = $3 and ($4 or ${stateOf} <> 'ENDED') order by ${order}`,
    [...reader(scope), withHistory],
  );
}

/** An assignment of a unit of the scope. */
export async function findSupervision(scope: Scope, id: string): Promise<Supervision | null> {
  const [row] = await scope.query<Supervision>(`select ${columns} from supervision s where s.id = $4 and ${within}`, [...reader(scope), id]);
  return row ?? null;
}

/** What stood before each change of some assignments that are seen, the latest first. */
export async function findChanges(scope: Scope, ids: readonly string[]): Promise<Map<string, SupervisionRecord[]>> {
  const rows = await scope.query<SupervisionRecord & { readonly id: string }>(
    `select c.supervision_id as id, ${recordColumns('c')} from supervision s join supervision_change c on c.supervision_id = s.id
     where s.id = any ($4::uuid[]) and (${within} or s.account_id = $3) order by c.supervision_id, c.version desc`,
    [...reader(scope), ids],
  );
  return Map.groupBy(rows, ({ id }) => id);
}

/** Which assignments: all conditions hold together. */
export interface SupervisionFilter {
  readonly unitId: string;
  readonly states: readonly SupervisionState[];
  /** A part of the name of the person, or of the unit; null for all. */
  readonly search: string | null;
}

/** A page of assignments with one more than asked, each with the key that it is ordered by, and the exact number of the whole. */
export interface SupervisionPage {
  readonly rows: readonly { readonly supervision: Supervision; readonly key: string }[];
  readonly totalCount: number;
}

/** The assignments of the units in the subtree of one of the scope, those that began last first. */
export async function listSupervisions(scope: Scope, filter: SupervisionFilter, page: { first: number; after: Cursor | null }): Promise<SupervisionPage> {
  const filtered = `${within} and s.position between w.lo and w.hi and ${stateOf} = any ($5::text[])
    and ($6::text is null or strpos(app.fold(s.person_name || ' ' || s.unit_name), app.fold($6)) > 0)`;
  const rows = await scope.query<Supervision & { key: string; total: string }>(
    `with within as materialized (select u.lo, u.hi from unit u where u.id = $4 and u.lo between $1::bigint and $2::bigint)
     select listed.*, whole.total from (select count(*) as total from within w join supervision s on ${filtered}) whole
     left join lateral (
       select ${columns}, s.starts_on::text as key from within w join supervision s on ${filtered} and $3::uuid is not null
       where $7::text is null or (s.starts_on, s.id) < ($7::date, $8::uuid)
       order by s.starts_on desc, s.id desc limit $9
     ) listed on true`,
    [...reader(scope), filter.unitId, filter.states, filter.search, page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
  );
  return { rows: rows.flatMap((row) => (row.id === null ? [] : [{ supervision: row, key: row.key }])), totalCount: Number(rows[0]?.total ?? 0) };
}

/** An account that may be assigned. */
export interface AssignableAccount {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
}

/** Accounts that may be assigned: those of the scope that a text is found in, and whoever in the tree has exactly that name. */
export async function findAssignable(sql: Sql, text: string, atMost: number): Promise<AssignableAccount[]> {
  return await sql.query<AssignableAccount>('select id, name, display_name as "displayName" from app.assignable_accounts($1, $2)', [text, atMost]);
}

/** Whether an open unit lies in the scope; null where it is not there. Two who assign for it do so one after the other. */
export async function lockUnit(scope: Scope, unitId: string): Promise<{ readonly isOpen: boolean } | null> {
  const [row] = await scope.query<{ isOpen: boolean }>(
    `select u.closed_on is null or u.closed_on > app.today() as "isOpen" from unit u where u.id = $1 and u.lo between $2::bigint and $3::bigint for no key update`,
    [unitId, scope.lo, scope.hi],
  );
  return row ?? null;
}

/** Whether an account is assigned to a unit during a part of a time, by another assignment than one. */
export async function isAssignedDuring(sql: Sql, asked: { accountId: string; unitId: string; terms: SupervisionTerms; but: string | null }): Promise<boolean> {
  const [row] = await sql.query<{ is: boolean }>(
    `select exists (select from supervision s where s.account_id = $1 and s.unit_id = $2 and s.ended_at is null and s.id is distinct from $5::uuid
       and daterange(s.starts_on, s.ends_on, '[]') && daterange($3::date, $4::date, '[]')) as is`,
    [asked.accountId, asked.unitId, asked.terms.from, asked.terms.until, asked.but],
  );
  return row?.is ?? false;
}

/** The account of an assignment of the scope. */
export async function findAccountOf(sql: Sql, id: string): Promise<string> {
  const [row] = await sql.query<{ id: string }>('select account_id as id from supervision where id = $1', [id]);
  if (!row) throw new Error('the assignment was found and is not there');
  return row.id;
}

function values(terms: SupervisionTerms, { displayName }: Actor): unknown[] {
  return [terms.kind, terms.post, terms.from, terms.until, terms.documentId, terms.documentNumber, terms.documentIssuedOn, displayName];
}

/** Assigns an account to a unit of the scope, by the body of the acting grant. The database makes the grant. Gives back the id. */
export async function insertSupervision({ actor, ...sql }: Scope, made: { unitId: string; accountId: string; terms: SupervisionTerms }): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into supervision (role_kind, post, starts_on, ends_on, document_id, document_number, document_issued_on, recorder_name, account_id, unit_id, position, body_id, body_position)
     select $1, $2, $3::date, $4::date, $5::uuid, $6, $7::date, $8, $9, u.id, u.lo, b.id, b.lo from unit u, unit b
     where u.id = $10 and b.id = $11 and u.lo + 0 between $12::bigint and $13::bigint returning id`,
    [...values(made.terms, actor), made.accountId, made.unitId, actor.unitId, sql.lo, sql.hi],
  );
  if (!row) throw new Error('the assignment was made and is not there');
  return row.id;
}

/** Changes an assignment that stands as it was seen. False where it has changed meanwhile. */
export async function updateSupervision({ actor, ...sql }: Scope, { id, version }: Pick<Supervision, 'id' | 'version'>, terms: SupervisionTerms, reason: string): Promise<boolean> {
  const rows = await sql.query(
    `update supervision s set role_kind = $1, post = $2, starts_on = $3::date, ends_on = $4::date, document_id = $5::uuid, document_number = $6, document_issued_on = $7::date,
       recorder_name = $8, change_reason = $9
     where s.id = $10 and s.version = $11 and s.ended_at is null and s.position + 0 between $12::bigint and $13::bigint and s.body_position + 0 between $12::bigint and $13::bigint
       and s.account_id <> $14 returning s.id`,
    [...values(terms, actor), reason, id, version, sql.lo, sql.hi, actor.accountId],
  );
  return rows.length > 0;
}

/** Ends an assignment that stands as it was seen, now. False where it has changed meanwhile. */
export async function endSupervision({ actor, ...sql }: Scope, { id, version }: Pick<Supervision, 'id' | 'version'>, reason: string): Promise<boolean> {
  const rows = await sql.query(
    `update supervision s set end_cause = 'ENDED_EARLY', end_reason = $1, ender_name = $2
     where s.id = $3 and s.version = $4 and s.ended_at is null and s.position + 0 between $5::bigint and $6::bigint and s.body_position + 0 between $5::bigint and $6::bigint
       and s.account_id <> $7 returning s.id`,
    [reason, actor.displayName, id, version, sql.lo, sql.hi, actor.accountId],
  );
  return rows.length > 0;
}
